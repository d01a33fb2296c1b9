import { oddKeys } from './oddities'
import { changeMatchingLine, changeValue, indentOf, type Mutation } from './mutation'
import type { Random } from '../random'

const anchors = ['a', 'b', 'x1', '__proto__', 'ä', 'a.b']

const tags = [
  '!!str',
  '!!int',
  '!!float',
  '!!bool',
  '!!null',
  '!!seq',
  '!!map',
  '!!binary',
  '!x',
  '!',
  '!<x>',
  '!!merge',
]

/** Changes of what belongs to what. */
export const structureMutations: readonly Mutation[] = [
  {
    name: 'anchor and alias',
    change: (text, random) => {
      const anchor = random.pick(anchors)
      return changeValue(changeKey(text, random, ` &${anchor}`), random, `*${anchor}`)
    },
  },
  {
    name: 'merge key',
    change: (text, random) => {
      const anchor = random.pick(anchors)
      const merge = random.pick([
        `<<: *${anchor}`,
        `<<: [*${anchor}, *${anchor}]`,
        `? <<\n: *${anchor}`,
        '<<: {a: 1}',
      ])
      return addLine(changeKey(text, random, ` &${anchor}`), random, merge)
    },
  },
  {
    name: 'alias of what contains it',
    change: (text, random) => addLine(changeKey(text, random, ' &a'), random, 'self: *a'),
  },
  { name: 'tag', change: (text, random) => changeKey(text, random, ` ${random.pick(tags)}`) },
  {
    name: 'key twice',
    change: (text, random) =>
      changeMatchingLine(text, random, /^\s*[\w./-]+:.*$/, ([line]) => `${line}\n${line}`),
  },
  {
    name: 'comment',
    change: (text, random) => addLine(text, random, random.pick(['# x', '#', '#!', '# Source: a', '#---'])),
  },
  { name: 'deep nesting', change: (text, random) => changeValue(text, random, nested(random)) },
  {
    name: 'item in an item',
    change: (text, random) =>
      changeMatchingLine(
        text,
        random,
        /^(\s*)- (.*)$/,
        ([, indent = '', item = '']) => `${indent}- - ${item}`,
      ),
  },
  {
    name: 'list instead of a mapping',
    change: (text, random) =>
      changeMatchingLine(
        text,
        random,
        /^(\s*)([\w./-]+:.*)$/,
        ([, indent = '', entry = '']) => `${indent}- ${entry}`,
      ),
  },
  {
    name: 'flow instead of a block',
    change: (text, random) =>
      changeMatchingLine(
        text,
        random,
        /^(\s*(?:- )?)([\w./-]+): (\S.*)$/,
        ([, start = '', key = '', value = '']) =>
          start +
          random.pick([
            `{${key}: ${value}}`,
            `{"${key}":${value}}`,
            `[${key}: ${value}]`,
            `? ${key}\n${start}: ${value}`,
          ]),
      ),
  },
  { name: 'List around it', change: (text, random) => inList(text, random) },
]

/** Adds something after the colon of a key. */
const changeKey = (text: string, random: Random, added: string): string =>
  changeMatchingLine(
    text,
    random,
    /^(\s*(?:- )?[\w./-]+:)(.*)$/,
    ([, key = '', rest = '']) => key + added + rest,
  )

/** Adds a line before another, with the same indentation. */
const addLine = (text: string, random: Random, added: string): string =>
  changeMatchingLine(text, random, /\S/, ({ input }) => `${' '.repeat(indentOf(input))}${added}\n${input}`)

const nested = (random: Random): string => {
  const depth = random.pick([3, 20, 99, 101, 199, 201, 600])
  const key = random.pick(oddKeys.filter((name) => /^\w+$/.test(name)))
  return random.pick([
    '['.repeat(depth) + ']'.repeat(depth),
    `{${key}: `.repeat(depth) + '1' + '}'.repeat(depth),
    '['.repeat(depth),
    '- '.repeat(depth),
  ])
}

/** Puts the first document into a List, or a List into a List. */
const inList = (text: string, random: Random): string => {
  const depth = 1 + random.below(3)
  let list = text
  for (let count = 0; count < depth; count++) {
    const item = list
      .replace(/^---.*\n/, '')
      .replaceAll(/^(?!$)/gm, '  ')
      .replace(/^ {2}/, '- ')
    list = `apiVersion: v1\nkind: ${random.pick(['List', 'PodList', 'List'])}\nitems:\n${item}`
  }
  return list
}
