import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { SourceSet } from '../formats/sourceSet'
import { listText } from '../engine/model/shorten'
import { counted, numberText } from '../formats/words'
import { visible } from '../formats/visible'
import { baselineText, readBaseline } from './baseline'
import { mostFixed, UsageError, type Command, type ExitCode, type Invocation } from './command'
import type { Scope } from './engine'
import { oneSet, readFiles, type InputFile } from './inputs'
import type { Io } from './io'
import { reportOnSet, type Job, type SetResult } from './reportOnSet'
import { withSchemaFiles } from './schemaFiles'
import { formOfSeparate } from './separateForms'
import { reportOnAll } from './shareWork'
import { progressOn } from './terminal'

/** What is not said in the report, of all sets together. */
type Totals = Omit<SetResult, 'text'>

const reportCommand = (name: Scope, summary: string): Command => ({
  name,
  summary,
  run: (invocation) => report(name, invocation),
})

export const check = reportCommand('check', 'Validate objects and run all checks')
export const score = reportCommand('score', 'Only run the checks')
export const validate = reportCommand('validate', 'Only say what a cluster would refuse')

async function report(scope: Scope, { operands, options, io }: Invocation): Promise<ExitCode> {
  refuseOutputOfOther(scope, options.output)
  const form = options.separate ? formOfSeparate(options) : undefined
  const entries = options.baseline === undefined ? undefined : readBaseline(options.baseline, io.cwd)
  const { files, problems } = await readFiles(operands, io, options)
  for (const problem of problems) io.stderr.write(`${problem}\n`)
  if (files.length === 0 && problems.length > 0) return 2
  const texts = files.map(({ text }) => text)
  const settings = withSchemaFiles(options.settings, options.schemas, texts, io)
  const job: Job = {
    ...{ scope, settings, options: plain(options) },
    known: entries && { entries, files: files.map(({ name }) => name), followsRenames: form === undefined },
    needsEntries: options.newBaseline !== undefined,
  }
  const totals = form
    ? await reportSeparately(files, job, { operands, options, io }, form)
    : await reportTogether(oneSet(files), job, { operands, options, io })
  sayWithoutSchema(totals.withoutSchema, io)
  if (totals.lacksFixes)
    io.stderr.write(
      `The output has no fixes, because there are more than ${mostFixed} findings. --fixes works them out all the same.\n`,
    )
  // The other commands cannot find what the baseline has of the rest.
  if (entries && scope === 'check') {
    const [found, read] = [new Set(totals.found), new Set(files.map(({ name }) => name))]
    const gone = entries.filter(({ file }, index) => !found.has(index) && read.has(file))
    sayGone(gone.length, options.baseline ?? '', io)
  }
  if (options.newBaseline !== undefined) writeBaseline(options.newBaseline, totals, io)
  if (problems.length > 0) return 2
  const isAccepted = options.reportOnly || options.newBaseline !== undefined
  return totals.stops && !isAccepted ? 1 : 0
}

/** kubeconform knows no checks, and kube-score nothing else: their outputs would say that all is well. */
function refuseOutputOfOther(scope: Scope, output: string): void {
  const other = { score: 'kubeconform-', validate: 'kube-score-', check: undefined }[scope]
  if (other !== undefined && output.startsWith(other))
    throw new UsageError(`${output} has nothing that ${scope} looks for. Use check, or another output.`)
}

/** What a job needs of the options; without the rest, which other threads need not get. */
const plain = ({ output, write, fixes, exitOnWarning }: Invocation['options']): Job['options'] => ({
  ...{ output, write, fixes, exitOnWarning },
})

async function reportTogether(sources: SourceSet, job: Job, { options, io }: Invocation): Promise<Totals> {
  const progress = progressOn(io.stderr)
  if (sources.text.length > 500_000) progress.show(`Checking ${counted(sources.files.length, 'file')}…`)
  const { text, ...totals } = await reportOnSet(sources, job)
  progress.clear()
  io.stdout.write(text)
  if (options.link) {
    const { pageLink } = await import('./pageLink')
    const link = await pageLink(options.page, sources.text, job.settings)
    // What other programs read must stay what it is.
    const isForPeople = options.output === 'human'
    ;(isForPeople ? io.stdout : io.stderr).write(`${link}\n`)
  }
  return totals
}

async function reportSeparately(
  files: readonly InputFile[],
  job: Job,
  { options, io }: Invocation,
  form: (text: string, name: string) => string,
): Promise<Totals> {
  const progress = progressOn(io.stderr)
  const all: Omit<SetResult, 'text'>[] = []
  await reportOnAll(files, job, io, options.threads, (results) => {
    progress.clear()
    for (const { text, ...rest } of results) {
      io.stdout.write(form(text, files[all.length]?.name ?? ''))
      all.push(rest)
    }
    if (all.length < files.length) progress.show(`${all.length} of ${counted(files.length, 'file')}`)
  })
  return {
    stops: all.some(({ stops }) => stops),
    lacksFixes: all.some(({ lacksFixes }) => lacksFixes),
    withoutSchema: [...new Set(all.flatMap(({ withoutSchema }) => withoutSchema))],
    found: [...new Set(all.flatMap(({ found }) => found))],
    entries: all.flatMap(({ entries }) => entries),
  }
}

function sayWithoutSchema(kinds: readonly string[], { stderr }: Io): void {
  if (kinds.length === 0) return
  const named = visible(listText(kinds, ', ', 5))
  stderr.write(
    `No schema for ${named}. Add the CustomResourceDefinition to the inputs, or use --schemas DIR.\n`,
  )
}

function sayGone(gone: number, file: string, { stderr }: Io): void {
  if (gone <= 0) return
  const findings = gone === 1 ? '1 finding' : `${numberText(gone)} findings`
  const which = `${findings} of ${visible(file)} no longer ${gone === 1 ? 'occurs' : 'occur'}.`
  stderr.write(`${which} Run with --write-baseline to update it.\n`)
}

function writeBaseline(name: string, { entries }: Totals, { cwd, stderr }: Io): void {
  try {
    writeFileSync(resolve(cwd, name), baselineText(entries))
  } catch {
    throw new UsageError(`${visible(name)} cannot be written.`)
  }
  stderr.write(`${visible(name)} has ${counted(entries.length, 'finding')}.\n`)
}
