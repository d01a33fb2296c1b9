import { useSyncExternalStore } from 'react'

const key = 'full-editor'

/** Whether fingers are the main pointer: there the browser’s own text area works better than Monaco, and is far smaller. */
export const isTouchScreen = (): boolean => matchMedia('(pointer: coarse)').matches

let isWanted: boolean | undefined
const listeners = new Set<() => void>()

/** Whether Monaco may be loaded: on touch screens only where somebody has asked for it. */
export const wantsFullEditor = (): boolean => (isWanted ??= !isTouchScreen() || isRemembered())

/** Chooses the editor of a touch screen, also for later visits. */
export const chooseFullEditor = (isChosen: boolean): void => {
  isWanted = isChosen
  remember(isChosen)
  for (const listener of listeners) listener()
}

export const useFullEditor = (): boolean => useSyncExternalStore(subscribe, wantsFullEditor)

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The browser may block storage: then a choice lasts as long as the page. */
const isRemembered = (): boolean => {
  try {
    return localStorage.getItem(key) === 'yes'
  } catch {
    return false
  }
}

const remember = (isChosen: boolean): void => {
  try {
    if (isChosen) localStorage.setItem(key, 'yes')
    else localStorage.removeItem(key)
  } catch {
    return
  }
}
