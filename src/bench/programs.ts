import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { corpus, recorded } from '../conformance/recordings'
import { defaultSettings } from '../engine/model/settings'
import { catalog } from '../schemas'
import { jsonSchemaFiles } from '../schemas/jsonSchemaOf'
import { programFile } from '../session/program'
import { manifests } from './manifests'
import { runProcess, type Command, type ProcessRun } from './processRun'
import { median, milliseconds, printTable, whole, type Aim } from './table'

/** Whole processes over many files. Times in milliseconds, memory in MB; undefined where it is unknown. */
type ProgramRow = {
  readonly name: string
  readonly files: number
  readonly time: number
  readonly peak: number | undefined
}

export type ProgramFigures = {
  readonly rows: readonly ProgramRow[]
  /** Milliseconds for one small file; `node`: for `node -e 0`. */
  readonly starts: Readonly<Record<'node' | 'own', number>> &
    Readonly<Partial<Record<'kube-score' | 'kubeconform', number>>>
}

/** How often one start is measured, in turns with the others; and a run over all files. */
const [starts, turns] = [15, 3]

const names = {
  set: 'our program, all files as one set',
  separate: 'our program, each file by itself',
  kubeScoreEach: 'kube-score, a process for each file',
  kubeScoreAll: 'kube-score, one process, the files that it reads',
  kubeconform: 'kubeconform',
}

/** One manifest of the corpus. `isRead`: kube-score reads it; it stops at the first file that it cannot read. */
type Manifest = { readonly text: string; readonly isRead: boolean }

/** Real files of public repositories, or made ones where those are not at hand. */
const allManifests = (): readonly Manifest[] =>
  recorded
    ? corpus().map(({ input, kubeScore }) => ({ text: input, isRead: kubeScore.default.error === undefined }))
    : manifests(60_000)
        .split(/^(?=# \S+, owned by )/m)
        .map((text) => ({ text, isRead: true }))

const smallFile = `apiVersion: v1
kind: ConfigMap
metadata: {name: small}
data: {a: b}
`

/**
 * Measures the built program over a corpus of files, and in the same run kube-score and kubeconform, where the variables
 * `KUBE_SCORE` and `KUBECONFORM` name them. kubeconform gets the schemas that we have, as files.
 */
export async function programFigures(): Promise<ProgramFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    return await measure(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function measure(folder: string): Promise<ProgramFigures> {
  const all = allManifests()
  const nameOf = (index: number): string => `${String(index).padStart(4, '0')}.yaml`
  for (const [index, { text }] of all.entries()) writeFileSync(join(folder, nameOf(index)), text)
  writeFileSync(join(folder, 'small.yaml'), smallFile)
  const files = all.map((_, index) => nameOf(index))
  const own: Command = [process.execPath, resolve('dist', programFile)]
  const { KUBE_SCORE: kubeScore, KUBECONFORM } = process.env
  const scoreOf: Command | undefined = kubeScore ? [kubeScore, 'score'] : undefined
  const kubeconform: Command | undefined = KUBECONFORM
    ? [KUBECONFORM, '-strict', '-ignore-missing-schemas', '-schema-location', writeSchemas(folder)]
    : undefined
  const run = async (command: Command): Promise<ProcessRun> => {
    const result = await runProcess(command, folder)
    return result.isDone ? result : { ...result, time: NaN }
  }

  const runs: readonly (readonly [name: string, files: number, command: Command])[] = [
    [names.set, files.length, [...own, ...files]],
    [names.separate, files.length, [...own, '--separate', ...files]],
    ...(scoreOf ? [scoredTogether(scoreOf, files, all)] : []),
    ...(kubeconform ? [[names.kubeconform, files.length, [...kubeconform, ...files]] as const] : []),
  ]
  const results = await inTurns(
    turns,
    runs.map(
      ([, , command]) =>
        () =>
          run(command),
    ),
  )
  const rows = runs.map(([name, count], index): ProgramRow => rowOf(name, count, results[index] ?? []))
  // Also files that it cannot read have to be tried.
  if (scoreOf) rows.push(await oneByOne(files, (file) => runProcess([...scoreOf, file], folder)))

  const started: readonly (readonly [keyof ProgramFigures['starts'], Command])[] = [
    ['node', [process.execPath, '-e', '0']],
    ['own', [...own, 'small.yaml']],
    ...(scoreOf ? [['kube-score', [...scoreOf, 'small.yaml']] as const] : []),
    ...(kubeconform ? [['kubeconform', [...kubeconform, 'small.yaml']] as const] : []),
  ]
  const times = await inTurns(
    starts,
    started.map(
      ([, command]) =>
        () =>
          run(command),
    ),
  )
  const start = (index: number): number => median((times[index] ?? []).map(({ time }) => time))
  const others = Object.fromEntries(started.slice(2).map(([name], index) => [name, start(index + 2)]))
  return { rows, starts: { node: start(0), own: start(1), ...others } }
}

const scoredTogether = (
  score: Command,
  files: readonly string[],
  all: readonly Manifest[],
): readonly [string, number, Command] => {
  const read = files.filter((_, index) => all[index]?.isRead)
  return [names.kubeScoreAll, read.length, [...score, ...read]]
}

/** Writes the schemas of the version that is the default, and returns the location for kubeconform. */
function writeSchemas(folder: string): string {
  const schemas = join(folder, 'schemas')
  mkdirSync(schemas)
  for (const [name, schema] of jsonSchemaFiles(defaultSettings.kubernetesVersion, catalog))
    writeFileSync(join(schemas, name), JSON.stringify(schema))
  return join(schemas, '{{.ResourceKind}}{{.KindSuffix}}.json')
}

/** The results of each, where all are run in turns, so that a busy machine slows all of them down. */
async function inTurns<Result>(
  count: number,
  tasks: readonly (() => Promise<Result>)[],
): Promise<readonly (readonly Result[])[]> {
  const results = tasks.map((): Result[] => [])
  for (let turn = 0; turn < count; turn++)
    for (const [index, task] of tasks.entries()) results[index]?.push(await task())
  return results
}

const highest = (runs: readonly ProcessRun[]): number | undefined => {
  const peaks = runs.flatMap(({ peak }) => peak ?? [])
  return peaks.length > 0 ? Math.max(...peaks) : undefined
}

const rowOf = (name: string, files: number, runs: readonly ProcessRun[]): ProgramRow => ({
  name,
  files,
  time: median(runs.map(({ time }) => time)),
  peak: highest(runs),
})

async function oneByOne(
  files: readonly string[],
  run: (file: string) => Promise<ProcessRun>,
): Promise<ProgramRow> {
  const runs: ProcessRun[] = []
  for (const file of files) runs.push(await run(file))
  const time = runs.reduce((sum, one) => sum + one.time, 0)
  return { name: names.kubeScoreEach, files: files.length, time, peak: highest(runs) }
}

const timeText = (value: number): string => (Number.isNaN(value) ? 'did not run' : milliseconds(value))

export const printPrograms = ({ rows, starts: start }: ProgramFigures): void => {
  console.log(`\nWhole processes, over ${recorded ? 'real' : 'made'} files\n`)
  printTable([
    ['', 'files', 'time', 'files/s', 'memory'],
    ...rows.map(({ name, files, time, peak }) => [
      name,
      whole(files),
      timeText(time),
      Number.isNaN(time) ? '' : whole((files / time) * 1_000),
      peak === undefined ? 'unknown' : `${whole(peak)} MB`,
    ]),
  ])
  console.log('\nOne small file, from start to end\n')
  printTable(
    Object.entries(start).map(([name, time]) => [
      name === 'node' ? 'node -e 0' : name === 'own' ? 'our program' : name,
      timeText(time),
    ]),
  )
}

/** Both ways have to be as fast as kube-score, which is started for each file, and kubeconform one after the other. */
export function programAims({ rows, starts: { node, own } }: ProgramFigures): readonly Aim[] {
  const time = (name: string): number | undefined => rows.find((row) => row.name === name)?.time
  const score = time(names.kubeScoreEach)
  const validate = time(names.kubeconform)
  return [
    ['one small file, above node -e 0', own - node, 150, milliseconds],
    ...(score !== undefined && validate !== undefined
      ? [
          ...[names.set, names.separate].map(
            (name) =>
              [
                `${name}, next to kube-score for each file and kubeconform`,
                time(name) ?? NaN,
                score + validate,
                milliseconds,
              ] as const,
          ),
        ]
      : []),
  ]
}
