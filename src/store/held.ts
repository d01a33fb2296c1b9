import type { Report } from '../engine/model/report'
import type { ShownReading, State } from './store'
import { untyped, type Steady } from './typing'
import { renamedRows } from './renamed'
import { documentAt, isTyping, settle, withChange } from './steady'

/** The change of the state with a change of the text. */
export const afterChange = (state: State, text: string): Partial<Steady> => {
  if (!isTyping(state.text, text)) return untyped
  return state.held ? { held: withChange(state.held, state.text, text) } : {}
}

/** The change of the state with the report on its text. */
export const afterReport = (state: State, report: Report): Partial<Steady> => {
  const { text, news, isNewsCounted } = state
  const before = readingOf(state)
  // The same text again, with the rules that were loaded in the meantime.
  if (before?.text === text && !state.held) return { isTyped: true }
  if (!before || !state.isTyped) return { ...untyped, isTyped: true }
  const after = { report, text }
  const settled = settle(before, after, state.cursor.offset, state.held)
  if (settled.held) return { isTyped: true, held: settled.held }
  const fails = (check: string): boolean => report.findings.some(({ rule }) => rule === check)
  const open = isNewsCounted ? [] : news.filter(({ check }) => fails(check))
  return {
    isTyped: true,
    held: undefined,
    news: [...open, ...settled.news],
    isNewsCounted: false,
    toggled: renamedRows(state.toggled, before.report, report),
  }
}

const readingOf = ({ held, report, reportText, fixable }: State): ShownReading | undefined =>
  held?.reading ?? (report && { report, text: reportText, fixable })

/** The change of the state when the cursor moves: whoever leaves a document has finished it. */
export const afterCursor = (state: State, offset: number): Partial<Steady> => {
  const { held, report, reportRevision, revision } = state
  // Until the report of the newest text is there, nobody knows which documents there are.
  if (!held || !report || reportRevision !== revision) return {}
  return documentAt(report, offset) === held.document ? {} : { held: undefined }
}

/** The change of the state when the focus leaves the editor: nothing is being typed, and what is new counts. */
export const afterLeaving = ({ news }: State): Partial<Steady> => ({
  held: undefined,
  isNewsCounted: news.length > 0,
})
