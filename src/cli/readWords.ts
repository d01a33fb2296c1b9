import { reportFormats } from '../formats/reportFormats'
import { visible } from '../formats/visible'
import { UsageError } from './command'
import { dashed, emptyDraft, type Draft, type Flag } from './flag'
import { flagNamed, flags, refusedFlags } from './options'
import { unknownWord } from './unknownWord'

/** The words of a call, sorted out. `used`: each flag as it was written, in order. */
export type ReadWords = {
  readonly draft: Draft
  readonly operands: readonly string[]
  /** How many of the operands come after `--`, so that none of these is the name of a command. */
  readonly afterDashes: number
  readonly used: readonly { readonly flag: Flag; readonly written: string }[]
}

/**
 * Reads flags and operands, in any order: `-flag`, `--flag`, `--flag=value`, `--flag value`, `-vv`; `--` ends the flags.
 * Throws a `UsageError` for an unknown flag or a value that it cannot have.
 */
export function readWords(words: readonly string[]): ReadWords {
  const operands: string[] = []
  const used: { flag: Flag; written: string }[] = []
  const dashes = words.indexOf('--')
  const before = dashes < 0 ? words : words.slice(0, dashes)
  const after = dashes < 0 ? [] : words.slice(dashes + 1)
  let draft = emptyDraft
  for (let index = 0; index < before.length; index += 1) {
    const word = before[index] ?? ''
    if (word === '-' || !word.startsWith('-')) {
      operands.push(word)
      continue
    }
    const { written, flag, isOff, value } = flagOf(word)
    used.push({ flag, written })
    if ('set' in flag) {
      draft = flag.set(draft, isOff !== isTrue(written, value))
      continue
    }
    if (flag.isOptional) {
      draft = flag.take(draft, value ?? '', written)
      continue
    }
    const argument = value ?? before[index + 1]
    if (argument === undefined || (value === undefined && /^-./.test(argument)))
      throw new UsageError(`${written} needs a value: ${written} ${flag.argument}`)
    if (value === undefined) index += 1
    draft = flag.take(draft, kubeconformOutput(written, flag, argument), written)
  }
  return { draft, operands: [...operands, ...after], afterDashes: after.length, used }
}

type Written = {
  readonly written: string
  readonly flag: Flag
  readonly isOff: boolean
  readonly value: string | undefined
}

function flagOf(word: string): Written {
  const equals = word.indexOf('=')
  const written = equals < 0 ? word : word.slice(0, equals)
  const value = equals < 0 ? undefined : word.slice(equals + 1)
  const name = written.replace(/^--?/, '')
  const flag = flagNamed(name)
  if (flag) return { written, flag, isOff: false, value }
  // kube-score counts it: -vv.
  const verbose = /^-v+$/.test(written) ? flagNamed('v') : undefined
  if (verbose) return { written, flag: verbose, isOff: false, value: value ?? String(name.length) }
  const positive = name.startsWith('no-') ? flagNamed(name.slice('no-'.length)) : undefined
  if (positive && 'set' in positive) return { written, flag: positive, isOff: true, value }
  throw new UsageError(unknownFlag(written, name))
}

function unknownFlag(written: string, name: string): string {
  const why = Object.hasOwn(refusedFlags, name) ? refusedFlags[name] : undefined
  if (why !== undefined) return `${visible(written)} is not a flag here. ${why}`
  const known = flags.flatMap(({ names }) => names.filter((one) => one.length > 1).map(dashed))
  return unknownWord(written.replace(/^-(?=[^-])/, '--'), 'a flag', known, 'See --help.')
}

function isTrue(written: string, value: string | undefined): boolean {
  if (value === undefined || /^(?:1|t|true)$/i.test(value)) return true
  if (/^(?:0|f|false)$/i.test(value)) return false
  throw new UsageError(`${written} is on or off: ${written}=true or ${written}=false`)
}

/** `-output json` with one dash is kubeconform’s way to write it, and means its JSON. */
function kubeconformOutput(written: string, flag: Flag, argument: string): string {
  const theirs = `kubeconform-${argument}`
  const isTheirs =
    written === '-output' && flag.names[0] === 'output' && reportFormats.some(({ id }) => id === theirs)
  return isTheirs ? theirs : argument
}
