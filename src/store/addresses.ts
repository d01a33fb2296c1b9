import { addressText, readAddress } from '../session/address'
import { notify } from './actions'
import { mayKeepSome, sessionInHistory } from '../session/visits'
import { loadStorage } from './keepSession'
import {
  adoptSession,
  listSessions,
  openSession,
  restoreSession,
  switchSession,
  writeHistory,
} from './sessions'
import { store, type CoverPage } from './store'

const { getState, setState } = store

/** Shows what the address stands for, or else what was open last, or else the first example. */
export const startSession = async (): Promise<void> => {
  const id = sessionInHistory()
  if ((id !== undefined && (await restoreSession(id))) || (await openAddress())) return showPageOfAddress()
  const newest = mayKeepSome() ? await newestSession() : undefined
  if (newest !== undefined && (await restoreSession(newest))) writeHistory('replace', newest, location.hash)
  else adoptSession()
  showPageOfAddress()
}

/** Follows the browser's Back and Forward buttons, and links that are opened in this tab; and the other way round. */
export const followAddress = (): void => {
  addEventListener('popstate', () => {
    void follow()
  })
  followPage()
}

const follow = async (): Promise<void> => {
  const id = sessionInHistory()
  const { session } = getState()
  if (id === undefined) {
    if (!(await openAddress())) writeHistory('replace', session.id, location.hash)
  } else if (id !== session.id && !(await restoreSession(id))) notify('This session is no longer kept.')
  showPageOfAddress()
}

/**
 * Opens the text that the address contains, if it contains one, as a session of its own. Returns whether it does.
 * When a link cannot be opened, the page says why, and shows nothing else in its place.
 */
export const openAddress = async (): Promise<boolean> => {
  const address = readAddress(location.hash)
  const { hash } = location
  switch (address.kind) {
    case 'text':
      openSession({ text: address.text, settings: {} }, 'replace', hash)
      return true
    case 'session': {
      const opened = await import('../session/link')
        .then(({ decodeSession }) => decodeSession(address.data))
        .catch(() => ({
          problem: 'The link could not be opened, because a file of this page did not load. Reload the page.',
        }))
      if ('problem' in opened) showProblem(opened.problem, hash)
      else {
        openSession(opened.session, 'replace', hash)
        if (opened.notice !== undefined) notify(opened.notice)
      }
      return true
    }
    case 'lesson': {
      const lessons = await import('./lessons').catch(() => undefined)
      if (!lessons) notify('The lesson could not be opened, because a file of this page did not load.')
      return lessons?.openStep(address, 'replace') ?? false
    }
    case 'unknown':
      showProblem(address.problem, hash)
      return true
    default:
      return false
  }
}

/** The message lies in the report, which on a narrow screen is the pane that is not shown at first. */
const showProblem = (problem: string, hash: string): void => {
  openSession({ text: '', settings: {}, view: { pane: 'report' } }, 'replace', hash)
  setState({ linkProblem: problem })
  if (mayKeepSome()) void listSessions()
}

/** Opens the session that was changed last. */
export const openNewest = async (): Promise<void> => {
  const newest = await newestSession()
  if (newest !== undefined) await switchSession(newest)
}

const newestSession = async (): Promise<string | undefined> => {
  const entries = await loadStorage()
    .then(({ list }) => list())
    .catch(() => [])
  return entries[0]?.id
}

const showPageOfAddress = (): void => {
  const address = readAddress(location.hash)
  if (isPageAddress(address)) setState({ page: address })
  else setState({ page: undefined, lesson: address.kind === 'lesson' ? address : undefined })
}

/** The address of a page goes with it. What the address was before stays behind the browser's Back button. */
const followPage = (): void => {
  store.subscribe(({ page, lesson, session }, before) => {
    const isClosed = before.page !== undefined && page === undefined && session === before.session
    if (!isClosed || !isPageAddress(readAddress(location.hash))) return
    writeHistory('push', session.id, lesson ? addressText({ kind: 'lesson', ...lesson }) : '')
  })
}

const isPageAddress = (address: { readonly kind: string }): address is CoverPage =>
  ['check', 'checks', 'lessons', 'settings'].includes(address.kind)
