import { defaultView, sessionOf, settingsOf, viewOf, type Session } from '../session/session'
import type { State } from './store'

/** The parts of the state that a session contains. */
type SessionState = Pick<
  State,
  'text' | 'settings' | 'pane' | 'groupBy' | 'filter' | 'severities' | 'elsewhere' | 'showPassed' | 'selected'
>

/** The session that the page shows. */
export const currentSession = (state: SessionState): Session => {
  const { text, settings, pane, groupBy, filter, severities, elsewhere, showPassed, selected } = state
  const finding = selected ?? defaultView.finding
  return sessionOf(text, settings, { pane, groupBy, filter, severities, elsewhere, showPassed, finding })
}

/** The state that shows a session. */
export const stateOf = (session: Session): SessionState => {
  const { finding, ...view } = viewOf(session)
  return { ...view, selected: finding || undefined, text: session.text, settings: settingsOf(session) }
}

/** Whether two states have the same session. */
export const isSameSession = (a: SessionState, b: SessionState): boolean =>
  hasSameWork(a, b) &&
  a.pane === b.pane &&
  a.groupBy === b.groupBy &&
  a.filter === b.filter &&
  a.severities === b.severities &&
  a.elsewhere === b.elsewhere &&
  a.showPassed === b.showPassed &&
  a.selected === b.selected

/** Whether two states have the same text and settings: what is open does not count. */
export const hasSameWork = (a: SessionState, b: SessionState): boolean =>
  a.text === b.text && a.settings === b.settings
