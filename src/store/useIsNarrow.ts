import { useSyncExternalStore } from 'react'

/** As in the style sheets: below it, one pane is shown at a time. */
const narrow = '(width < 900px)'

const subscribe = (onChange: () => void): (() => void) => {
  const query = matchMedia(narrow)
  query.addEventListener('change', onChange)
  return () => query.removeEventListener('change', onChange)
}

/** Whether there is room for one pane only. */
export const isNarrow = (): boolean => matchMedia(narrow).matches

export const useIsNarrow = (): boolean => useSyncExternalStore(subscribe, isNarrow)
