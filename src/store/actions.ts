import type { Scope } from '../engine/fixes/fixer'
import type { Finding, Severity } from '../engine/model/finding'
import type { Range } from '../engine/model/range'
import type { Settings } from '../engine/model/settings'
import type { TextEdit } from '../engine/model/textEdit'
import type { GroupBy, Pane } from '../session/session'
import { currentEditor } from './editorHandle'
import { evaluateNow, renewWorker } from './evaluation'
import { rangeByNow, selectActive } from './selectors'
import { store, type Cursor, type OutputScope, type Theme, type Toast } from './store'
import { afterChange, afterCursor, afterLeaving, untyped } from './typing'
import { isNarrow } from './useIsNarrow'

const { getState, setState } = store

/** The editor calls this after every change of its text, whoever made it. `mayBeTyped`: unless a step was undone or redone. */
export const changeText = (text: string, mayBeTyped = true): void => {
  if (text === getState().text) return
  setState((state) => ({
    text,
    revision: state.revision + 1,
    ...(mayBeTyped ? afterChange(state, text) : untyped),
    lastFix: undefined,
    linkProblem: undefined,
    // What it could undo is no longer the last change.
    toast: state.lastFix ? undefined : state.toast,
  }))
  evaluateNow()
}

/**
 * Applies the edits of a fix, unless the text has changed since it was verified. `title`: as on the button. `done`: the same
 * in the past tense, as a sentence.
 */
export const applyFix = (text: string, edits: readonly TextEdit[], title: string, done: string): void => {
  if (getState().text !== text) return
  currentEditor()?.edit(edits)
  setState(({ text: after }) => ({ lastFix: { title, before: text, after }, notice: undefined, ...untyped }))
  showToast(done, { title: 'Undo', undoes: title, run: undoFix })
}

/** Undoes the fix that was applied last. */
const undoFix = (): void => {
  const { lastFix } = getState()
  if (!lastFix) return
  currentEditor()?.undo(lastFix.before)
  setState(untyped)
}

/** Opens the dialog that says what this page is: version, build, sources, licence, privacy. */
export const openAbout = (): void => setState({ showsAbout: true })
export const closeAbout = (): void => setState({ showsAbout: false })

export const showLicences = (): void => setState({ showsLicences: true })
export const closeLicences = (): void => setState({ showsLicences: false })

/** Opens the dialog that makes a link. */
export const openSharing = (): void => setState({ isSharing: true })
/** The same for a link that opens with a finding. */
export const shareFinding = (finding: string): void => setState({ selected: finding, isSharing: true })
export const closeSharing = (): void => setState({ isSharing: false })

/** Opens the dialog that shows many fixes before they are applied. */
export const openFixes = (scope: Scope): void => setState({ fixScope: scope })
export const closeFixes = (): void => setState({ fixScope: undefined })

/** Opens the sheet that shows an output before it is copied or downloaded. */
export const openOutput = (scope: OutputScope = {}): void => setState({ outputScope: scope })
export const closeOutput = (): void => setState({ outputScope: undefined })

/** Ignores a check in every manifest, which can be undone. `done`: that it was done, as a sentence. */
export const ignoreCheck = (check: string, done: string): void =>
  switchSettings({ ignoredChecks: [...getState().settings.ignoredChecks, check] }, done)

/** Changes settings from the report, where a toast offers to change them back. `done`: what was done, as a sentence. */
export const switchSettings = (change: Partial<Settings>, done: string): void =>
  showToast(done, { title: 'Undo', undoes: done.replace(/\.$/, ''), run: changeBack(change) })

/** Changes settings, and returns how to change them back, as long as the same session is open. */
const changeBack = (change: Partial<Settings>): (() => void) => {
  const { settings, session } = getState()
  const before = Object.fromEntries(Object.entries(settings).filter(([key]) => key in change))
  changeSettings(change)
  return () => {
    if (getState().session.id === session.id) changeSettings(before)
  }
}

/** Shows a message above the panes until it is dismissed or replaced. */
export const notify = (notice: string): void => setState({ notice })

/** Shows what has just been done, for some seconds. */
export const showToast = (text: string, action?: Toast['action']): void =>
  setState({ toast: { text, ...(action && { action }) } })

export const hideToast = (): void => setState({ toast: undefined })

export const dismissNotice = (): void => setState({ notice: undefined })

/** Hides the offer of a new version of the page until the next visit. */
export const postponeUpdate = (): void => setState({ update: undefined })

/** Asks again after a failure, of a new worker. */
export const retry = (): void => {
  setState((state) => ({ revision: state.revision + 1, failure: undefined }))
  renewWorker()
}

export const changeSettings = (change: Partial<Settings>): void => {
  setState((state) => ({
    settings: { ...state.settings, ...change },
    revision: state.revision + 1,
    ...untyped,
  }))
  evaluateNow()
}

/** Replaces many settings at once, and offers to undo that. `text`: what has been done, for the toast. */
export const replaceSettings = (settings: Settings, text: string): void =>
  showToast(text, { title: 'Undo', run: changeBack(settings) })

/** Selects a range that the shown report names, wherever it is by now. */
export const goTo = (range: Range, finding?: string): void =>
  goToNewest(rangeByNow(getState(), range), finding)

/** Selects a range of the newest text. */
export const goToNewest = (range: Range, finding?: string): void => {
  const { pane } = getState()
  showPane('manifest')
  setState({ selected: finding ?? getState().selected })
  const select = (): void => currentEditor()?.select(range)
  // A pane that was hidden has to be laid out before it can scroll.
  if (pane === 'manifest') select()
  else requestAnimationFrame(select)
}

/** Shows the place of a finding in the editor beside the list, where there is one; the focus stays in the list. */
export const showPlace = ({ range, id }: Finding): void => {
  const state = getState()
  setState({ selected: id })
  // On a narrow screen only one of them is there.
  if (!isNarrow() || state.pane === 'manifest') currentEditor()?.reveal(rangeByNow(state, range))
}

/** Opens the row of some findings, and shows the place of the first. */
export const openRow = (row: string, [first]: readonly Finding[]): void => {
  setState(({ toggled }) => ({ toggled: new Set([...toggled, row]) }))
  if (first) showPlace(first)
}

/** Goes to the finding after the selected one, or after the cursor; from the last one on to the first. */
export const goToNextFinding = (direction: 1 | -1): void => {
  const state = getState()
  const findings = direction > 0 ? selectActive(state) : selectActive(state).toReversed()
  const isAhead = ({ range }: Finding): boolean => {
    const { from, to } = rangeByNow(state, range)
    return direction > 0 ? from > state.cursor.offset : to < state.cursor.offset
  }
  const at = findings.findIndex(({ id }) => id === state.selected)
  const next = (at < 0 ? findings.find(isAhead) : findings[at + 1]) ?? findings[0]
  if (next) goTo(next.range, next.id)
}

export const hover = (finding: string | undefined): void => {
  if (getState().hovered !== finding) setState({ hovered: finding })
}

export const setCursor = (cursor: Cursor): void =>
  setState((state) => ({ cursor, ...afterCursor(state, cursor.offset) }))

/** The focus has left the editor: nothing is being typed any more. */
export const leaveEditor = (): void => {
  const state = getState()
  if (state.held || (state.news.length > 0 && !state.isNewsCounted)) setState(afterLeaving)
}

/** Shows a pane, whatever covers it. */
export const showPane = (pane: Pane): void => setState({ pane, page: undefined, isLessonShown: false })
/** On a narrow screen: the lesson in place of the panes. */
export const showLesson = (): void => setState({ page: undefined, isLessonShown: true })
/** Goes back from a page to the panes, or to the lesson that it was opened from. */
export const closePage = (): void => setState({ page: undefined })
export const setSplit = (split: number): void => setState({ split: Math.min(80, Math.max(20, split)) })
export const setTheme = (theme: Theme): void => setState({ theme })
export const setGroupBy = (groupBy: GroupBy): void => setState({ groupBy })
export const setFilter = (filter: string): void => setState({ filter })
export const setShowPassed = (showPassed: boolean): void => setState({ showPassed })

export const toggleSeverity = (severity: Severity): void =>
  setState(({ severities }) => ({
    severities: severities.includes(severity)
      ? severities.filter((one) => one !== severity)
      : [...severities, severity],
  }))

/** Opens or closes a row; `row` is its key in the list. */
export const toggleRow = (row: string): void =>
  setState(({ toggled }) => {
    const next = new Set(toggled)
    if (!next.delete(row)) next.add(row)
    return { toggled: next }
  })

/** Shows or hides how the score is calculated. */
export const toggleScore = (): void => toggleRow('score')

/** Shows only the findings that may be elsewhere, or all again. */
export const toggleElsewhere = (): void => setState(({ elsewhere }) => ({ elsewhere: !elsewhere }))

export const clearFilters = (): void => setState({ filter: '', severities: [], elsewhere: false })
