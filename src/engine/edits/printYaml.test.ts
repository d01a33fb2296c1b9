import { expect, test } from 'vitest'
import { planEdits } from './planEdits'
import type { Json } from '../model/json'

const afterSettingA = (text: string, value: Json) => {
  const plan = planEdits(text, [{ kind: 'set', path: ['a'], value }])
  return 'refused' in plan ? plan.refused : plan.text
}

const inJson = (text: string) =>
  JSON.stringify(text).replace(
    /[\u0085\u2028\ufeff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

test.each<[value: Json, block: string, flow?: string]>([
  [null, 'null'],
  [true, 'true'],
  [0, '0'],
  [-0, '0'],
  [-1.5, '-1.5'],
  [1e21, '1e+21'],
  [1e-7, '1e-7'],
  [2 ** 60, '1152921504606846976'],
  ['text', 'text'],
  ['two words', 'two words'],
  ['', '""'],
  ['null', '"null"'],
  ['~', '"~"'],
  ['on', '"on"'],
  ['y', '"y"'],
  ['No', '"No"'],
  ['yEs', 'yEs'],
  ['true', '"true"'],
  ['1', '"1"'],
  ['1e3', '"1e3"'],
  ['0777', '"0777"'],
  ['0o17', '"0o17"'],
  ['0x1F', '"0x1F"'],
  ['0b11', '"0b11"'],
  ['1_000', '"1_000"'],
  ['09', '"09"'],
  ['.5', '".5"'],
  ['.inf', '".inf"'],
  ['.NaN', '".NaN"'],
  ['1.2.3', '1.2.3'],
  ['250m', '250m'],
  ['1:30', '"1:30"'],
  ['2024-01-31', '"2024-01-31"'],
  ['=', '"="'],
  ['<<', '"<<"'],
  ['*a', '"*a"'],
  ['&a', '"&a"'],
  ['!a', '"!a"'],
  ['%a', '"%a"'],
  ['@a', '"@a"'],
  ['`a', '"`a"'],
  ['#a', '"#a"'],
  ['a#b', 'a#b'],
  ['a #b', '"a #b"'],
  ['a: b', '"a: b"'],
  ['a:b', 'a:b'],
  ['a:', '"a:"'],
  ['- a', '"- a"'],
  ['-', '"-"'],
  ['--flag=a', '--flag=a'],
  ['-1a', '-1a'],
  ['---', '"---"'],
  ['? a', '"? a"'],
  ['{a}', '"{a}"'],
  ['a, b', 'a, b', '"a, b"'],
  ['a]', 'a]', '"a]"'],
  ['http://a:80/b?c=d', 'http://a:80/b?c=d'],
  ['>a', '">a"'],
  ['|', '"|"'],
  ["'a'", '"\'a\'"'],
  ['"a"', '"\\"a\\""'],
  ["it's", "it's"],
  ['a\\b', 'a\\b'],
  [' a', '" a"'],
  ['a ', '"a "'],
  ['a\tb', '"a\\tb"'],
  ['a\r\nb', '"a\\r\\nb"'],
  ['\n', '"\\n"'],
  ['a\nb\n', '|\n  a\n  b', '"a\\nb\\n"'],
  ['a\n\n  b', '|-\n  a\n\n    b', '"a\\n\\n  b"'],
  [' a\nb', '" a\\nb"'],
  ['a\n\n', '"a\\n\\n"'],
  ['a\u0007b', '"a\\u0007b"'],
  ['a\u0085b', '"a\\u0085b"'],
  ['a\u2028b\n', '"a\\u2028b\\n"'],
  ['\ufeffa', '"\\ufeffa"'],
  ['日本 é 😀', '日本 é 😀'],
  ['{{ a }}', '"{{ a }}"'],
])('%j is written so that it is read as the same value', (value, block, flow = block) => {
  expect(afterSettingA('a: x\n', value)).toBe(`a: ${block}\n`)
  expect(afterSettingA('{b: 1, a: x}\n', value)).toBe(`{b: 1, a: ${flow}}\n`)
  if (typeof value === 'string') expect(afterSettingA('{"a":"x"}', value)).toBe(`{"a":${inJson(value)}}`)
})

test.each([
  ['on', '"on"'],
  ['y', '"y"'],
  ['010', '"010"'],
  ['1', '"1"'],
  ['', '""'],
  ['<<', '"<<"'],
  ['app.kubernetes.io/name', 'app.kubernetes.io/name'],
  ['a: b', '"a: b"'],
  ['a\nb', '"a\\nb"'],
  ['- a', '"- a"'],
  ['__proto__', '__proto__'],
])('the key %j is written as %s', (key, expected) => {
  const plan = planEdits('a: 1\n', [{ kind: 'set', path: [key], value: 1 }])
  expect('refused' in plan ? plan : plan.text).toBe(`a: 1\n${expected}: 1\n`)
})
