import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { FixSummary, Scope } from '../engine/fixes/fixer'
import type { Severity } from '../engine/model/finding'
import type { Report } from '../engine/model/report'
import { defaultSettings, type Settings } from '../engine/model/settings'
import { firstExample } from '../examples'
import type { Address } from '../session/address'
import type { GroupBy, Pane } from '../session/session'
import type { SessionEntry } from '../session/storage'
import type { Failure } from '../worker/client'
import type { Held, News, Reading } from './steady'

export type Theme = 'system' | 'dark' | 'light'

/** Where the cursor is in `text`. Line and column count from 1. */
export type Cursor = { readonly offset: number; readonly line: number; readonly column: number }

/** The fix that was applied last. It can be undone as long as the text is still `after`. */
type LastFix = { readonly title: string; readonly before: string; readonly after: string }

/** What has just been done, and what may follow at once, such as undoing it. */
export type Toast = {
  readonly text: string
  readonly action?: {
    readonly title: string
    readonly run: () => void
    /** What it undoes, in words; then its button takes the focus, because that of the change has gone with its row. */
    readonly undoes?: string
  }
}

/** The session that is open. `name`: undefined as long as nobody and nothing has given it one. */
type OpenSession = { readonly id: string; readonly name: string | undefined }

/** The page of a rule, by its id, all of them, or all lessons. */
export type LearningPage = Extract<Address, { readonly kind: 'check' | 'checks' | 'lessons' }>

/** What may cover the panes. */
export type CoverPage = LearningPage | Extract<Address, { readonly kind: 'settings' }>

/** The step of a lesson, by their ids. */
export type LessonStep = Pick<Extract<Address, { readonly kind: 'lesson' }>, 'id' | 'step'>

/** A reading that the page goes on showing, with what it has to have for that. */
export type ShownReading = Reading & { readonly fixable: ReadonlyMap<string, FixSummary> }

/** What is written out. `fixed`: only this text, which some fixes have led to; absent: whatever a person chooses. */
export type OutputScope = { readonly fixed?: { readonly text: string; readonly fixes: number } }

export type State = {
  readonly session: OpenSession
  /** The sessions that this browser keeps, newest first, as of the last time that somebody looked. */
  readonly sessions: readonly SessionEntry[]
  /** The newest text, exactly as the editor has it: the offsets of a report count in this string. */
  readonly text: string
  /** Grows with every change of text or settings. */
  readonly revision: number
  readonly settings: Settings
  readonly report: Report | undefined
  /** The text and the revision that `report` is about: while somebody types, they are older. */
  readonly reportText: string
  readonly reportRevision: number
  /** The Kubernetes version that it speaks of. */
  readonly reportVersion: string
  /** Whether all that was changed since the text of `report` was typed, a few characters at a time. */
  readonly isTyped: boolean
  /** The last good reading, which the page shows in place of `report` while something is half typed. */
  readonly held: Held<ShownReading> | undefined
  /** The checks that have become applicable by what was typed last, and fail. */
  readonly news: readonly News[]
  /** Whether they count in the score that is shown: they do as soon as the focus leaves the editor. */
  readonly isNewsCounted: boolean
  /** The recommended fix of a finding, by the finding's id; findings without a fix are left out. */
  readonly fixable: ReadonlyMap<string, FixSummary>
  /** The report of the newest text has taken long enough for a person to notice. */
  readonly isLate: boolean
  readonly failure: Failure | undefined
  /** What the worker could not load for the report, in words for people; empty when nothing is missing. */
  readonly notLoaded: readonly string[]
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
  /** Only the findings that may be elsewhere. */
  readonly elsewhere: boolean
  readonly showPassed: boolean
  /** Rows that a person opened or closed against their default. */
  readonly toggled: ReadonlySet<string>
  /** A message about the last thing a person did, such as a file that could not be opened. */
  readonly notice: string | undefined
  /** What has just been done, shown for some seconds. */
  readonly toast: Toast | undefined
  /** A link that cannot be opened, and why: shown in place of a report until there is a text. */
  readonly linkProblem: string | undefined
  readonly isSharing: boolean
  readonly showsAbout: boolean
  readonly showsLicences: boolean
  /** The page that the address asks for, in place of the panes. */
  readonly page: CoverPage | undefined
  /** The step of a lesson that the address asks for: it lies beside the panes. */
  readonly lesson: LessonStep | undefined
  /** Where only one of them has room: the lesson is shown, not one of the panes. */
  readonly isLessonShown: boolean
  /** The steps that were done, as `lesson/step`, each with the score of the text by then. */
  readonly doneSteps: ReadonlyMap<string, number | null>
  readonly lastFix: LastFix | undefined
  /** Reloads the page with its new version; undefined as long as there is none. */
  readonly update: (() => void) | undefined
  /** The findings that the dialog for many fixes is open for; undefined while it is closed. */
  readonly fixScope: Scope | undefined
  /** What the sheet of outputs is open for; undefined while it is closed. */
  readonly outputScope: OutputScope | undefined
}

export const defaultSplit = 50

export const store = createStore<State>()(() => ({
  session: { id: '', name: undefined },
  sessions: [],
  text: firstExample.text,
  revision: 1,
  settings: defaultSettings,
  report: undefined,
  reportText: '',
  reportRevision: 0,
  reportVersion: defaultSettings.kubernetesVersion,
  isTyped: false,
  held: undefined,
  news: [],
  isNewsCounted: false,
  fixable: new Map(),
  isLate: false,
  failure: undefined,
  notLoaded: [],
  selected: undefined,
  hovered: undefined,
  cursor: { offset: 0, line: 1, column: 1 },
  pane: 'manifest',
  split: defaultSplit,
  theme: 'system',
  groupBy: 'object',
  filter: '',
  severities: [],
  elsewhere: false,
  showPassed: false,
  toggled: new Set(),
  notice: undefined,
  toast: undefined,
  linkProblem: undefined,
  isSharing: false,
  showsAbout: false,
  showsLicences: false,
  page: undefined,
  lesson: undefined,
  isLessonShown: true,
  doneSteps: new Map(),
  lastFix: undefined,
  update: undefined,
  fixScope: undefined,
  outputScope: undefined,
}))

export const useApp = <Part>(selector: (state: State) => Part): Part => useStore(store, selector)
