import type { Scope } from '../engine/fixes/fixes'
import type { Range } from '../engine/model/range'
import type { Settings } from '../engine/model/settings'
import type { TextEdit } from '../engine/model/textEdit'
import { carry } from './carry'
import { evaluateNow } from './evaluation'
import { readManifests } from './readManifests'
import { store, type Cursor, type GroupBy, type Pane, type Theme } from './store'
import { currentSurface } from './surface'
import type { Severity } from '../engine/model/finding'

const { getState, setState } = store

/** Called by the surface after every change of its text, by whomever. */
export const changeText = (text: string): void => {
  if (text === getState().text) return
  setState((state) => ({ text, revision: state.revision + 1, done: undefined }))
  evaluateNow()
}

/** Loads an example or a file, or clears the page: one step back in the editor's undo. */
export const replaceText = (text: string): void => {
  setState({ selected: undefined, pointed: undefined, notice: undefined })
  const surface = currentSurface()
  if (surface) surface.replace(text)
  else changeText(text)
}

/** Manifests take the place of the text; JSON Schemas among the files are added to those that count. */
export const openFiles = async (files: readonly File[]): Promise<void> => {
  const { addSchemaFiles, schemasAmong } = await import('./schemaFiles')
  const schemas = await schemasAmong(files)
  const manifests = files.filter((file) => !schemas.has(file))
  if (schemas.size > 0) await addSchemaFiles([...schemas])
  if (manifests.length === 0) return
  const { text, notice } = await readManifests(manifests)
  if (text !== undefined) replaceText(text)
  setState({ notice })
}

/** Makes the edits of a fix, unless the text has changed since it was proved. `title`: what it does, on the button. */
export const applyFix = (text: string, edits: readonly TextEdit[], title: string): void => {
  if (getState().text !== text) return
  currentSurface()?.edit(edits)
  setState(({ text: after }) => ({ done: { title, before: text, after }, notice: undefined }))
}

/** Takes back the fix that was made last. */
export const undoFix = (): void => {
  const { done } = getState()
  if (done) currentSurface()?.undo(done.before)
}

/** Opens the window in which many fixes are looked at and made. */
export const openFixes = (scope: Scope): void => setState({ fixing: scope })
export const closeFixes = (): void => setState({ fixing: undefined })

/** Accepts what a check finds, wherever that is, or no longer. */
export const silenceCheck = (check: string, isSilent: boolean): void => {
  const others = getState().settings.ignoredChecks.filter((id) => id !== check)
  changeSettings({ ignoredChecks: isSilent ? [...others, check] : others })
}

/** Says something above the editor, until it is dismissed or something else is said. */
export const tell = (notice: string): void => setState({ notice })

export const dismissNotice = (): void => setState({ notice: undefined, done: undefined })

/** Asks again after a failure; the worker is a fresh one. */
export const retry = (): void => {
  setState((state) => ({ revision: state.revision + 1, failure: undefined }))
  evaluateNow()
}

export const changeSettings = (change: Partial<Settings>): void => {
  setState((state) => ({ settings: { ...state.settings, ...change }, revision: state.revision + 1 }))
  evaluateNow()
}

/** Puts the cursor on a place the report names, wherever later typing has moved it. */
export const goTo = (range: Range, finding?: string): void => {
  const { reportText, text, pane } = getState()
  setState({ pane: 'manifest', selected: finding ?? getState().selected })
  const select = (): void => currentSurface()?.select(carry(reportText, text, range))
  // A pane that was hidden has to be laid out before it can scroll.
  if (pane === 'manifest') select()
  else requestAnimationFrame(select)
}

export const point = (finding: string | undefined): void => {
  if (getState().pointed !== finding) setState({ pointed: finding })
}

export const moveCursor = (cursor: Cursor): void => setState({ cursor })
export const showPane = (pane: Pane): void => setState({ pane })
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

/** Shows or hides how the score comes about. */
export const toggleScore = (): void => toggleRow('score')

export const clearFilters = (): void => setState({ filter: '', severities: [] })
