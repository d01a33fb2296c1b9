import { oddities } from './oddities'
import { changeLine, changeMatchingLine, insertSomewhere, type Mutation } from './mutation'

/** What a slip of the hand does: lines and words that are lost, doubled, moved or mixed up. */
export const lineMutations: readonly Mutation[] = [
  {
    name: 'lines removed',
    change: (text, random) => {
      const lines = text.split('\n')
      lines.splice(random.below(lines.length), 1 + random.below(3))
      return lines.join('\n')
    },
  },
  {
    name: 'lines copied to another place',
    change: (text, random) => {
      const lines = text.split('\n')
      const at = random.below(lines.length)
      lines.splice(random.below(lines.length), 0, ...lines.slice(at, at + 1 + random.below(4)))
      return lines.join('\n')
    },
  },
  {
    name: 'line repeated in place',
    change: (text, random) => changeLine(text, random, (line) => [line, line]),
  },
  {
    name: 'indentation changed',
    change: (text, random) =>
      changeLine(text, random, (line) => ' '.repeat(random.below(12)) + line.trimStart()),
  },
  {
    name: 'block indented',
    change: (text, random) => {
      const lines = text.split('\n')
      const from = random.below(lines.length)
      const to = from + random.below(8)
      const by = ' '.repeat(1 + random.below(3))
      return lines.map((line, at) => (at >= from && at <= to ? by + line : line)).join('\n')
    },
  },
  {
    name: 'two lines joined',
    change: (text, random) => {
      const lines = text.split('\n')
      const at = random.below(lines.length)
      const joined = lines.slice(at, at + 2).join(random.pick(['', ' ']))
      return [...lines.slice(0, at), joined, ...lines.slice(at + 2)].join('\n')
    },
  },
  {
    name: 'word replaced',
    change: (text, random) =>
      changeLine(text, random, (line) => line.replace(/[^\s:-]+/, () => random.pick(oddities))),
  },
  {
    name: 'value replaced',
    change: (text, random) =>
      changeLine(text, random, (line) => line.replace(/:.*$/, () => `: ${random.pick(oddities)}`)),
  },
  {
    name: 'something inserted',
    change: (text, random) => insertSomewhere(text, random, random.pick(oddities)),
  },
  {
    name: 'letters of a key swapped',
    change: (text, random) =>
      changeMatchingLine(
        text,
        random,
        /^(\s*(?:- )?\w*)(\w)(\w)(:.*)$/,
        ([, start = '', a = '', b = '', end = '']) => start + b + a + end,
      ),
  },
  {
    name: 'characters removed',
    change: (text, random) => {
      const at = random.below(text.length + 1)
      return text.slice(0, at) + text.slice(at + 1 + random.below(random.pick([2, 30])))
    },
  },
  { name: 'end cut off', change: (text, random) => text.slice(0, random.below(text.length + 1)) },
  { name: 'start cut off', change: (text, random) => text.slice(random.below(text.length + 1)) },
]
