import type { StoredSession } from './storage'

const key = 'session'

/** The revision that this page kept last; undefined as long as only a page before it has kept something. */
let keptHere: string | undefined

/**
 * Keeps a session in this tab alone, at once: for a page that is closed before the database has written, and for browsers
 * that block or have filled it. Returns whether it was kept. A tab keeps one session, the newest.
 */
export const keepInTab = (stored: StoredSession): boolean => {
  keptHere = stored.entry.revision
  try {
    sessionStorage.setItem(key, JSON.stringify(stored))
    return true
  } catch {
    return keepInHistory(stored)
  }
}

/**
 * For when the database has what this page wrote: what this tab kept before that is no longer needed, and would get old.
 * `revision`: of what the database has; what this page kept after that stays.
 */
export const forgetInTab = (revision: string): void => {
  if (keptHere !== undefined && keptHere !== revision) return
  try {
    sessionStorage.removeItem(key)
  } catch {
    // Then nothing was kept there.
  }
}

/** The session of that id, as far as this tab kept it. */
export const readFromTab = (id: string): StoredSession | undefined => {
  const stored = fromSessionStorage() ?? fromHistory()
  return stored?.entry.id === id ? stored : undefined
}

const fromSessionStorage = (): StoredSession | undefined => {
  try {
    const text = sessionStorage.getItem(key)
    return text === null ? undefined : asStored(JSON.parse(text))
  } catch {
    return undefined
  }
}

const keepInHistory = (stored: StoredSession): boolean => {
  try {
    history.replaceState({ session: stored.entry.id, stored }, '')
    return true
  } catch {
    return false
  }
}

const fromHistory = (): StoredSession | undefined => {
  const state: unknown = history.state
  return isObject(state) ? asStored(state['stored']) : undefined
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** Only this page writes there; what an older version of it wrote may look different, and is left alone. */
const asStored = (value: unknown): StoredSession | undefined => (isStored(value) ? value : undefined)

const isStored = (value: unknown): value is StoredSession =>
  isObject(value) &&
  isObject(value['entry']) &&
  typeof value['entry']['id'] === 'string' &&
  isObject(value['session']) &&
  typeof value['session']['text'] === 'string' &&
  isObject(value['session']['settings']) &&
  isObject(value['session']['view'])
