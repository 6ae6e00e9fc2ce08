/** `setTimeout` of a card: nothing that waits outlives it. */
export type Later = (act: () => void, delayMs: number) => ReturnType<typeof setTimeout> | undefined
