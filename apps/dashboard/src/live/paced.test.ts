import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createPaced } from './paced.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** Something that takes a second, and how often it has begun. */
function slowWork() {
  const work = { begun: 0, atOnce: 0, mostAtOnce: 0 }
  const run = async () => {
    work.begun += 1
    work.atOnce += 1
    work.mostAtOnce = Math.max(work.mostAtOnce, work.atOnce)
    await new Promise<void>((resolve) => setTimeout(resolve, 1000))
    work.atOnce -= 1
  }
  return { work, run }
}

test('begins at once, and answers all that was asked meanwhile with one run more', async () => {
  const { work, run } = slowWork()
  const paced = createPaced(run, 500)
  for (let times = 0; times < 20; times += 1) paced.ask()
  expect(work.begun).toBe(1)
  await vi.advanceTimersByTimeAsync(1499)
  expect(work.begun).toBe(1)
  await vi.advanceTimersByTimeAsync(1)
  expect(work.begun).toBe(2)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(work).toMatchObject({ begun: 2, mostAtOnce: 1 })
  paced.destroy()
})

test('begins nothing after its end', async () => {
  const { work, run } = slowWork()
  const paced = createPaced(run, 500)
  paced.ask()
  paced.ask()
  paced.destroy()
  await vi.advanceTimersByTimeAsync(10_000)
  paced.ask()
  expect(work.begun).toBe(1)
})
