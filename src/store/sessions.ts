import type { SessionEntry, StoredSession } from '../session/storage'
import type { Session } from '../session/session'
import { keepInTab, readFromTab } from '../session/tabStorage'
import { notify, showToast } from './actions'
import { firstExample } from '../examples'
import { defaultSettings } from '../engine/model/settings'
import { hasSameWork, isSameSession, currentSession, stateOf } from './currentSession'
import { currentEditor } from './editorHandle'
import { evaluateNow } from './evaluation'
import { untyped } from './typing'
import { isKeeping, keep, loadStorage, newId, setKnownRevision } from './keepSession'
import { selectSummary } from './selectors'
import { store, type State } from './store'

const { getState, setState } = store

/** Milliseconds without a change before a session is written. */
const keepDelay = 300

/** What is known of the open session beyond the store. `saved`: the state that was read or written last. */
let open = { saved: getState(), summary: '', isTouched: false, changed: 0 }

/** The sessions that were left during this visit: there is a way back even where the browser keeps nothing. */
const left = new Map<string, StoredSession>()

/** The open session as it would be stored. */
const stored = (): StoredSession => {
  const state = getState()
  const { id, name } = state.session
  const { changed, isTouched } = open
  // A text that is still being checked is likely to contain what it contained before.
  if (state.reportRevision === state.revision) open.summary = selectSummary(state)
  return {
    entry: { id, name, summary: open.summary, changed, isTouched, revision: newId() },
    session: currentSession(state),
  }
}

let timer: ReturnType<typeof setTimeout> | undefined

const keepNow = (session = stored()): void => {
  clearTimeout(timer)
  timer = undefined
  open.saved = getState()
  void keep(session)
}

const keepSoon = (): void => {
  clearTimeout(timer)
  timer = setTimeout(() => keepNow(), keepDelay)
}

/** A view that only reads keeps nothing. */
let isFollowing = false

/** Keeps the session on every change, and at once when the page is left. */
export const followSession = (): void => {
  isFollowing = true
  store.subscribe((state, before) => {
    if (state.session.name !== before.session.name || !isSameSession(state, before)) followChange(state)
  })
  const leave = (): void => {
    const isKept = timer === undefined
    if (isKept && !isKeeping()) return
    const leaving = stored()
    // The page may be gone before the database has written.
    keepInTab(leaving)
    if (!isKept) keepNow(leaving)
  }
  addEventListener('pagehide', leave)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') leave()
  })
}

const followChange = (state: State): void => {
  if (state.session.name === open.saved.session.name && isSameSession(state, open.saved)) return
  if (!hasSameWork(state, open.saved)) {
    open.isTouched = true
    open.changed = Date.now()
    // The address of a link stands for its text; that of a page or a lesson does not.
    if (location.hash !== '' && !location.hash.startsWith('#/')) writeHistory('replace', state.session.id, '')
  }
  keepSoon()
}

/** Shows a session: its text as one step of the editor's undo history, and everything else at once. */
const show = ({ entry, session }: StoredSession): void => {
  const { text, ...rest } = stateOf(session)
  const shown: State = {
    ...getState(),
    ...rest,
    session: { id: entry.id, name: entry.name },
    revision: getState().revision + 1,
    hovered: undefined,
    lastFix: undefined,
    notice: undefined,
    linkProblem: undefined,
    page: undefined,
    lesson: undefined,
    toggled: new Set(),
    ...untyped,
  }
  const { summary, isTouched, changed } = entry
  open = { saved: { ...shown, text }, summary, isTouched, changed }
  setState(shown)
  const editor = currentEditor()
  if (editor && text !== shown.text) return editor.replace(text)
  setState({ text })
  evaluateNow()
}

/** `hash`: with its `#`, or empty. */
export const writeHistory = (how: 'push' | 'replace', id: string, hash: string): void => {
  const url = `${location.pathname}${location.search}${hash}`
  if (how === 'push') history.pushState({ session: id }, '', url)
  else history.replaceState({ session: id }, '', url)
}

/** Makes a session of what the page shows on a first visit: the first example, and what was changed in it by now. */
export const adoptSession = (): void => {
  const { text, title } = firstExample
  const id = newId()
  setState({ session: { id, name: title } })
  writeHistory('replace', id, location.hash)
  open = {
    saved: { ...getState(), text, settings: defaultSettings },
    summary: '',
    isTouched: false,
    changed: Date.now(),
  }
  if (getState().reportRevision === 0) evaluateNow()
  followChange(getState())
}

/** Keeps what is open, so that there is a way back to it. */
const leaveOpen = (): void => {
  clearTimeout(timer)
  timer = undefined
  if (!isFollowing || getState().text === '') return
  const leaving = stored()
  left.set(leaving.entry.id, leaving)
  for (const id of [...left.keys()].slice(0, -12)) left.delete(id)
  void keep(leaving)
}

export type NewSession = Partial<Session> & { readonly text: string; readonly name?: string | undefined }

/**
 * Opens a text as a session of its own; the one that was open stays in the list and behind the browser's Back button.
 * Without settings it takes those of the page. `hash`: of the address that stands for it, with its `#`.
 */
export const openSession = (
  { text, settings, view, name }: NewSession,
  how: 'push' | 'replace' = 'push',
  hash = '',
): void => {
  const entry: SessionEntry = {
    id: newId(),
    name,
    summary: '',
    changed: Date.now(),
    isTouched: false,
    revision: '',
  }
  const session = { text, settings: settings ?? currentSession(getState()).settings, view: view ?? {} }
  leaveOpen()
  show({ entry, session })
  writeHistory(how, entry.id, hash)
  if (how === 'push') keepSoon()
}

/** Shows a session that is kept, wherever that is. Returns whether it was found. */
export const restoreSession = async (id: string): Promise<boolean> => {
  const inTab = readFromTab(id) ?? left.get(id)
  const inDatabase = await loadStorage()
    .then(({ read }) => read(id))
    .catch(() => undefined)
  // At equal times only what is open differs, and the page was left before the database had it.
  const isTabNewer = inTab && !(inDatabase && inDatabase.entry.changed > inTab.entry.changed)
  const found = isTabNewer ? inTab : inDatabase
  if (!found) return false
  setKnownRevision(id, inDatabase?.entry.revision)
  leaveOpen()
  show(found)
  return true
}

/** Opens a session of the list. */
export const switchSession = async (id: string): Promise<void> => {
  if (id === getState().session.id) return
  if (await restoreSession(id)) writeHistory('push', id, '')
  else notify('This session is no longer kept.')
}

/** Reads which sessions there are. */
export const listSessions = async (): Promise<void> => {
  const sessions = await loadStorage()
    .then(({ list }) => list())
    .catch(() => [])
  setState({ sessions })
}

/** An empty name: the session is named after its text again. */
export const renameSession = (name: string): void =>
  setState(({ session }) => ({ session: { ...session, name: name.trim() || undefined } }))

/** Removes a session that is not open. It can be brought back as long as the message about it is there. */
export const removeSession = async (id: string): Promise<void> => {
  const storage = await loadStorage().catch(() => undefined)
  const removed = await storage?.read(id).catch(() => undefined)
  await storage?.remove(id).catch(() => undefined)
  left.delete(id)
  await listSessions()
  if (removed)
    showToast('Removed the session.', {
      title: 'Undo',
      run: () => void storage?.keep(removed, undefined).then(listSessions),
    })
}
