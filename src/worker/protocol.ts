import type { FixableFinding, FixPlan, FixRequest, Fixes } from '../engine/fixes/fixer'
import type { Completions } from '../engine/language/completions'
import type { Hover } from '../engine/language/hover'
import type { Report } from '../engine/model/report'
import type { Settings } from '../engine/model/settings'
import type { VersionMatrix } from '../engine/report/versionMatrix'
import type { OutputFiles } from '../formats/outputs'

/** A text to evaluate, with its revision: the answers name the revision they are about. */
export type Request = { readonly revision: number; readonly text: string; readonly settings: Settings }

export type Reported = {
  readonly revision: number
  readonly report: Report
  /** Schemas that could not be loaded, in words for people: the report was made without them. */
  readonly notLoaded: readonly string[]
}

/** Which findings of a report have a fix, and how safe the recommended one is; comes some time after the report. */
export type Fixable = { readonly revision: number; readonly fixable: readonly FixableFinding[] }

export type Answer = Reported | { readonly revision: number; readonly failure: string }

/** What a question has to name, by what it is about. */
type Subjects = {
  readonly hover: { readonly offset: number }
  readonly completion: { readonly offset: number }
  /** The id of an object in the report on this text. */
  readonly versions: { readonly object: string }
  /** The id of a finding in the report on this text. */
  readonly fixes: { readonly finding: string }
  readonly fixPlan: { readonly request: FixRequest }
  /** The id of an output, the text after the fixes, and the name of the manifest's file. */
  readonly output: { readonly output: string; readonly after: string; readonly name: string }
}

/** Something a person wants to know about one place of a text. */
export type Question<About extends keyof Subjects = keyof Subjects> = {
  readonly [Each in About]: {
    readonly about: Each
    readonly text: string
    readonly settings: Settings
  } & Subjects[Each]
}[About]

/** The replies by what the question is about; undefined when there is nothing to say. */
export type Replies = {
  readonly hover: Hover
  readonly completion: Completions
  readonly versions: VersionMatrix
  readonly fixes: Fixes
  readonly fixPlan: FixPlan
  readonly output: OutputFiles
}

export type Ask = { readonly ask: number; readonly question: Question }

export type Reply = { readonly ask: number; readonly reply: Replies[keyof Replies] | undefined }

/** Makes the worker load the code for fixes and send `Fixable` after each report; or load everything it may ever need. */
export type Load = { readonly load: 'fixes' | 'all' }
