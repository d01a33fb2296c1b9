const groupName = /\?P?<\w+>/y
const posixClass = /\[:\^?\w+:\]/y
const repetition = /\{(\d{1,6})(?:,(\d{0,6}))?\}/y

/** A part of a regular expression: a character, an escape, a character class, a repetition, or a bracket of a group. */
type PatternPart = {
  readonly text: string
  /** How often a repetition repeats what is in front of it at most. */
  readonly times?: number
}

/** The parts of a regular expression of Go, also of an invalid one. Each character is looked at a few times at most. */
export function* patternParts(source: string): Generator<PatternPart> {
  for (let from = 0; from < source.length;) {
    repetition.lastIndex = from
    const [text, least, most = ''] = repetition.exec(source) ?? []
    if (text !== undefined) yield { text, times: Math.max(Number(least), Number(most), 1) }
    else yield { text: source.slice(from, partEnd(source, from)) }
    from += text?.length ?? partEnd(source, from) - from
  }
}

function partEnd(source: string, from: number): number {
  const first = source[from]
  if (source.startsWith('\\Q', from)) return after(source, '\\E', from + 2)
  if (first === '\\') return from + 2
  if (first === '[') return classEnd(source, from)
  groupName.lastIndex = from + 1
  return first === '(' && groupName.test(source) ? groupName.lastIndex : from + 1
}

/** The end of the character class that starts at `from`, in which a parenthesis is a literal character. */
function classEnd(source: string, from: number): number {
  let at = from + (source[from + 1] === '^' ? 2 : 1)
  if (source[at] === ']') at++
  while (at < source.length && source[at] !== ']') {
    posixClass.lastIndex = at
    if (posixClass.test(source)) at = posixClass.lastIndex
    else at += source[at] === '\\' ? 2 : 1
  }
  return at + 1
}

/** The offset after the next occurrence of a word, or the end of the text. */
const after = (text: string, word: string, from: number): number => {
  const at = text.indexOf(word, from)
  return at < 0 ? text.length : at + word.length
}

/** About how many instructions a regular expression compiles to: each repetition copies what is in front of it. */
export function patternSize(source: string): number {
  const groups = [0]
  let last = 0
  for (const { text, times } of patternParts(source)) {
    const open = groups.length - 1
    if (text.startsWith('(')) groups.push(0)
    else if (text === ')' && open > 0) {
      last = groups.pop() ?? 0
      groups[open - 1] = (groups[open - 1] ?? 0) + last
    } else {
      const added =
        times === undefined ? Math.max(1, text.startsWith('\\Q') ? text.length : 1) : last * (times - 1)
      groups[open] = (groups[open] ?? 0) + added
      last = times === undefined ? added : last * times
    }
  }
  return groups.reduce((sum, size) => sum + size, 0)
}
