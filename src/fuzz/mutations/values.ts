import { oddKeys, oddValues } from './oddities'
import { changeMatchingLine, changeValue, indentOf, type Mutation } from './mutation'

/** Changes of values and keys that leave the structure around them as it is. */
export const valueMutations: readonly Mutation[] = [
  {
    name: 'value of another type',
    change: (text, random) => changeValue(text, random, random.pick(oddValues)),
  },
  {
    name: 'value quoted',
    change: (text, random) =>
      changeMatchingLine(text, random, /^(\s*(?:- )?[\w.-]+: )([^"'|>{[].*)$/, ([, key = '', value = '']) => {
        const quote = random.pick(['"', "'"])
        return key + quote + value + quote
      }),
  },
  {
    name: 'value swapped with another',
    change: (text, random) => {
      const values = [...text.matchAll(/^\s*(?:- )?[\w./-]+: +(\S.*)$/gm)].map(([, value = '']) => value)
      return values.length === 0 ? text : changeValue(text, random, random.pick(values))
    },
  },
  {
    name: 'structure replaced by a value',
    change: (text, random) =>
      changeMatchingLine(
        text,
        random,
        /^(\s*(?:- )?[\w./-]+:)\s*$/,
        ([, key = '']) => `${key} ${random.pick(oddValues)}`,
      ),
  },
  {
    name: 'value with several lines',
    change: (text, random) =>
      changeMatchingLine(
        text,
        random,
        /^(\s*)((?:- )?[\w./-]+:) (\S.*)$/,
        ([, indent = '', key = '', value = '']) => {
          const style = random.pick(['|', '>', '|-', '>+', '|1', '', '"'])
          const inner = `${indent}${' '.repeat(random.below(6))}`
          const end = style === '"' ? '"' : ''
          return `${indent}${key} ${style}\n${inner}${value}\n${random.pick(['', '\t', inner])}\n${inner}${value}${end}`
        },
      ),
  },
  {
    name: 'key renamed',
    change: (text, random) =>
      changeMatchingLine(text, random, /^(\s*(?:- )?)[\w./-]+(:.*)$/, ([, start = '', end = '']) => {
        const key = random.pick(oddKeys)
        return start + (/^[\w./-]+$/.test(key) ? key : JSON.stringify(key)) + end
      }),
  },
  {
    name: 'key added',
    change: (text, random) =>
      changeMatchingLine(text, random, /^\s*[\w./-]+:.*$/, ([line]) => {
        const key = JSON.stringify(random.pick(oddKeys))
        return `${' '.repeat(indentOf(line))}${key}: ${random.pick(oddValues)}\n${line}`
      }),
  },
  {
    name: 'number moved by one',
    change: (text, random) =>
      changeMatchingLine(
        text,
        random,
        /^(.*?: )(\d{1,9})$/,
        ([, key = '', digits = '']) => key + (Number(digits) + random.pick([-1, 1, 65_536, -65_536])),
      ),
  },
]
