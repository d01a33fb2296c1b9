import type { Completions } from '../engine/language/completions'
import type { FixPlan, FixRequest, Fixes } from '../engine/fixes/fixes'
import type { Hover } from '../engine/language/hover'
import type { VersionMatrix } from '../engine/report/versionMatrix'
import type { Report } from '../engine/model/report'
import type { Settings } from '../engine/model/settings'
import type { Overlay } from '../formats/kustomize'

/** A text to be judged, with its revision: the answer names the revision it speaks of. */
export type Request = { readonly revision: number; readonly text: string; readonly settings: Settings }

export type Reported = {
  readonly revision: number
  readonly report: Report
  /** Schemas that could not be fetched, for people: the report was made without them. */
  readonly notLoaded: readonly string[]
  /** Whether fixes were worked out: for the first report they are not. */
  readonly withFixes: boolean
}

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
  /** The name of the manifest's file, and what it becomes. */
  readonly overlay: { readonly name: string; readonly after: string }
}

/** Something a person wants to know about one place of a text. */
export type Question<About extends keyof Subjects = keyof Subjects> = {
  readonly [Each in About]: {
    readonly about: Each
    readonly text: string
    readonly settings: Settings
  } & Subjects[Each]
}[About]

/** The answers by what is asked about; undefined when there is nothing to say. */
export type Replies = {
  readonly hover: Hover
  readonly completion: Completions
  readonly versions: VersionMatrix
  readonly fixes: Fixes
  readonly fixPlan: FixPlan
  readonly overlay: Overlay
}

export type Ask = { readonly ask: number; readonly question: Question }

export type Reply = { readonly ask: number; readonly reply: Replies[keyof Replies] | undefined }

/**
 * Has the worker load what works out fixes, and say more of what it was asked last; or all that may ever be needed. There
 * is no other answer.
 */
export type Fetch = { readonly fetch: 'mends' | 'all' }
