import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { campaign, type Found } from './campaign'
import { serve, type Answer, type Task } from './child'
import { families } from './growth/families'
import { growthOf, steepest, type Growth } from './growth/growthOf'
import { operations } from './growth/operations'
import type { Input } from './input'
import { manifestPool } from './manifests'
import { readOptions, type Options } from './options'
import type { Outcome } from './outcome'
import { createRunner, type Runner } from './runner'
import { startChild } from './startChild'
import { targets } from './targets'
import type { Target } from './targets/target'

const folder = 'node_modules/.cache/fuzz'

/** Milliseconds without an answer that count as a hang, even when the process uses no time of the CPU. */
const limit = 600_000

type Process = Runner<Task, Answer>

/** `npm run fuzz`: the number of failures, which are also written to files. */
const main = async (options: Options): Promise<number> => {
  mkdirSync(folder, { recursive: true })
  console.log(`Seed ${options.seed}`)
  const runner: Process = createRunner({ start: startChild, limit })
  if (options.replay !== undefined) return replay(options.replay, runner)
  const steep = options.measuresGrowth ? await measureGrowth(options, runner) : 0
  const failures = options.triesInputs ? await tryInputs(options, runner) : 0
  return steep + failures
}

/** `otherwise`: when none of the items is named. */
const chosen = <Item extends { readonly name: string }>(
  items: readonly Item[],
  { only }: Options,
  otherwise: readonly Item[] = items,
): readonly Item[] => {
  const named = items.filter(({ name }) => only.includes(name))
  return named.length > 0 ? named : otherwise
}

const measureGrowth = async (options: Options, { run, close }: Process): Promise<number> => {
  console.log(`\nCPU time in ms at n, 2n and 4n; a factor above ${steepest} from n to 4n is too steep\n`)
  let steep = 0
  const quick = operations.slice(0, 1)
  for (const operation of chosen(operations, options, options.triesInputs ? quick : operations))
    for (const family of chosen(families, options)) {
      const growth = await growthOf(async (size) => {
        const done = await run({ operation: operation.name, family: family.name, size })
        return 'answer' in done
          ? { cost: done.answer.cpu, isLargest: done.answer.isLargest ?? false }
          : { cost: Infinity, isLargest: true }
      }, 40)
      if (growth.isTooSteep) steep++
      console.log(rowOf(operation.name, family.name, growth))
    }
  close()
  return steep
}

const rowOf = (operation: string, family: string, { size, costs, factor, isTooSteep }: Growth): string =>
  [
    operation.padEnd(20),
    family.padEnd(46),
    String(size).padStart(8),
    ...costs.map((cost) => cost.toFixed(0).padStart(8)),
    (factor?.toFixed(1) ?? 'quick').padStart(8),
    isTooSteep ? '  TOO STEEP' : '',
  ].join('')

const tryInputs = async (options: Options, runner: Process): Promise<number> => {
  const { seed, seconds } = options
  const until = Date.now() + seconds * 1_000
  let found = 0
  let isStopped = false
  // Ctrl+C ends the run early; the table is still printed.
  process.once('SIGINT', () => {
    isStopped = true
  })
  const tallies = await campaign({
    seed,
    targets: chosen(targets, options),
    pool: manifestPool(),
    run: (target, input) => outcomeIn(runner, target, input),
    isOver: () => isStopped || Date.now() > until,
    onFound: (failure) => {
      found++
      console.log(`\n${failure.target}: ${failure.kind}: ${failure.error.slice(0, 600)}`)
      console.log(`${JSON.stringify(failure.input.text.slice(0, 300))}\nin ${save(failure)}`)
    },
  })
  runner.close()
  console.log(`\n${'target'.padEnd(14)}${'inputs'.padStart(10)}${'failures'.padStart(10)}`)
  for (const { target, inputs, failures } of tallies)
    console.log(target.padEnd(14) + String(inputs).padStart(10) + String(failures).padStart(10))
  return found
}

const outcomeIn = async ({ run }: Process, { name }: Target, input: Input): Promise<Outcome> => {
  const done = await run({ target: name, input })
  return 'answer' in done ? done.answer : { failure: done.failure, cpu: 0 }
}

/** The name of the file with everything that is needed to run it again. */
const save = (found: Found): string => {
  const file = join(folder, `${found.target}-${found.seed}-${found.index}.json`)
  writeFileSync(file, `${JSON.stringify({ ...found, text: found.input.text }, null, 2)}\n`)
  return file
}

const replay = async (file: string, runner: Process): Promise<number> => {
  const { target: name, input }: Found = JSON.parse(readFileSync(file, 'utf8'))
  const target = targets.find((candidate) => candidate.name === name)
  if (!target) throw new Error(`There is no target ${name}.`)
  const { failure } = await outcomeIn(runner, target, input)
  runner.close()
  console.log(failure ? `${failure.kind}: ${failure.error}` : 'It passes.')
  return failure ? 1 : 0
}

const args = process.argv.slice(2)
if (args[0] === 'child') serve()
else {
  const options = readOptions(args, Date.now() % 1_000_000)
  if (typeof options === 'string') console.log(options)
  process.exitCode =
    typeof options === 'string' ? Number(!args.includes('--help')) : Number((await main(options)) > 0)
}
