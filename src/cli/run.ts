import { resolve } from 'node:path'
import { programName } from '../session/program'
import { closest } from '../engine/schema/didYouMean'
import { UsageError, type Command, type ExitCode } from './command'
import { commands } from './commands'
import { kindOf } from './findFiles'
import type { Io } from './io'
import { printable } from './printable'
import { readWords, type ReadWords } from './readWords'
import { resolveOptions } from './resolveOptions'
import { widthOf } from './terminal'
import { unknownWord } from './unknownWord'
import { versionText } from './version'

/** Runs the program with the words after its name. Never throws: what goes wrong is a sentence on standard error. */
export async function run(words: readonly string[], io: Io): Promise<ExitCode> {
  try {
    return await answer(words, io)
  } catch (error) {
    io.stderr.write(`${printable(sentenceOf(error, words))}\n`)
    return 2
  }
}

async function answer(words: readonly string[], io: Io): Promise<ExitCode> {
  const read = readWords(words)
  const { draft } = read
  const { command, operands, isHelp } = commandOf(read)
  if (draft.asksFor === 'version') {
    io.stdout.write(`${programName} ${versionText()}\n`)
    return 0
  }
  if (draft.asksFor === 'help' || isHelp) {
    const { helpText } = await import('./help')
    io.stdout.write(helpText(commands, command, widthOf(io.stdout)))
    return 0
  }
  const isPlain = operands.length > read.afterDashes
  const called = command ?? (isPlain ? defaultFor(operands, io) : commands[0])
  for (const { flag, written } of read.used)
    if (flag.commands?.includes(called.name) === false)
      throw new UsageError(`${written} is not a flag of ${called.name}, but of ${flag.commands.join(', ')}.`)
  return await called.run({ operands, options: resolveOptions(draft, io), io })
}

/** A word that is no file and nearly a command was meant as one. */
function defaultFor([first = '']: readonly string[], { cwd }: Io): Command {
  const near = /^[a-z]+$/i.test(first) && closest(first, names)
  if (near && !kindOf(resolve(cwd, first)))
    throw new UsageError(`There is no file ${first}; did you mean the command ${near}?`)
  return commands[0]
}

const names = commands.map(({ name }) => name)

type Called = {
  /** Undefined when none is named. */
  readonly command: Command | undefined
  readonly operands: readonly string[]
  readonly isHelp: boolean
}

/** The command is the first of the operands, unless it stands after `--`. */
function commandOf({ operands, afterDashes }: ReadWords): Called {
  const [first, ...others] = operands.length > afterDashes ? operands : []
  if (first === 'help') return helpFor(others)
  const command = commands.find(({ name }) => name === first)
  return command
    ? { command, operands: others, isHelp: false }
    : { command: undefined, operands, isHelp: false }
}

function helpFor([name]: readonly string[]): Called {
  const command = commands.find((one) => one.name === name)
  if (name !== undefined && !command)
    throw new UsageError(unknownWord(name, 'a command', names, 'See --help.'))
  return { command, operands: [], isHelp: true }
}

/** What went wrong. Of a fault of the program itself, `--verbose` also shows where it is. */
function sentenceOf(error: unknown, words: readonly string[]): string {
  if (error instanceof UsageError) return error.message
  if (!(error instanceof Error)) return `The program failed: ${String(error)}`
  const isVerbose = words.some((word) => /^-(?:-?verbose|v+)(?:=|$)/.test(word))
  return `The program failed: ${isVerbose ? (error.stack ?? error.message) : `${error.message} (--verbose shows where)`}`
}
