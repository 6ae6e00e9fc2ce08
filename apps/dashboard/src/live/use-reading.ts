import { useEffect, useRef, useState } from 'preact/hooks'
import { type Failure, request } from '../request.ts'
import { createPaced, type Paced } from './paced.ts'

export type Reading<Value> = {
  /** What was read last; that of another address while the one asked for is on its way. */
  value: Value | null
  /** False while what was asked for is on its way and `value` is still of before. */
  isOfNow: boolean
  /** Why the last time failed; null when it did not. */
  failure: Failure | null
  again: () => void
}

type Kept<Value> = { value: Value | null; path: string | null; failure: Failure | null; failedPath: string | null }

/** Not oftener than this, however fast answers come. */
const GAP_MS = 1000

/**
 * Reads an address, and again whenever `news` is another: the browser sends the ETag it was given, so what has not
 * changed costs a 304. What is on the screen stays there until there is something newer.
 *
 * @param path null: nothing to read
 */
export function useReading<Value>(
  path: string | null,
  isExpected: (value: unknown) => value is Value,
  news = '',
  gapMs = GAP_MS,
): Reading<Value> {
  const [kept, setKept] = useState<Kept<Value>>({ value: null, path: null, failure: null, failedPath: null })
  const paced = useRef<Paced | null>(null)
  const newsRead = useRef(news)
  useEffect(() => {
    if (path === null) return
    const ending = new AbortController()
    const reader = createPaced(async () => {
      const outcome = await request(path, isExpected, { signal: ending.signal })
      if (ending.signal.aborted) return
      setKept((before) =>
        outcome.ok
          ? { value: outcome.value, path, failure: null, failedPath: null }
          : { ...before, failure: outcome.failure, failedPath: path },
      )
    }, gapMs)
    paced.current = reader
    reader.ask()
    return () => {
      ending.abort()
      reader.destroy()
    }
  }, [path, isExpected, gapMs])
  useEffect(() => {
    // What was read when the page opened is as new as the first news that it has.
    if (newsRead.current !== '' && newsRead.current !== news) paced.current?.ask()
    newsRead.current = news
  }, [news])
  if (path === null) return { value: null, isOfNow: true, failure: null, again: () => undefined }
  const failure = kept.failedPath === path ? kept.failure : null
  return { value: kept.value, isOfNow: kept.path === path || failure !== null, failure, again: () => paced.current?.ask() }
}
