import type { WriteOptions } from '../formats/reporting'
import type { Settings } from '../engine/model/settings'
import type { Io } from './io'

/** 0: nothing stops a deployment. 1: something does. 2: the program could not do what it was asked to. */
export type ExitCode = 0 | 1 | 2

/** What the flags and the file of settings say, for every command alike. */
export type Options = {
  /** Without the schemas of `schemas`. */
  readonly settings: Settings
  /** The id of a format; see `reportFormats`. */
  readonly output: string
  readonly write: WriteOptions
  /** With the fixes of findings, in the formats that have them; undefined: unless there are too many. */
  readonly fixes: boolean | undefined
  /** Warnings give exit code 1, too. */
  readonly exitOnWarning: boolean
  /** Findings never change the exit code. */
  readonly reportOnly: boolean
  /** For `fix`: also the fixes that a person has to look at. */
  readonly review: boolean
  /** For `fix`: show what would change, and change nothing. */
  readonly dryRun: boolean
  /** For `fix`: the ids of the rules to fix findings of; none for all rules. */
  readonly only: readonly string[]
  /** Each file is a set of its own. */
  readonly separate: boolean
  /** How many threads may share the work; undefined for as many as pay. */
  readonly threads: number | undefined
  /** Regular expressions of Go for the names of files to leave out. */
  readonly ignoredNames: readonly string[]
  /** Files and folders with schemas of other kinds. */
  readonly schemas: readonly string[]
  /** The file with findings that do not count. */
  readonly baseline: string | undefined
  /** The file to write such a list to. */
  readonly newBaseline: string | undefined
  /** Say the link that opens the same text in the page. */
  readonly link: boolean
  /** The address of the page; empty where nobody needs it. */
  readonly page: string
}

/**
 * Each fix is verified on the whole set, so the time for all of them grows with the square of the set: fixes of more findings
 * are worked out only when somebody asks for them.
 */
export const mostFixed = 300

/** One call of a command. `operands`: the words that are no flags, such as the names of files. */
export type Invocation = { readonly operands: readonly string[]; readonly options: Options; readonly io: Io }

export type Command = {
  readonly name: string
  /** What it does, as a line of the help. */
  readonly summary: string
  /** Throws a `UsageError` for what cannot be done as it was asked. */
  readonly run: (invocation: Invocation) => Promise<ExitCode>
}

/** The program was asked for something that it cannot do: a sentence for people; exit code 2. */
export class UsageError extends Error {}
