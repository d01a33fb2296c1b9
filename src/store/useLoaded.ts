import { useEffect, useState } from 'react'

export type Loaded<Value> = { readonly value: Value | undefined; readonly hasFailed: boolean }

/**
 * What a load gives; before it comes, what the load before it gave. `load`: the same function as long as the same is
 * wanted; undefined as long as nothing is.
 */
export function useLoaded<Value>(load: (() => Promise<Value>) | undefined): Loaded<Value> {
  const [loaded, setLoaded] = useState<Loaded<Value>>({ value: undefined, hasFailed: false })
  useEffect(() => {
    let isOver = false
    load?.().then(
      (value) => !isOver && setLoaded({ value, hasFailed: false }),
      () => !isOver && setLoaded({ value: undefined, hasFailed: true }),
    )
    return () => {
      isOver = true
    }
  }, [load])
  return loaded
}
