import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { engineRows, firstCall, fixTimes, memory, schemaTimes, type EngineRow, type Memory } from './engine'
import { pageFigures, type File, type PageFigures } from './page'
import { printPrograms, programAims, programFigures, type ProgramFigures } from './programs'
import type { Smoothness } from './smooth'
import { kilobytes, milliseconds, printAims, printTable, whole } from './table'

/**
 * `npm run bench` measures the engine, the built page and the built program in one run and prints the figures next to their
 * targets; `npm run bench -- figures.json` also writes them to a file; `npm run bench -- program` measures only the program.
 * Times are medians in milliseconds.
 */
const main = async (target: string | undefined): Promise<void> => {
  const first = firstCall()
  const engine = engineRows()
  const schemas = schemaTimes()
  const fixes = await fixTimes()
  const largest = memoryOfOwnProcess()
  printEngine(first, engine, largest)
  const page = await pageFigures()
  printPage(page)
  const programs = await programFigures()
  printPrograms(programs)
  printAllAims(engine, schemas, fixes, largest, page, programs)
  if (target)
    writeFileSync(
      target,
      JSON.stringify({ firstCall: first, engine, schemas, fixes, memory: largest, page, programs }, null, 2),
    )
}

const onlyProgram = async (): Promise<void> => {
  const programs = await programFigures()
  printPrograms(programs)
  printAims(programAims(programs))
}

/** The same program once more, as `node --expose-gc bench.js memory`. */
const memoryOfOwnProcess = (): Memory => {
  const answer = execFileSync(process.execPath, ['--expose-gc', process.argv[1] ?? '', 'memory'], {
    encoding: 'utf8',
  })
  return JSON.parse(answer) as Memory
}

const printEngine = (first: number, rows: readonly EngineRow[], { retained, peak }: Memory): void => {
  console.log(`\nEngine, on Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim()}\n`)
  printTable([
    ['', 'objects', 'findings', 'cold', 'per 1,000 lines', 'same again', 'key stroke', 'of cold'],
    ...rows.map(({ name, lines, objects, findings, cold, again, stroke }) => {
      const times = [cold, (cold / lines) * 1_000, again, stroke].map(milliseconds)
      return [name, whole(objects), whole(findings), ...times, `${((stroke / cold) * 100).toFixed(0)} %`]
    }),
  ])
  console.log(`\nThe demo in a process that has just started: ${milliseconds(first)}`)
  console.log(
    `100,000 lines: ${whole(retained)} MB stay on the heap, the process took ${whole(peak)} MB at most`,
  )
}

const printPage = ({ needed, later, report, editor, scrolling, typing }: PageFigures): void => {
  console.log('\nPage, cold loads in headless Chromium\n')
  printTable([
    ['first report', '', milliseconds(report)],
    ...bySize(needed).map(({ path, gzip }) => [`  ${path}`, kilobytes(gzip), '']),
    ['full editor', '', milliseconds(editor)],
    ...bySize(later).map(({ path, gzip }) => [`  ${path}`, kilobytes(gzip), '']),
  ])
  console.log('\nPage in use: tasks of the main thread, in time of the processor; frames by the clock\n')
  printTable([
    ['', 'longest task', 'over 50 ms', 'longest frame', 'over 50 ms', 'frames'],
    smoothnessRow('1,000 objects scrolled through', scrolling),
    smoothnessRow('40 characters typed in 10,000 lines', typing),
  ])
}

const smoothnessRow = (name: string, smoothness: Smoothness): readonly string[] => {
  const { longestTask, heavyTasks, longestFrame, slowFrames, frames } = smoothness
  return [
    name,
    milliseconds(longestTask),
    whole(heavyTasks),
    milliseconds(longestFrame),
    whole(slowFrames),
    whole(frames),
  ]
}

const printAllAims = (
  rows: readonly EngineRow[],
  { validate, admit, matrix }: ReturnType<typeof schemaTimes>,
  { one, demo, large, pass }: Awaited<ReturnType<typeof fixTimes>>,
  { retained }: Memory,
  { needed, report, scrolling, typing }: PageFigures,
  programs: ProgramFigures,
): void => {
  const row = (name: string): EngineRow | undefined => rows.find((candidate) => candidate.name === name)
  printAims([
    ['the demo, warm', row('demo')?.stroke ?? NaN, 5, milliseconds],
    ['a key stroke in 10,000 lines', row('10,000 lines')?.stroke ?? NaN, 15, milliseconds],
    ['100,000 lines, whole', row('100,000 lines')?.cold ?? NaN, 2_500, milliseconds],
    ['100,000 lines, heap', retained, 500, (value) => `${whole(value)} MB`],
    ['a Deployment of four containers, validated', validate, 0.1, milliseconds],
    ['API server rules on a Deployment of four containers', admit, 0.3, milliseconds],
    ['the demo against all versions', matrix, 20, milliseconds],
    ['the fixes of one finding of the demo, proved', one, 50, milliseconds],
    ['all fixes of the demo', demo, 200, milliseconds],
    ['all fixes of 10,000 lines', large, 15_000, milliseconds],
    ['which findings of 10,000 lines have a fix', pass, 500, milliseconds],
    ['needed for the first report, gzip', total(needed), 192_000, kilobytes],
    ['first report, cold, median', report, limitOfReport(), milliseconds],
    ['1,000 objects scrolled through, longest task', scrolling.longestTask, 50, milliseconds],
    ['40 characters typed in 10,000 lines, longest task', typing.longestTask, 50, milliseconds],
    ...programAims(programs),
  ])
}

/**
 * Milliseconds. What the same machine needed for the commit before says more than any number: `FIRST_REPORT=640 npm run
 * bench` allows a tenth more than that.
 */
const limitOfReport = (): number => Number(process.env['FIRST_REPORT'] ?? 900) * 1.1

const total = (files: readonly File[]): number => files.reduce((sum, { gzip }) => sum + gzip, 0)
const bySize = (files: readonly File[]): File[] => [...files].sort((a, b) => b.gzip - a.gzip)

const [, , argument] = process.argv
if (argument === 'memory') process.stdout.write(JSON.stringify(memory(globalThis.gc ?? (() => undefined))))
else if (argument === 'program') await onlyProgram()
else await main(argument)
