import { resolve } from 'node:path'
import type { Settings } from '../engine/model/settings'
import { painter } from '../formats/paint'
import { editedSources, stdinName, type SourceFile, type SourceSet } from '../formats/sourceSet'
import { unifiedDiff } from '../formats/unifiedDiff'
import { visible } from '../formats/visible'
import { stops } from '../engine/report/stops'
import type { ExitCode, Invocation, Options } from './command'
import { engineFor, fixerFor } from './engine'
import { fixReport } from './fixReport'
import { readInputs } from './inputs'
import type { Io } from './io'
import { paintedDiff } from './paintedDiff'
import { planAll } from './planAll'
import { withSchemaFiles } from './schemaFiles'
import { progressOn } from './terminal'
import { replaceText } from './writeFile'

/** Fixes the files that the operands name, or shows how, and says what was done and what is left. */
export async function runFix({ operands, options, io }: Invocation): Promise<ExitCode> {
  const sources = await readInputs(operands, io, options)
  const texts = sources.files.map(({ text }) => text)
  const settings = withSchemaFiles(options.settings, options.schemas, texts, io)
  const work = await fixAll(sources, settings, options, io)
  const changed = sources.files.flatMap((before, index): readonly Changed[] => {
    const after = work.after.files[index]
    return after && after.text !== before.text ? [{ before, after }] : []
  })
  const hasText = options.dryRun || sources.files.some(isStdin)
  const stream = hasText ? io.stderr : io.stdout
  const colours = options.write.colours && stream.isTerminal === io.stdout.isTerminal
  const unwritten = options.dryRun ? showDiffs(changed, options, io) : writeAll(work.after.files, changed, io)
  stream.write(fixReport({ ...work, changed: changed.length }, { ...options.write, colours }, options))
  for (const problem of unwritten) io.stderr.write(`${problem}\n`)
  if (unwritten.length > 0) return 2
  if (options.reportOnly) return 0
  if (options.dryRun) return changed.length > 0 ? 1 : 0
  return stops(work.reportAfter, options.exitOnWarning) ? 1 : 0
}

type Changed = { readonly before: SourceFile; readonly after: SourceFile }

const isStdin = ({ name }: SourceFile): boolean => name === stdinName

/** Works out all fixes that were asked for, and what is left after them. */
async function fixAll(sources: SourceSet, settings: Settings, { review, only }: Options, { stderr }: Io) {
  const progress = progressOn(stderr)
  if (sources.text.length > 100_000) progress.show('Working out fixes…')
  const engine = await engineFor(sources.text)
  const fixer = await fixerFor(engine)
  const { report } = engine.evaluation(sources.text, settings)
  const request = {
    safety: review ? 'review' : 'safe',
    declined: [],
    ...(only.length > 0 && { rules: only }),
  } as const
  const plan = planAll(fixer, sources.text, request, settings)
  const reportAfter = engine.evaluation(plan.text, settings).report
  const fixable = [...fixer.fixableFindings(plan.text, settings)].flatMap((one) => (one ? [one] : []))
  progress.clear()
  return {
    plan,
    after: editedSources(sources, plan.edits),
    scoreBefore: report.score,
    reportAfter,
    fixable: new Map(fixable),
  }
}

/** The text of standard input goes to standard output, changed or not. Returns a sentence for each file that was not written. */
function writeAll(
  all: readonly SourceFile[],
  changed: readonly Changed[],
  { cwd, stdout }: Io,
): readonly string[] {
  for (const { text } of all.filter(isStdin)) stdout.write(text)
  return changed.flatMap(({ before, after }) => {
    if (isStdin(before)) return []
    const reason = replaceText(resolve(cwd, before.name), before.text, after.text)
    return reason === undefined ? [] : [`${visible(before.name)} is as it was: ${reason}.`]
  })
}

/** For people in colours; for `git apply` and `patch` exactly as the files are. */
function showDiffs(
  changed: readonly Changed[],
  { write: { colours } }: Options,
  { stdout }: Io,
): readonly [] {
  for (const { before, after } of changed) {
    const diff = unifiedDiff(before.text, after.text, visible(before.name.replace(/^\/+/, '')))
    stdout.write(colours || stdout.isTerminal ? paintedDiff(diff, painter(colours)) : diff)
  }
  return []
}
