import type { Fix, FixableFinding, FixPlan, FixRequest, Fixes } from '../engine/fixes/fixer'
import type { GivenValue } from '../engine/fixes/placeholders'
import type { Completions } from '../engine/language/completions'
import type { Hover } from '../engine/language/hover'
import type { Report } from '../engine/model/report'
import type { SchemaFile, Settings } from '../engine/model/settings'
import type { Related } from '../engine/objects/related/relatedObjects'
import type { RuleFacts } from '../engine/report/ruleFacts'
import type { VersionMatrix } from '../engine/report/versionMatrix'
import type { OutputFiles } from '../formats/outputs'
import type { ReportFormat } from '../formats/reporting'
import type { Goal, Refuser } from '../lessons/lesson'
import type { Secret } from '../session/secrets/secret'
import type { Example } from '../formats/workedExample'

/** A text to evaluate, with its revision: the answers name the revision they are about. */
export type Request = { readonly revision: number; readonly text: string; readonly settings: Settings }

export type Reported = {
  readonly revision: number
  readonly report: Report
  /** What could not be loaded, in words for people: the report was made without it. */
  readonly notLoaded: readonly string[]
}

/** The report on the text that was answered last, now with the rules that are loaded after the first report. */
export type Completed = Reported & { readonly isCompleted: true }

/** Which findings of a report have a fix, and how safe the recommended one is; comes some time after the report. */
export type Fixable = {
  readonly revision: number
  readonly fixable: readonly FixableFinding[]
  /** What could not be loaded, in words for people: then it is not known which findings have a fix. */
  readonly notLoaded: readonly string[]
}

export type Answer = Reported | { readonly revision: number; readonly failure: string }

/**
 * The worker's signs of life. `loaded`: its code is there, and from now on it begins at once with what it is sent.
 * `begun`: it works on the request with this revision, and may be deaf until the answer. `holds`: it holds a lock with
 * this name, which the browser frees when the worker ends, however it ends.
 */
export type Sign =
  | { readonly sign: 'loaded' }
  | { readonly sign: 'begun'; readonly revision: number }
  | { readonly sign: 'holds'; readonly lock: string }

export type FromWorker = Answer | Completed | Fixable | Reply | Sign
export type ToWorker = Request | Ask | Load

/** A question about a text: nobody waits for the reply once there is a newer text. */
type AboutText<Subject> = Subject & { readonly text: string; readonly settings: Settings }

/** What a question has to name, by what it is about. */
type Subjects = {
  readonly hover: AboutText<{ readonly offset: number }>
  readonly completion: AboutText<{ readonly offset: number }>
  /** The id of an object in the report on this text. */
  readonly versions: AboutText<{ readonly object: string }>
  /** The id of an object in the report on this text. */
  readonly related: AboutText<{ readonly object: string }>
  /** The id of a finding in the report on this text. */
  readonly fixes: AboutText<{ readonly finding: string; readonly values?: readonly GivenValue[] }>
  /** The ids of findings of one rule in the report on this text. */
  readonly ignore: AboutText<{ readonly findings: readonly string[] }>
  readonly fixPlan: AboutText<{ readonly request: FixRequest }>
  readonly secrets: AboutText<object>
  /** The id of a format of the report, whether it says how findings are fixed, and the name of the manifest's file. */
  readonly report: AboutText<{ readonly format: string; readonly withFixes: boolean; readonly name: string }>
  /** The id of an output of the fixed manifest, and the name of its file. */
  readonly output: AboutText<{ readonly output: string; readonly fixes: ManyFixes; readonly name: string }>
  /** Everything that can be written, whatever the text is. */
  readonly outputs: object
  /** Which goals of a step the text meets; `start`: the manifest that the step begins with. */
  readonly goals: AboutText<{ readonly goals: readonly Goal[]; readonly start: string }>
  /** Who refuses each of some texts, under the default settings. */
  readonly refusers: { readonly texts: readonly string[] }
  /** Whether one check, and no other, has nothing to say about each of some texts. */
  readonly passes: { readonly check: string; readonly texts: readonly string[] }
  /** A manifest that breaks a rule, whatever the text is. */
  readonly example: { readonly rule: string }
  /** All rules there are, whatever the text is. */
  readonly rules: object
  /** JSON files that may be JSON Schemas, whatever the text is. */
  readonly jsonFiles: { readonly files: readonly SchemaFile[] }
}

/** All fixes that are safe, or also those to review; or the text after those that a person has selected. */
type ManyFixes = FixRequest['safety'] | { readonly after: string }

/** Something a person wants to know. */
export type Question<About extends keyof Subjects = keyof Subjects> = {
  readonly [Each in About]: { readonly about: Each } & Subjects[Each]
}[About]

/** The replies by what the question is about; undefined when there is nothing to say. */
export type Replies = {
  readonly hover: Hover
  readonly completion: Completions
  /** `needs`: what has to be in the cluster for it, which no text can promise: `PriorityClass high`. */
  readonly versions: VersionMatrix & { readonly needs: readonly string[] }
  /** None when the object is related to no other. */
  readonly related: readonly Related[]
  readonly fixes: Fixes
  readonly ignore: Fix
  readonly fixPlan: FixPlan
  readonly report: OutputFiles
  readonly output: OutputFiles
  readonly outputs: readonly OfferedOutput[]
  readonly jsonFiles: readonly JsonFile[]
  /** In the order of the goals. */
  readonly goals: readonly boolean[]
  /** In the order of the texts. */
  readonly refusers: readonly Refuser[]
  /** `none`: no manifest can show it. */
  readonly example: Example | 'none'
  /** In the order of the texts; undefined where the check looks at nothing. */
  readonly passes: readonly (boolean | undefined)[]
  /** In the order in which reports list them. */
  readonly rules: readonly ListedRule[]
  /** In the order of the text. */
  readonly secrets: readonly Secret[]
}

/** A format of the report, or an output of the fixed manifest, as a menu shows it. */
export type OfferedOutput = Pick<ReportFormat, 'id' | 'title' | 'help' | 'hasFixes'> & {
  readonly of: 'report' | 'manifest'
}

/** A rule with messages that it reports about an example; none for rules without an example. */
export type ListedRule = RuleFacts & { readonly messages: readonly string[] }

/** What a JSON file is: the kinds that it has schemas for, in words, and why not all of it can be used. */
export type JsonFile = {
  readonly name: string
  readonly looksLikeSchema: boolean
  readonly kinds: readonly string[]
  readonly error: string | undefined
}

export type Ask = { readonly ask: number; readonly question: Question }

export type Reply = { readonly ask: number; readonly reply: Replies[keyof Replies] | undefined }

/** Makes the worker load the code for fixes and send `Fixable` after each report; or load everything it may ever need. */
export type Load = { readonly load: 'fixes' | 'all' }
