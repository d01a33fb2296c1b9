/** Numbers as the server writes them in Go. */
const integer = (text: string): number | undefined => (/^[+-]?\d+$/.test(text) ? Number(text) : undefined)

/** How many indexes a text names, or what is wrong with it, as the end of a sentence. */
type Indexes = { readonly count: number } | { readonly problem: string }

/** Reads indexes such as `1,3-5` of a Job with that many completions. Source: `validateIndexesFormat`. */
export function readIndexes(text: string, completions: number): Indexes {
  if (text === '') return { count: 0 }
  let count = 0
  let last: number | undefined
  for (const part of text.split(',')) {
    const limits = part.split('-')
    if (limits.length > 2) return { problem: `has the range “${part}” with more than one hyphen` }
    const numbers = limits.map(integer)
    const [from, to = from] = numbers
    if (from === undefined || to === undefined || numbers.includes(undefined))
      return { problem: `has the part “${part}”, which is neither a number nor a range` }
    if (from >= completions || to >= completions)
      return { problem: `has the index ${Math.max(from, to)}, but the last one is ${completions - 1}` }
    if ((limits.length === 2 && from >= to) || (last !== undefined && last >= from))
      return { problem: 'must be in ascending order' }
    count += to - from + 1
    last = to
  }
  return { count }
}
