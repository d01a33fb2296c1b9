import { useEffect } from 'react'

/** Runs something whenever the browser is online again. `run`: the same function as long as it does the same. */
export function useOnline(run: () => void): void {
  useEffect(() => {
    addEventListener('online', run)
    return () => removeEventListener('online', run)
  }, [run])
}
