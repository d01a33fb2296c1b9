import type { SessionStorage, StoredSession } from '../session/storage'
import { forgetInTab, keepInTab } from '../session/tabStorage'
import { rememberThatSomeAreKept } from '../session/visits'
import { notify } from './actions'
import { store } from './store'

/** The storage is loaded when it is first used: a first visit needs none before its first report. */
let storage: Promise<SessionStorage> | undefined

export const loadStorage = (): Promise<SessionStorage> => {
  storage ??= import('../session/storage').then(({ createStorage }) => createStorage())
  storage.catch(() => (storage = undefined))
  return storage
}

/** The revisions that this page has read or written last, by the session's id. */
const known = new Map<string, string>()

export const setKnownRevision = (id: string, revision: string | undefined): void => {
  if (revision === undefined) known.delete(id)
  else known.set(id, revision)
}

/** The ids of copies, by the ids of the sessions that another tab has changed. */
const copies = new Map<string, string>()

let queue: Promise<void> = Promise.resolve()

let unfinished = 0

/** Whether something is still being written. */
export const isKeeping = (): boolean => unfinished > 0

/** Keeps a session, after those that are still being written. Says so when the browser keeps nothing. */
export const keep = (stored: StoredSession): Promise<void> => {
  unfinished += 1
  queue = queue.then(() => write(stored)).finally(() => (unfinished -= 1))
  return queue
}

let hasWarned = false

const write = async (stored: StoredSession): Promise<void> => {
  try {
    await writeOrCopy(stored)
    hasWarned = false
  } catch {
    const isInTab = keepInTab(stored)
    if (hasWarned) return
    hasWarned = true
    notify(
      isInTab
        ? 'This browser blocks storage or has no room left: your text is kept only as long as this tab is open. Share it or save it as a file to keep it longer.'
        : 'This browser blocks storage or has no room left: your text is lost when you close the page. Share it or save it as a file to keep it.',
    )
  }
}

/** When another tab has written the session in the meantime, this tab goes on with a copy. */
const writeOrCopy = async (stored: StoredSession): Promise<void> => {
  const { keep: keepInDatabase } = await loadStorage()
  const id = copies.get(stored.entry.id) ?? stored.entry.id
  const entry = { ...stored.entry, id }
  if ((await keepInDatabase({ ...stored, entry }, known.get(id))) === 'kept') {
    known.set(id, entry.revision)
    forgetInTab(entry.revision)
    return rememberThatSomeAreKept()
  }
  const copy = newId()
  copies.set(id, copy)
  await keepInDatabase({ ...stored, entry: { ...entry, id: copy } }, undefined)
  known.set(copy, entry.revision)
  const { session } = store.getState()
  if (session.id !== id) return
  store.setState({ session: { ...session, id: copy } })
  history.replaceState({ session: copy }, '')
  notify('This session was changed in another tab. Your changes here are kept as a session of their own.')
}

/** Not `crypto.randomUUID`, which only pages with a certificate have. */
export const newId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
