import type { Random } from '../random'

/** One way to change a text into another that nobody would write. */
export type Mutation = {
  readonly name: string
  /** `pool`: other manifests, to take parts from. Returns the text unchanged where it has no place for the change. */
  readonly change: (text: string, random: Random, pool: readonly string[]) => string
}

/** Changes one line of a text, or replaces it by several. */
export const changeLine = (
  text: string,
  random: Random,
  change: (line: string, lines: readonly string[]) => string | readonly string[],
): string => {
  const lines = text.split('\n')
  const at = random.below(lines.length)
  return [...lines.slice(0, at), change(lines[at] ?? '', lines), ...lines.slice(at + 1)].flat().join('\n')
}

/** Replaces the value of a `key: value` line, or the item of a `- item` line; other lines stay as they are. */
export const changeValue = (text: string, random: Random, value: string): string =>
  changeMatchingLine(
    text,
    random,
    /^(\s*(?:- )*(?:[^\s:#][^:#]*:|-)) .*$/,
    (match) => `${match[1] ?? ''} ${value}`,
  )

/** Changes a random one of the lines that match. */
export const changeMatchingLine = (
  text: string,
  random: Random,
  pattern: RegExp,
  change: (match: RegExpExecArray) => string,
): string => {
  const lines = text.split('\n')
  const matches = lines.flatMap((line, at) => {
    const match = pattern.exec(line)
    return match ? [{ at, match }] : []
  })
  if (matches.length === 0) return text
  const { at, match } = random.pick(matches)
  return [...lines.slice(0, at), change(match), ...lines.slice(at + 1)].join('\n')
}

/** Puts something at a random place of a text. */
export const insertSomewhere = (text: string, random: Random, inserted: string): string => {
  const at = random.below(text.length + 1)
  return text.slice(0, at) + inserted + text.slice(at)
}

/** The number of spaces at the start of a line. */
export const indentOf = (line: string): number => line.length - line.trimStart().length
