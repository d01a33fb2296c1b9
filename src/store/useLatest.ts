import { useCallback, useEffect, useRef } from 'react'

/**
 * Lets only the newest of several runs have its say: `begin` starts one and returns whether it is still the newest, and
 * the component is still there.
 */
export function useLatest(): () => () => boolean {
  const newest = useRef(0)
  useEffect(
    () => () => {
      newest.current += 1
    },
    [],
  )
  return useCallback(() => {
    newest.current += 1
    const own = newest.current
    return () => own === newest.current
  }, [])
}
