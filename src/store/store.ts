import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Scope } from '../engine/fixes/fixes'
import type { Report } from '../engine/model/report'
import { defaultSettings, type Settings } from '../engine/model/settings'
import { examples } from '../examples'
import type { Failure } from '../worker/client'
import type { Severity } from '../engine/model/finding'

export type Theme = 'system' | 'dark' | 'light'
export type Pane = 'manifest' | 'report'
export type GroupBy = 'object' | 'check' | 'severity'

/** Where the caret stands in `text`. Line and column count from 1. */
export type Cursor = { readonly offset: number; readonly line: number; readonly column: number }

/** A fix that was made last, and can be taken back as long as the text is what it made. */
export type Done = { readonly title: string; readonly before: string; readonly after: string }

export type State = {
  /** The newest text, exactly as the editor holds it: offsets of a report count in this string. */
  readonly text: string
  /** Grows with every change of text or settings. */
  readonly revision: number
  readonly settings: Settings
  readonly report: Report | undefined
  /** The text and revision `report` speaks of: while typing, they lag behind. */
  readonly reportText: string
  readonly reportRevision: number
  /** The newest text has waited long enough for a person to notice. */
  readonly late: boolean
  readonly failure: Failure | undefined
  /** The finding a person went to last, by its id. */
  readonly selected: string | undefined
  /** The finding under the pointer or the focus, by its id. */
  readonly pointed: string | undefined
  readonly cursor: Cursor
  readonly pane: Pane
  /** Share of the width the editor takes, in percent. */
  readonly split: number
  readonly theme: Theme
  readonly groupBy: GroupBy
  readonly filter: string
  /** Empty: all of them. */
  readonly severities: readonly Severity[]
  readonly showPassed: boolean
  /** Rows a person opened or closed against their default. */
  readonly toggled: ReadonlySet<string>
  /** The kinds that each file of `settings.schemaFiles` has schemas for, in words. */
  readonly schemaKinds: ReadonlyMap<string, readonly string[]>
  /** What the page has to say about the last thing it was asked, such as a file it could not open. */
  readonly notice: string | undefined
  readonly done: Done | undefined
  /** Which findings the window for many fixes is open for. */
  readonly fixing: Scope | undefined
}

export const defaultSplit = 50

export const store = createStore<State>()(() => ({
  text: examples[0]?.text ?? '',
  revision: 1,
  settings: defaultSettings,
  report: undefined,
  reportText: '',
  reportRevision: 0,
  late: false,
  failure: undefined,
  selected: undefined,
  pointed: undefined,
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
  done: undefined,
  fixing: undefined,
}))

export const useApp = <Part>(selector: (state: State) => Part): Part => useStore(store, selector)
