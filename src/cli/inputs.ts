import { readFileSync } from 'node:fs'
import { textLimit } from '../engine/objects/documentCache'
import { joinSources, stdinName, type SourceSet } from '../formats/sourceSet'
import { counted, numberText } from '../formats/words'
import { patternTest } from '../schemas/reading'
import { textOfFile } from '../session/fileText'
import { visible } from '../formats/visible'
import { UsageError, type Options } from './command'
import { findFiles } from './findFiles'
import type { Io } from './io'
import { looksLikeManifest } from './looksLikeManifest'

/** A file that was read, by the name that reports use. */
export type InputFile = { readonly name: string; readonly text: string }

export type Inputs = {
  readonly files: readonly InputFile[]
  /** What could not be read, one sentence each. */
  readonly problems: readonly string[]
}

type Choice = Pick<Options, 'ignoredNames' | 'write'>

/** Reads what the operands name: one set of files. Throws a `UsageError` when something of it cannot be read. */
export async function readInputs(operands: readonly string[], io: Io, choice: Choice): Promise<SourceSet> {
  const inputs = await readFiles(operands, io, choice)
  if (inputs.problems.length > 0) throw new UsageError(inputs.problems.join('\n'))
  return oneSet(inputs.files)
}

/** Files as one set. Throws a `UsageError` when the engine would not read all of it. */
export function oneSet(files: readonly InputFile[]): SourceSet {
  const sources = joinSources(files)
  if (files.length > 1 && sources.text.length > textLimit)
    throw new UsageError(
      `${counted(files.length, 'file')} have ${numberText(sources.text.length)} characters, and one set can have ${numberText(textLimit)}. Check fewer files at once, or add --separate to read each file alone.`,
    )
  return sources
}

/** Reads what the operands name; without any, standard input. What is left out is said on standard error. */
export async function readFiles(operands: readonly string[], io: Io, choice: Choice): Promise<Inputs> {
  if (operands.length === 0 && io.stdin.isTerminal)
    throw new UsageError(
      'Name the files or folders to read, or pipe a manifest into the program. See --help.',
    )
  const asked = operands.length === 0 ? ['-'] : operands
  const found = await findFiles(
    asked.filter((operand) => operand !== '-'),
    io.cwd,
  )
  const problems = [...found.problems]
  const files: InputFile[] = []
  const leftOut: string[] = []
  if (asked.includes('-')) {
    const text = await readStdin(io)
    // What writes into the pipe has failed, and its exit code is lost: nothing at all must not pass.
    if (text.trim() === '') problems.push('Standard input is empty.')
    else files.push({ name: stdinName, text })
  }
  const tests = choice.ignoredNames.flatMap((pattern) => patternTest(pattern) ?? [])
  for (const { path, name, isNamed } of found.files) {
    if (tests.some(({ accepts }) => accepts(name))) continue
    const text = textIn(path)
    if (text === undefined) problems.push(`${visible(name)} cannot be read.`)
    else if (isNamed && text.includes('\0')) problems.push(`${visible(name)} is a binary file, not text.`)
    else if (isNamed || (!text.includes('\0') && looksLikeManifest(name, text))) files.push({ name, text })
    else leftOut.push(name)
  }
  sayLeftOut(leftOut, choice.write.verbosity > 0, io)
  if (files.length === 0 && problems.length === 0)
    problems.push(
      leftOut.length > 0
        ? 'No file has an object: a document with apiVersion and kind.'
        : '--ignore-filename-pattern leaves out all files.',
    )
  return { files, problems }
}

function sayLeftOut(names: readonly string[], isVerbose: boolean, { stderr }: Io): void {
  if (names.length === 0) return
  if (isVerbose)
    for (const name of names) stderr.write(`Left out, because it has no object: ${visible(name)}\n`)
  else stderr.write(`Left out ${counted(names.length, 'file')} without an object; --verbose names them.\n`)
}

function textIn(path: string): string | undefined {
  try {
    return textOfFile(readFileSync(path)).text
  } catch {
    return undefined
  }
}

async function readStdin({ stdin }: Io): Promise<string> {
  try {
    return textOfFile(await stdin.read()).text
  } catch {
    throw new UsageError('Standard input cannot be read.')
  }
}
