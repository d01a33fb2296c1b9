import type { Report } from '../engine/model/report'
import type { State } from './store'

/** What of the state says how the page shows a text in which somebody types. */
export type Steady = Pick<State, 'isTyped' | 'held' | 'news' | 'isNewsCounted' | 'toggled'>

/** The change of the state when the text or the settings change otherwise than by typing. */
export const untyped = { isTyped: false, held: undefined, news: [] } satisfies Partial<Steady>

/** What decides it: the changes of the state with a change of the text, a report, a move of the cursor, and its leaving. */
type Decisions = {
  readonly afterChange: (state: State, text: string) => Partial<Steady>
  readonly afterReport: (state: State, report: Report) => Partial<Steady>
  readonly afterCursor: (state: State, offset: number) => Partial<Steady>
  readonly afterLeaving: (state: State) => Partial<Steady>
}

let decisions: Decisions | undefined

/** Connects what decides which report is shown while somebody types. It comes late: nobody types before the first one. */
export const connectTyping = (given: Decisions): void => {
  decisions = given
}

/** The change of the state with a change of the text. */
export const afterChange = (state: State, text: string): Partial<Steady> =>
  decisions?.afterChange(state, text) ?? untyped

/** The change of the state with the report on its text. */
export const afterReport = (state: State, report: Report): Partial<Steady> =>
  decisions?.afterReport(state, report) ?? { ...untyped, isTyped: true }

/** The change of the state when the cursor moves. */
export const afterCursor = (state: State, offset: number): Partial<Steady> =>
  decisions?.afterCursor(state, offset) ?? {}

/** The change of the state when the focus leaves the editor. */
export const afterLeaving = (state: State): Partial<Steady> => decisions?.afterLeaving(state) ?? {}
