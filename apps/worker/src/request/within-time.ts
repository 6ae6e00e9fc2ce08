/** Gives `run` so many milliseconds; then it is on its own, and this rejects. */
export function withinTime<Result>(ms: number, run: () => Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms)
    run()
      .then(resolve, reject)
      .finally(() => clearTimeout(timer))
  })
}
