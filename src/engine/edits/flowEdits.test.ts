import { describe } from 'vitest'
import { append, expectPlans, remove, set } from './testing/editTable'

describe('changes a flow mapping or sequence by', () => {
  expectPlans([
    ['adding a key', 'a: {b: 1}\n', [set(['a', 'c'], 'x: y')], 'a: {b: 1, c: "x: y"}\n'],
    [
      'adding a key with spaces inside the braces',
      'a: { b: 1 } # c\n',
      [set(['a', 'c', 'd'], [1])],
      'a: { b: 1, c: { d: [1] } } # c\n',
    ],
    ['adding a key before a trailing comma', 'a: {b: 1,}\n', [set(['a', 'c'], 2)], 'a: {b: 1, c: 2,}\n'],
    [
      'adding a key after a key without a value',
      'a: { b: }\nc: {"d":\n  }\n',
      [set(['a', 'e'], 1), set(['c', 'e'], 1)],
      'a: { b: , e: 1}\nc: {"d": , "e": 1\n  }\n',
    ],
    ['removing a key after a key without a value', 'a: {b: , c: 1}\n', [remove('a', 'c')], 'a: {b: }\n'],
    ['appending an item', 'a: ["b", "c"]\n', [append(['a'], 'd')], 'a: ["b", "c", "d"]\n'],
    [
      'adding a key on its own line',
      'a: {\n  b: 1, # one\n  c: 2 # two\n  # three\n}\n',
      [set(['a', 'd'], 3)],
      'a: {\n  b: 1, # one\n  c: 2, # two\n  d: 3\n  # three\n}\n',
    ],
    [
      'adding a key after a trailing comma and a comment',
      'a: {\n  b: 1, # one\n}\n',
      [set(['a', 'c'], 2)],
      'a: {\n  b: 1, # one\n  c: 2,\n}\n',
    ],
    [
      'appending an item to several on one line',
      'a: [b, c,\n    d, e]\n',
      [append(['a'], 'f')],
      'a: [b, c,\n    d, e, f]\n',
    ],
    ['removing the first key', 'a: {b: 1, c: 2}\n', [remove('a', 'b')], 'a: {c: 2}\n'],
    ['removing the last items', 'a: [b, c, d]\n', [remove('a', 1), remove('a', 1)], 'a: [b]\n'],
    ['removing the last item, which has a trailing comma', 'a: [b, c,]\n', [remove('a', 1)], 'a: [b,]\n'],
    ['removing the only key', 'a: { b: 1 }\n', [remove('a', 'b')], 'a: {}\n'],
    [
      'removing keys on their own lines',
      'a: {\n  b: 1, # one\n  c: 2, # two\n  d: 3 # three\n}\n',
      [remove('a', 'b'), remove('a', 'd')],
      'a: {\n  c: 2 # two\n}\n',
    ],
    ['removing the only item but not a comment', 'a: [ # c\n  b\n]\n', [remove('a', 0)], 'a: [ # c\n]\n'],
    [
      'replacing values',
      'a: {b: x, c: [d]} # c\n',
      [set(['a', 'b'], 'y, z'), set(['a', 'c'], { e: null })],
      'a: {b: "y, z", c: {e: null}} # c\n',
    ],
    [
      'adding values to keys without one',
      'a: {b, c: , "d":}\n',
      [set(['a', 'b'], 1), set(['a', 'c'], 2), set(['a', 'd'], 3)],
      'a: {b: 1, c: 2 , "d": 3}\n',
    ],
    ['adding braces to a pair without braces', 'a: [b: 1]\n', [set(['a', 0, 'c'], 2)], 'a: [{b: 1, c: 2}]\n'],
    [
      'adding a key to a document on its `---` line',
      '--- {a: 1} # c\n',
      [set(['b'], { c: 1 })],
      '--- {a: 1, b: {c: 1}} # c\n',
    ],
    ['removing an explicit key', '{? a : 1, b: 2}\n', [remove('a'), set(['c'], 'on')], '{b: 2, c: "on"}\n'],
  ])
})

describe('changes JSON by', () => {
  expectPlans([
    [
      'adding a key indented with tabs',
      '{\n\t"a": {\n\t\t"b": 1\n\t}\n}\n',
      [set(['a', 'c'], { d: ['on', 1] })],
      '{\n\t"a": {\n\t\t"b": 1,\n\t\t"c": {\n\t\t\t"d": [\n\t\t\t\t"on",\n\t\t\t\t1\n\t\t\t]\n\t\t}\n\t}\n}\n',
    ],
    [
      'adding a key indented with two spaces',
      '{\n  "a": {},\n  "c": [1]\n}',
      [set(['a', 'b'], 'x'), append(['c'], 2)],
      '{\n  "a": {\n    "b": "x"\n  },\n  "c": [1, 2]\n}',
    ],
    [
      'adding a key on one line',
      '{"a":{"b":1},"c":[]}',
      [set(['a', 'd'], { e: 'x', f: null }), append(['c'], true)],
      '{"a":{"b":1,"d":{"e":"x","f":null}},"c":[true]}',
    ],
    [
      'adding a key on one line with spaces',
      '{"a": 1, "b": "x"}\n',
      [set(['c', 'd'], 1)],
      '{"a": 1, "b": "x", "c": {"d": 1}}\n',
    ],
    ['removing the last key', '{\n  "a": 1,\n  "b": 2\n}\n', [remove('b')], '{\n  "a": 1\n}\n'],
    [
      'removing the first key and the first item',
      '{\n  "a": 1,\n  "b": [\n    1,\n    2\n  ]\n}\n',
      [remove('a'), remove('b', 0)],
      '{\n  "b": [\n    2\n  ]\n}\n',
    ],
    ['escaping characters', '{"a": "x"}', [set(['a'], 'é\n\u2028"')], '{"a": "é\\n\\u2028\\""}'],
    [
      'appending an object to a List',
      '{"kind": "List", "items": [\n  {"kind": "Pod"}\n]}\n',
      [append(['items'], { kind: 'Job' })],
      '{"kind": "List", "items": [\n  {"kind": "Pod"},\n  {"kind": "Job"}\n]}\n',
    ],
    [
      'appending an object to a List without spaces',
      '{"kind":"List","items":[{"kind":"Pod"}]}',
      [append(['items'], { kind: 'Job' })],
      '{"kind":"List","items":[{"kind":"Pod"},{"kind":"Job"}]}',
    ],
  ])
})
