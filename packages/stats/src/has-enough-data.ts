/** Under this many answers a score is drawn, but marked as too little to act upon. */
export const ENOUGH_ANSWERS = 30

/** Whether a score of `n` answers may be acted upon. */
export function hasEnoughData(n: number): boolean {
  return n >= ENOUGH_ANSWERS
}
