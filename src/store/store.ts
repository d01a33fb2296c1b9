import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Safety } from '../engine/findings/remedy'
import type { Scope } from '../engine/fixes/fixer'
import type { Severity } from '../engine/model/finding'
import type { Report } from '../engine/model/report'
import { defaultSettings, type Settings } from '../engine/model/settings'
import { examples } from '../examples'
import type { Failure } from '../worker/client'

export type Theme = 'system' | 'dark' | 'light'
export type Pane = 'manifest' | 'report'
export type GroupBy = 'object' | 'rule' | 'severity'

/** Where the cursor is in `text`. Line and column count from 1. */
export type Cursor = { readonly offset: number; readonly line: number; readonly column: number }

/** The fix that was applied last. It can be undone as long as the text is still `after`. */
type LastFix = { readonly title: string; readonly before: string; readonly after: string }

export type State = {
  /** The newest text, exactly as the editor has it: the offsets of a report count in this string. */
  readonly text: string
  /** Grows with every change of text or settings. */
  readonly revision: number
  readonly settings: Settings
  readonly report: Report | undefined
  /** The text and the revision that `report` is about: while somebody types, they are older. */
  readonly reportText: string
  readonly reportRevision: number
  /** How safe the recommended fix of a finding is, by the finding's id; findings without a fix are left out. */
  readonly fixable: ReadonlyMap<string, Safety>
  /** The report of the newest text has taken long enough for a person to notice. */
  readonly isLate: boolean
  readonly failure: Failure | undefined
  /** The finding that a person went to last, by its id. */
  readonly selected: string | undefined
  /** The finding under the pointer or the focus, by its id. */
  readonly hovered: string | undefined
  readonly cursor: Cursor
  readonly pane: Pane
  /** The editor's share of the width, in percent. */
  readonly split: number
  readonly theme: Theme
  readonly groupBy: GroupBy
  readonly filter: string
  /** Empty: all of them. */
  readonly severities: readonly Severity[]
  readonly showPassed: boolean
  /** Rows that a person opened or closed against their default. */
  readonly toggled: ReadonlySet<string>
  /** The kinds that each file of `settings.schemaFiles` has schemas for, in words. */
  readonly schemaKinds: ReadonlyMap<string, readonly string[]>
  /** A message about the last thing a person did, such as a file that could not be opened. */
  readonly notice: string | undefined
  readonly lastFix: LastFix | undefined
  /** The findings that the dialog for many fixes is open for; undefined while it is closed. */
  readonly fixScope: Scope | undefined
}

export const defaultSplit = 50

export const store = createStore<State>()(() => ({
  text: examples[0]?.text ?? '',
  revision: 1,
  settings: defaultSettings,
  report: undefined,
  reportText: '',
  reportRevision: 0,
  fixable: new Map(),
  isLate: false,
  failure: undefined,
  selected: undefined,
  hovered: undefined,
  cursor: { offset: 0, line: 1, column: 1 },
  pane: 'manifest',
  split: defaultSplit,
  theme: 'system',
  groupBy: 'object',
  filter: '',
  severities: [],
  showPassed: false,
  toggled: new Set(),
  schemaKinds: new Map(),
  notice: undefined,
  lastFix: undefined,
  fixScope: undefined,
}))

export const useApp = <Part>(selector: (state: State) => Part): Part => useStore(store, selector)
