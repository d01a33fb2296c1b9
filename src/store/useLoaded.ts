import { useCallback, useEffect, useState } from 'react'
import { useLatest } from './useLatest'

export type Loaded<Value> = {
  readonly value: Value | undefined
  readonly hasFailed: boolean
  /** Loads again what failed. */
  readonly retry: () => void
}

type Outcome<Value> = { readonly value: Value | undefined; readonly hasFailed: boolean }

const nothing = { value: undefined, hasFailed: false }

/** What was loaded before is there at once the next time, by the function that loads it. */
const settled = new WeakMap<() => Promise<unknown>, unknown>()

/**
 * What a function loads; before that is there, what the function before it loaded. `load`: the same function as long as
 * the same is wanted; undefined as long as nothing is.
 */
export function useLoaded<Value>(load: (() => Promise<Value>) | undefined): Loaded<Value> {
  const [loaded, setLoaded] = useState<Outcome<Value>>(() =>
    load && settled.has(load) ? { value: settled.get(load) as Value, hasFailed: false } : nothing,
  )
  const begin = useLatest()
  const start = useCallback(() => {
    const isNewest = begin()
    load?.().then(
      (value) => {
        settled.set(load, value)
        if (isNewest()) setLoaded({ value, hasFailed: false })
        return value
      },
      () => {
        if (isNewest()) setLoaded({ value: undefined, hasFailed: true })
      },
    )
  }, [load, begin])
  useEffect(start, [start])
  return { ...loaded, retry: start }
}
