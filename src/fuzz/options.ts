import { operations } from './growth/operations'
import { targets } from './targets'

/** What a run of the fuzzer does. */
export type Options = {
  readonly seconds: number
  readonly seed: number
  /** Names of targets, operations and families; all when empty. */
  readonly only: readonly string[]
  readonly measuresGrowth: boolean
  readonly triesInputs: boolean
  /** A file of an earlier finding to run again. */
  readonly replay: string | undefined
}

/** The options of a command line; a string with the reason when there are none. `newSeed`: for when none is given. */
export function readOptions(args: readonly string[], newSeed: number): Options | string {
  let options: Options = {
    seconds: 60,
    seed: newSeed,
    only: [],
    measuresGrowth: true,
    triesInputs: true,
    replay: undefined,
  }
  for (let index = 0; index < args.length; index++) {
    const flag = args[index] ?? ''
    const given = flag === '--seconds' || flag === '--seed' || flag === '--only' || flag === '--replay'
    const value = given ? (args[++index] ?? '') : ''
    if (given && value === '') return `${flag} needs a value.`
    const number = Number(value)
    if (flag === '--growth') options = { ...options, triesInputs: false }
    else if (flag === '--no-growth') options = { ...options, measuresGrowth: false }
    else if (flag === '--only') options = { ...options, only: value.split(',') }
    else if (flag === '--replay') options = { ...options, replay: value }
    else if (flag === '--seconds' && number > 0) options = { ...options, seconds: number }
    else if (flag === '--seed' && Number.isInteger(number)) options = { ...options, seed: number }
    else return flag === '--help' ? help : `${flag} ${value}`.trim() + ' is not an option. See --help.'
  }
  return options
}

const list = (items: readonly { readonly name: string; readonly about?: string }[]): string =>
  items.map(({ name, about = '' }) => `  ${name.padEnd(20)}${about}`.trimEnd()).join('\n')

/** What `--help` says. */
export const help = `npm run fuzz -- [options]

First measures how the cost of a report grows with each family of texts, then runs every target on
random inputs. Ends with exit code 1 when something fails; each failure is in a file in
node_modules/.cache/fuzz with the smallest input found.

  --seconds N         how long random inputs are tried (60)
  --seed S            the same seed gives the same inputs
  --only a,b          only these targets, or operations and families of growth
  --growth            only growth, of all operations
  --no-growth         only random inputs
  --replay file       runs the input of an earlier failure again

Targets:
${list(targets)}

Operations whose growth is measured:
${list(operations)}
`
