import { describe, expect, test } from 'vitest'
import { createFixer } from '../../engine/fixes/fixer'
import { defaultSettings } from '../../engine/model/settings'
import { applyEdits } from '../../engine/model/textEdit'
import { createEngine } from '../../engine/report/engine'
import { catalog } from '../../schemas'
import { sources } from '../sources'

const engine = createEngine({ sources, schemas: catalog })
const fixer = await createFixer(engine)

/** The fixes of the first finding of a rule, each with the text after it. */
function fixesOf(rule: string, text: string): readonly string[] {
  const finding = engine.evaluate(text, defaultSettings).findings.find((one) => one.rule === rule)
  expect(finding).toBeDefined()
  return fixer
    .fixesFor(text, finding?.id ?? '', defaultSettings)
    .offered.map(({ title, safety, edits }) => `${safety} ${title}\n${applyEdits(text, edits)}`)
}

const head = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n'
const before = `\uFEFF${head}---\n`

describe('a key that is there twice', () => {
  test.each<[what: string, first: string, second: string]>([
    ['a scalar', 'immutable: true\n', 'immutable: true\n'],
    ['a scalar in other quotes', "data:\n  a: 'b'\n", 'data:\n  a: b\n'],
    ['a mapping', 'data:\n  a: b # c\n  c: d\n\n', 'data:\n  c: d\n  a: b\n'],
    ['a block scalar', 'data:\n  a: |\n    b\n', 'data:\n  a: |\n    b\n'],
    ['blank lines inside', 'data:\n  a: |\n    b\n\n    c\n', 'data:\n  a: |\n    b\n\n    c\n'],
  ])('and says the same: %s', (_, first, second) => {
    const key = /^\w+/.exec(second)?.[0] ?? ''
    const rest = 'binaryData: {}\n'
    expect(fixesOf('duplicate-key', before + head + first + rest + second)).toEqual([
      `review Remove the second ${key}\n${before}${head}${first}${rest}`,
    ])
    expect(fixesOf('duplicate-key', head + first + second + rest)).toEqual([
      `review Remove the second ${key}\n${head}${first}${rest}`,
    ])
  })

  test('a list without indentation', () => {
    const text = (twice: string) => `${head}  finalizers:\n  - a\n  - b\n${twice}data: {}\n`
    expect(fixesOf('duplicate-key', text('  finalizers:\n  - a\n  - b\n'))).toEqual([
      `review Remove the second finalizers\n${text('')}`,
    ])
  })

  test.each<[what: string, first: string, second: string]>([
    ['two objects without a --- line', 'data: {}\n', head],
    ['another value', 'data: {a: b}\n', 'data: {a: c}\n'],
    ['another type', 'data: {a: 1}\n', 'data: {a: "1"}\n'],
    ['a block scalar', 'data:\n  a: |\n    b\n\n    c\n', 'data:\n  a: |\n    b\n\n    d\n'],
    ['a comment inside', 'data:\n# c\n  a: b\n', 'data:\n# c\n  a: b\n'],
    ['a comment', 'data: {a: b}\n', 'data: {a: b} # c\n'],
    ['an alias', 'data: &a {a: b}\n', 'data: *a\n'],
    ['in brackets', 'data: {a: b, a: b}\n', ''],
  ])('no fix: %s', (_, first, second) => {
    expect(fixesOf('duplicate-key', head + first + second)).toEqual([])
  })
})

test('characters that YAML does not allow', () => {
  expect(fixesOf('forbidden-character', `${before}${head}data: {a: b\u0007c}\n`)).toEqual([
    `review Remove the character\n${before}${head}data: {a: bc}\n`,
  ])
  expect(fixesOf('forbidden-character', `${head}\u0000data: {a: "\uD800b\u0093"}\n`)).toEqual([
    `review Remove the 3 characters\n${head}data: {a: "b"}\n`,
  ])
})

test('directives', () => {
  const directive = (line: string) => `${head}...\n# one\n${line}---\n${head.replace('name: a', 'name: b')}`
  expect(fixesOf('yaml-directive', directive('%YAML 1.2\n'))).toEqual([
    `safe Remove the directive\n${directive('')}`,
  ])
  expect(fixesOf('yaml-directive', directive('%YAML 1.2\n%TAG ! tag:a,2000:\n'))).toEqual([
    `review Remove the directive\n${directive('')}`,
  ])
})
