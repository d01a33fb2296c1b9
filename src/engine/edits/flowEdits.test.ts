import { describe } from 'vitest'
import { append, expectPlans, remove, set } from './testing/editTable'

describe('brackets', () => {
  expectPlans([
    ['a key in braces', 'a: {b: 1}\n', [set(['a', 'c'], 'x: y')], 'a: {b: 1, c: "x: y"}\n'],
    [
      'a key in spaced braces',
      'a: { b: 1 } # c\n',
      [set(['a', 'c', 'd'], [1])],
      'a: { b: 1, c: { d: [1] } } # c\n',
    ],
    ['a key in front of a comma at the end', 'a: {b: 1,}\n', [set(['a', 'c'], 2)], 'a: {b: 1, c: 2,}\n'],
    [
      'a key behind a colon without a value',
      'a: { b: }\nc: {"d":\n  }\n',
      [set(['a', 'e'], 1), set(['c', 'e'], 1)],
      'a: { b: , e: 1}\nc: {"d": , "e": 1\n  }\n',
    ],
    ['without what is behind a colon', 'a: {b: , c: 1}\n', [remove('a', 'c')], 'a: {b: }\n'],
    ['an item', 'a: ["b", "c"]\n', [append(['a'], 'd')], 'a: ["b", "c", "d"]\n'],
    [
      'a key on a line of its own',
      'a: {\n  b: 1, # one\n  c: 2 # two\n  # three\n}\n',
      [set(['a', 'd'], 3)],
      'a: {\n  b: 1, # one\n  c: 2, # two\n  d: 3\n  # three\n}\n',
    ],
    [
      'a key behind a comma and a comment',
      'a: {\n  b: 1, # one\n}\n',
      [set(['a', 'c'], 2)],
      'a: {\n  b: 1, # one\n  c: 2,\n}\n',
    ],
    [
      'an item behind several on a line',
      'a: [b, c,\n    d, e]\n',
      [append(['a'], 'f')],
      'a: [b, c,\n    d, e, f]\n',
    ],
    ['without the first', 'a: {b: 1, c: 2}\n', [remove('a', 'b')], 'a: {c: 2}\n'],
    ['without the last', 'a: [b, c, d]\n', [remove('a', 1), remove('a', 1)], 'a: [b]\n'],
    ['without the last, which has a comma', 'a: [b, c,]\n', [remove('a', 1)], 'a: [b,]\n'],
    ['without any', 'a: { b: 1 }\n', [remove('a', 'b')], 'a: {}\n'],
    [
      'without lines of their own',
      'a: {\n  b: 1, # one\n  c: 2, # two\n  d: 3 # three\n}\n',
      [remove('a', 'b'), remove('a', 'd')],
      'a: {\n  c: 2 # two\n}\n',
    ],
    ['without any, around a comment', 'a: [ # c\n  b\n]\n', [remove('a', 0)], 'a: [ # c\n]\n'],
    [
      'another value',
      'a: {b: x, c: [d]} # c\n',
      [set(['a', 'b'], 'y, z'), set(['a', 'c'], { e: null })],
      'a: {b: "y, z", c: {e: null}} # c\n',
    ],
    [
      'a value for a key without one',
      'a: {b, c: , "d":}\n',
      [set(['a', 'b'], 1), set(['a', 'c'], 2), set(['a', 'd'], 3)],
      'a: {b: 1, c: 2 , "d": 3}\n',
    ],
    ['a pair without braces', 'a: [b: 1]\n', [set(['a', 0, 'c'], 2)], 'a: [{b: 1, c: 2}]\n'],
    [
      'a document on the line of its dashes',
      '--- {a: 1} # c\n',
      [set(['b'], { c: 1 })],
      '--- {a: 1, b: {c: 1}} # c\n',
    ],
    ['an explicit key in braces', '{? a : 1, b: 2}\n', [remove('a'), set(['c'], 'on')], '{b: 2, c: "on"}\n'],
  ])
})

describe('JSON', () => {
  expectPlans([
    [
      'a key, with tabs',
      '{\n\t"a": {\n\t\t"b": 1\n\t}\n}\n',
      [set(['a', 'c'], { d: ['on', 1] })],
      '{\n\t"a": {\n\t\t"b": 1,\n\t\t"c": {\n\t\t\t"d": [\n\t\t\t\t"on",\n\t\t\t\t1\n\t\t\t]\n\t\t}\n\t}\n}\n',
    ],
    [
      'a key, with two spaces',
      '{\n  "a": {},\n  "c": [1]\n}',
      [set(['a', 'b'], 'x'), append(['c'], 2)],
      '{\n  "a": {\n    "b": "x"\n  },\n  "c": [1, 2]\n}',
    ],
    [
      'a key, on one line',
      '{"a":{"b":1},"c":[]}',
      [set(['a', 'd'], { e: 'x', f: null }), append(['c'], true)],
      '{"a":{"b":1,"d":{"e":"x","f":null}},"c":[true]}',
    ],
    [
      'a key, on one line with blanks',
      '{"a": 1, "b": "x"}\n',
      [set(['c', 'd'], 1)],
      '{"a": 1, "b": "x", "c": {"d": 1}}\n',
    ],
    ['without the last', '{\n  "a": 1,\n  "b": 2\n}\n', [remove('b')], '{\n  "a": 1\n}\n'],
    [
      'without the first',
      '{\n  "a": 1,\n  "b": [\n    1,\n    2\n  ]\n}\n',
      [remove('a'), remove('b', 0)],
      '{\n  "b": [\n    2\n  ]\n}\n',
    ],
    ['text that JSON has to escape', '{"a": "x"}', [set(['a'], 'é\n\u2028"')], '{"a": "é\\n\\u2028\\""}'],
    [
      'an object of a List',
      '{"kind": "List", "items": [\n  {"kind": "Pod"}\n]}\n',
      [append(['items'], { kind: 'Job' })],
      '{"kind": "List", "items": [\n  {"kind": "Pod"},\n  {"kind": "Job"}\n]}\n',
    ],
    [
      'an object of a List of compact JSON',
      '{"kind":"List","items":[{"kind":"Pod"}]}',
      [append(['items'], { kind: 'Job' })],
      '{"kind":"List","items":[{"kind":"Pod"},{"kind":"Job"}]}',
    ],
  ])
})
