const flag = 'keeps-sessions'

/** Tells the next visit to look for sessions before it shows anything. */
export const rememberThatSomeAreKept = (): void => {
  try {
    localStorage.setItem(flag, 'yes')
  } catch {
    return
  }
}

/** Whether this browser may keep sessions; false on a first visit, and where it blocks storage. */
export const mayKeepSome = (): boolean => {
  try {
    return localStorage.getItem(flag) !== null
  } catch {
    return false
  }
}

/** The id of the session that the current entry of the tab's history shows. */
export const sessionInHistory = (): string | undefined => {
  const state: unknown = history.state
  const isObject = typeof state === 'object' && state !== null
  return isObject && 'session' in state && typeof state.session === 'string' ? state.session : undefined
}
