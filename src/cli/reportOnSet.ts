import type { Finding } from '../engine/model/finding'
import type { Report } from '../engine/model/report'
import type { Settings } from '../engine/model/settings'
import { stops } from '../engine/report/stops'
import { formatById } from '../formats/reportFormats'
import type { Reporting } from '../formats/reporting'
import { locator, type SourceSet } from '../formats/sourceSet'
import { entriesOf, withoutKnown, type BaselineEntry, type KnownFindings } from './baselineMatch'
import { mostFixed, UsageError, type Options } from './command'
import { engineFor, fixerFor, type Scope } from './engine'

/** How sets are reported on: plain data, which other threads get, too. */
export type Job = {
  readonly scope: Scope
  /** With the schemas of `--schemas`. */
  readonly settings: Settings
  readonly options: Pick<Options, 'output' | 'write' | 'fixes' | 'exitOnWarning'>
  readonly known: KnownFindings | undefined
  /** Also what a new baseline would have. */
  readonly needsEntries: boolean
}

/** The report on a set, and what else counts of it. Plain data. */
export type SetResult = {
  readonly text: string
  /** Something in it stops a deployment. */
  readonly stops: boolean
  /** `Widget (example.com/v1)`, for each object that could not be validated for lack of a schema. */
  readonly withoutSchema: readonly string[]
  /** Fixes were left out, because there are too many findings. */
  readonly lacksFixes: boolean
  /** The indexes of entries of the baseline that were found. */
  readonly found: readonly number[]
  /** What a new baseline would have; empty when nobody asked. */
  readonly entries: readonly BaselineEntry[]
}

/** Evaluates a set and writes its report. */
export async function reportOnSet(sources: SourceSet, job: Job): Promise<SetResult> {
  const { scope, settings, options, known, needsEntries } = job
  const format = formatById(options.output)
  if (!format) throw new UsageError(`There is no output ${options.output}.`)
  const engine = await engineFor(sources.text, scope)
  const evaluation = engine.evaluation(sources.text, settings)
  const placeOf = locator(sources)
  const fileOf = ({ range }: Finding): string => placeOf(range).file.name
  const { report, found } = known
    ? withoutKnown(evaluation.report, known, fileOf)
    : { report: evaluation.report, found: [] }
  const reporting: Reporting = { report, evaluation, sources, settings }
  const lacksFixes = format.hasFixes && options.fixes === undefined && report.findings.length > mostFixed
  const fixesOf =
    format.hasFixes && report.findings.length > 0 && (options.fixes ?? !lacksFixes)
      ? await fixesOn(sources.text, settings)
      : undefined
  return {
    text: await format.write({ ...reporting, ...(fixesOf && { fixesOf }) }, options.write),
    stops: stops(report, options.exitOnWarning),
    withoutSchema: scope === 'score' ? [] : kindsWithoutSchema(report, settings),
    found,
    lacksFixes,
    entries: needsEntries ? entriesOf(evaluation.report, fileOf) : [],
  }
}

/** Fixes are verified with all rules, whatever the report is about: none may make an object worse elsewhere. */
async function fixesOn(text: string, settings: Settings) {
  const fixer = await fixerFor(await engineFor(text))
  return ({ id }: Finding) => fixer.fixesFor(text, id, settings)
}

/** Kinds that were skipped, or are an error, because nothing says what their fields are. */
function kindsWithoutSchema({ objects, findings }: Report, { skipKinds }: Settings): readonly string[] {
  const reported = new Set(
    findings.filter(({ rule }) => rule === 'missing-schema').map(({ object }) => object),
  )
  const lacking = objects.filter(
    ({ id, kind, apiVersion, validity }) =>
      reported.has(id) ||
      (validity.status === 'skipped' &&
        !skipKinds.includes(kind) &&
        !skipKinds.includes(`${apiVersion}/${kind}`)),
  )
  return [...new Set(lacking.map(({ kind, apiVersion }) => `${kind} (${apiVersion})`))]
}
