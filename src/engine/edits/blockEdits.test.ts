import { describe } from 'vitest'
import { append, expectPlans, remove, rename, set } from './testing/editTable'

describe('lists', () => {
  expectPlans([
    ['an item', 'a:\n  - b\n  - c\n', [append(['a'], 'd')], 'a:\n  - b\n  - c\n  - d\n'],
    ['an item that is there', 'a:\n  - b\n', [append(['a'], 'b')], 'a:\n  - b\n'],
    [
      'an item under the key, above what follows',
      'a:\n- b\n# about c\nc: 1\n',
      [append(['a'], { d: 1, e: [2] })],
      'a:\n- b\n- d: 1\n  e:\n  - 2\n# about c\nc: 1\n',
    ],
    [
      'an item with its dash alone',
      'a:\n  -\n    b: 1\n',
      [append(['a'], { b: 2, c: 3 })],
      'a:\n  -\n    b: 1\n  -\n    b: 2\n    c: 3\n',
    ],
    [
      'an item far from its dash',
      'a:\n-   b: 1\n    c: 2\n',
      [append(['a'], { b: 3, c: 4 })],
      'a:\n-   b: 1\n    c: 2\n-   b: 3\n    c: 4\n',
    ],
    [
      'a list in a list',
      'a:\n- - b\n  - c\n',
      [append(['a'], ['d', 'e']), append(['a', 0], 'x')],
      'a:\n- - b\n  - c\n  - x\n- - d\n  - e\n',
    ],
    ['without the first item', 'a:\n- b: 1\n  c: 2\n# two\n- d\n', [remove('a', 0)], 'a:\n# two\n- d\n'],
    ['without the first of a list in a list', 'a:\n- - b\n  - c\n', [remove('a', 0, 0)], 'a:\n- - c\n'],
    ['without the last item, which ends the text', 'a:\n- b\n- c', [remove('a', 1)], 'a:\n- b'],
    ['without any', 'a: # c\n- b\n- c\nd: 1\n', [set(['a'], [])], 'a: [] # c\nd: 1\n'],
    ['with quoted items', 'a:\n- "b"\n- "c"\n', [append(['a'], 'd')], 'a:\n- "b"\n- "c"\n- "d"\n'],
    [
      'another list',
      'a:\n- b\n- c # x\n- d\n- e\n',
      [set(['a'], ['b', 'z', 'e', 'f'])],
      'a:\n- b\n- z # x\n- e\n- f\n',
    ],
    ['an item in front', 'a:\n  - b: 1\n', [set(['a'], [{ c: 1 }, { b: 1 }])], 'a:\n  - c: 1\n  - b: 1\n'],
    [
      'an object of a List',
      'apiVersion: v1\nkind: List\nitems:\n- kind: Pod\n  metadata:\n    name: a\n',
      [append(['items'], { kind: 'Pod', metadata: { name: 'b' } })],
      'apiVersion: v1\nkind: List\nitems:\n- kind: Pod\n  metadata:\n    name: a\n- kind: Pod\n  metadata:\n    name: b\n',
    ],
  ])
})

describe('replacing', () => {
  expectPlans([
    ['a number, beside its comment', 'a: 1 # c\n', [set(['a'], 10)], 'a: 10 # c\n'],
    [
      'quoted text keeps its quotes',
      'a: \'x\' # c\nb: "y"\n',
      [set(['a'], "it's"), set(['b'], 'z "q"')],
      'a: \'it\'\'s\' # c\nb: "z \\"q\\""\n',
    ],
    ['quoted text with a number', 'a: "1"\n', [set(['a'], 1)], 'a: 1\n'],
    ['a float with a whole number', 'a: 2.0\n', [set(['a'], 2)], 'a: 2\n'],
    [
      'a tagged value',
      'a: !!str 1 # c\nb: !!int "2"\n',
      [set(['a'], '2'), set(['b'], 3)],
      'a: "2" # c\nb: 3\n',
    ],
    ['a value under an anchor that nothing repeats', 'a: &x 1\n', [set(['a'], 2)], 'a: &x 2\n'],
    [
      'text of several lines with one',
      'a: one\n  two\nb: "three\n  four" # c\nc: 1\n',
      [set(['a'], 'x'), set(['b'], 'y')],
      'a: x\nb: "y" # c\nc: 1\n',
    ],
    [
      'a block scalar with another',
      'a: |\n  x\n  y\nb: 1\n',
      [set(['a'], 'x\nz\n')],
      'a: |\n  x\n  z\nb: 1\n',
    ],
    ['a block scalar with one line', 'a: | # c\n  x\n  y\nb: 1\n', [set(['a'], 'z')], 'a: z # c\nb: 1\n'],
    [
      'a folded one with a mapping',
      'a: >-\n  x\n\n  y\n\nb: 1\n',
      [set(['a'], { c: 1 })],
      'a:\n  c: 1\n\nb: 1\n',
    ],
    [
      'a value with a mapping',
      'a: x # c\nb: 1\n',
      [set(['a'], { c: { d: 1 }, e: [] })],
      'a: # c\n  c:\n    d: 1\n  e: []\nb: 1\n',
    ],
    ['a mapping with a value', 'a: # c\n  b: 1\n  c: 2\nd: 1\n', [set(['a'], 'x')], 'a: x # c\nd: 1\n'],
    ['a mapping with a list', 'a:\n  b: 1\nd: 1\n', [set(['a'], ['x'])], 'a:\n  - x\nd: 1\n'],
    [
      'an item with a mapping',
      'a:\n- x # c\n- y\n',
      [set(['a', 0], { b: 1, c: 2 })],
      'a:\n- b: 1 # c\n  c: 2\n- y\n',
    ],
    [
      'an item that is a mapping with text',
      'a:\n- b: 1\n  c: 2 # c\n- y\n',
      [set(['a', 0], 'x')],
      'a:\n- x # c\n- y\n',
    ],
    [
      'parts of a mapping',
      'a:\n  b: 1 # c\n  c: 2\n  d: 3\n',
      [set(['a'], { b: 1, d: 4, e: 5 })],
      'a:\n  b: 1 # c\n  d: 4\n  e: 5\n',
    ],
    [
      'an alias as a whole',
      'a: &x {b: 1}\nc: *x # c\n',
      [set(['c'], { b: 2 })],
      'a: &x {b: 1}\nc: # c\n  b: 2\n',
    ],
    [
      'nothing when only the order differs',
      'a: {b: 1, c: 2}\n',
      [set(['a'], { c: 2, b: 1 })],
      'a: {b: 1, c: 2}\n',
    ],
  ])
})

describe('removing', () => {
  expectPlans([
    ['a key with what is below it', 'a: 1\nb:\n  c: 1\n  # d: 1\nd: 2\n', [remove('b')], 'a: 1\nd: 2\n'],
    ['a key between comments', '# one\na: 1 # two\n# three\nb: 2\n', [remove('a')], '# one\n# three\nb: 2\n'],
    ['the last key of a text without a line break at its end', 'a: 1\r\nb: 2', [remove('b')], 'a: 1'],
    ['the key behind a block scalar at the end', 'a: |\n  x\nb: 2', [remove('b')], 'a: |\n  x\n'],
    [
      'the first key of an item',
      'a:\n- b: 1 # c\n  # about c\n  c: 2\n',
      [remove('a', 0, 'b')],
      'a:\n- # about c\n  c: 2\n',
    ],
    [
      'the first keys of an item',
      'a:\n- b: 1\n  c: 2\n\n  d: 3\n',
      [remove('a', 0, 'b'), remove('a', 0, 'c')],
      'a:\n- d: 3\n',
    ],
    ['the only key of an item', 'a:\n- b: 1 # c\n- c\n', [remove('a', 0, 'b')], 'a:\n- {} # c\n- c\n'],
    [
      'the only key of a mapping',
      'a: # c\n  # about b\n  b: 1\n  # d: 2\ne: 1\n',
      [remove('a', 'b')],
      'a: {} # c\n  # about b\n  # d: 2\ne: 1\n',
    ],
    ['a key that is missing', 'a: 1\n', [remove('b', 'c')], 'a: 1\n'],
    [
      'the last key of all',
      'a: 1\n',
      [remove('a')],
      { refused: 'This would leave no object in the document.' },
    ],
  ])
})

describe('renaming', () => {
  expectPlans([
    ['a key in its place', 'a:\n  b: 1 # c\n  c: 2\n', [rename(['a', 'b'], 'd')], 'a:\n  d: 1 # c\n  c: 2\n'],
    [
      'a quoted key',
      '"a": 1\n\'b\': 2\n',
      [rename(['a'], 'c'), rename(['b'], "it's")],
      "\"c\": 1\n'it''s': 2\n",
    ],
    ['an explicit key', '? a\n: 1\n', [rename(['a'], 'b')], '? b\n: 1\n'],
    [
      'a key to one that is there',
      'a: 1\nb: 2\n',
      [rename(['a'], 'b')],
      { refused: 'There is a key "b" already, so "a" cannot take its name.' },
    ],
    [
      'and set, remove and append at once',
      'a: 1\nb:\n- x\nc: 2\n',
      [rename(['a'], 'd'), append(['b'], 'y'), remove('c'), set(['d'], 5)],
      'd: 5\nb:\n- x\n- "y"\n',
    ],
  ])
})

describe('line ends', () => {
  expectPlans([
    [
      'CRLF',
      'a: 1\r\nb:\r\n  c: 1\r\n',
      [set(['b', 'd'], 1), set(['e', 'f'], 'x\ny\n')],
      'a: 1\r\nb:\r\n  c: 1\r\n  d: 1\r\ne:\r\n  f: |\r\n    x\r\n    y\r\n',
    ],
    [
      'CRLF, replaced',
      'a: x\r\nb: |\r\n  y\r\nc:\r\n- d: 1\r\n  e: 2\r\n',
      [set(['a'], { f: 1 }), set(['b'], 'z'), remove('c', 0, 'd')],
      'a:\r\n  f: 1\r\nb: z\r\nc:\r\n- e: 2\r\n',
    ],
    [
      'mixed ones follow the line above',
      'a:\n  b: 1\nc:\r\n  d: 1\r\ne: 1\n',
      [set(['a', 'x'], 1), set(['c', 'y'], 1)],
      'a:\n  b: 1\n  x: 1\nc:\r\n  d: 1\r\n  "y": 1\r\ne: 1\n',
    ],
    ['lone CR', 'a: 1\rb: 2\r', [set(['c'], 3)], 'a: 1\rb: 2\rc: 3\r'],
    ['a next line character', 'a: "x\u0085  y"\nb: 1\n', [set(['c'], 3)], 'a: "x\u0085  y"\nb: 1\nc: 3\n'],
    ['no line break at all', '{a: 1}', [set(['b'], [2])], '{a: 1, b: [2]}'],
  ])
})
