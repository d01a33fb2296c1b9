import { assert, json, property } from 'fast-check'
import { expect, test } from 'vitest'
import { readDocument } from '../engine/yaml/readDocument'
import { toJson } from '../engine/yaml/toJson'
import { writeYaml } from './writeYaml'

const rows: readonly (readonly [value: Parameters<typeof writeYaml>[0], yaml: string])[] = [
  [{ a: 1, b: [true, { c: null }] }, '\na: 1\nb: \n  - true\n  - c: null'],
  [{ yes: '\u2028', 'a b': [] }, '\n"yes": "\\u2028"\n"a b": []'],
  [[[1], {}], '\n- - 1\n- {}'],
]

test.each(rows)('%j', (value, yaml) => expect(writeYaml(value)).toBe(yaml))

test('what is written is read as the same value', () => {
  assert(
    property(json(), (text) => {
      const value = { a: JSON.parse(text) }
      if (/\\ud[89a-f]/.test(writeYaml(value))) return
      const { root } = readDocument(`${writeYaml(value).trimStart()}\n`)
      expect(root && toJson(root, { largeNumbers: 'rounded' })).toEqual(value)
    }),
  )
})
