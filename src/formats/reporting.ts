import type { Fixes } from '../engine/fixes/fixer'
import type { Finding } from '../engine/model/finding'
import type { Report } from '../engine/model/report'
import type { Settings } from '../engine/model/settings'
import type { Evaluation } from '../engine/report/evaluate'
import type { SourceSet } from './sourceSet'

/** A report with all that a format may say beside it. */
export type Reporting = {
  /** What counts for a format: it can have fewer findings than that of the evaluation, and more ignored ones. */
  readonly report: Report
  readonly evaluation: Evaluation
  readonly sources: SourceSet
  readonly settings: Settings
  /** Works out the fixes of a finding of the report; absent where nobody asked for fixes. */
  readonly fixesOf?: (finding: Finding) => Fixes
}

/** How something is written. Most formats for programs are the same however they are asked for. */
export type WriteOptions = {
  /** Columns of the terminal. */
  readonly width: number
  readonly colours: boolean
  /** How much is shown: 0 what has to be fixed, 1 also what passed or is ignored, 2 also what was skipped. */
  readonly verbosity: 0 | 1 | 2
  /** With totals, where a format has them only on demand. */
  readonly summary: boolean
}

/** As on the page, and where the output is piped. */
export const plainOptions: WriteOptions = { width: 80, colours: false, verbosity: 0, summary: false }

/** A format in which a report leaves the page or the program. */
export type ReportFormat = {
  /** Part of `--output ID`. */
  readonly id: string
  /** As in a menu: `SARIF`. */
  readonly title: string
  /** What it is for, in a sentence. */
  readonly help: string
  /** `report.sarif` */
  readonly fileName: string
  readonly mimeType: string
  /** It is offered on the page; the others only in the program. */
  readonly isOnPage: boolean
  /** It says how findings are fixed: `fixesOf` is worth its time. */
  readonly hasFixes: boolean
  /** The whole output. Total: every report can be written. */
  readonly write: (reporting: Reporting, options: WriteOptions) => Promise<string>
}
