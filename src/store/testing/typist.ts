import { defaultSettings } from '../../engine/model/settings'
import { createEngine } from '../../engine/report/engine'
import { sources } from '../../rules/sources'
import { catalog } from '../../schemas'
import { readers } from '../../schemas/reading'
import { afterChange, afterCursor, afterReport } from '../held'
import { store, type State } from '../store'

const engine = createEngine({ sources, schemas: catalog, readers })

export const evaluate = (text: string) => engine.evaluate(text, defaultSettings)

/** A state in which a text has been opened and its report is there. */
export const opened = (text: string): State => {
  const report = evaluate(text)
  return { ...store.getInitialState(), text, report, reportText: text, reportRevision: 1, isTyped: true }
}

/** The report on the newest text arrives. */
export const reported = (state: State): State => {
  const report = evaluate(state.text)
  const { text, revision } = state
  return { ...state, ...afterReport(state, report), report, reportText: text, reportRevision: revision }
}

export const moved = (state: State, offset: number): State => ({
  ...state,
  cursor: { ...state.cursor, offset },
  ...afterCursor(state, offset),
})

/** The text changes at one place, where the cursor is afterwards; the report is not there yet. */
export const changed = (state: State, from: number, to: number, insert: string): State => {
  const text = state.text.slice(0, from) + insert + state.text.slice(to)
  const next = { ...state, text, revision: state.revision + 1, ...afterChange(state, text) }
  return moved(next, from + insert.length)
}

/** Every state on the way while a text is typed at an offset, a character at a time. */
export function* keyByKey(state: State, offset: number, text: string): Generator<State> {
  let last = moved(state, offset)
  for (const [index, character] of [...text].entries()) {
    const at = offset + index
    last = reported(changed(last, at, at, character))
    yield last
  }
}

/** Every state on the way while characters before an offset are deleted with Backspace. */
export function* deleting(state: State, offset: number, count: number): Generator<State> {
  let last = moved(state, offset)
  for (let at = offset; at > offset - count; at -= 1) {
    last = reported(changed(last, at - 1, at, ''))
    yield last
  }
}

/** The last state of some. */
export const end = (states: Iterable<State>): State => {
  let last: State | undefined
  for (const state of states) last = state
  if (!last) throw new Error('Nothing was typed')
  return last
}
