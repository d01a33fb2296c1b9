import { describe } from 'vitest'
import { append, expectPlans, remove, rename, set } from './testing/editTable'

describe('changes a sequence by', () => {
  expectPlans([
    ['appending an item', 'a:\n  - b\n  - c\n', [append(['a'], 'd')], 'a:\n  - b\n  - c\n  - d\n'],
    ['appending nothing when there is an equal item', 'a:\n  - b\n', [append(['a'], 'b')], 'a:\n  - b\n'],
    [
      'appending an item above a comment about the next key',
      'a:\n- b\n# about c\nc: 1\n',
      [append(['a'], { d: 1, e: [2] })],
      'a:\n- b\n- d: 1\n  e:\n  - 2\n# about c\nc: 1\n',
    ],
    [
      'appending an item below its dash, like the one before',
      'a:\n  -\n    b: 1\n',
      [append(['a'], { b: 2, c: 3 })],
      'a:\n  -\n    b: 1\n  -\n    b: 2\n    c: 3\n',
    ],
    [
      'appending an item several spaces after its dash, like the one before',
      'a:\n-   b: 1\n    c: 2\n',
      [append(['a'], { b: 3, c: 4 })],
      'a:\n-   b: 1\n    c: 2\n-   b: 3\n    c: 4\n',
    ],
    [
      'appending to a sequence in a sequence',
      'a:\n- - b\n  - c\n',
      [append(['a'], ['d', 'e']), append(['a', 0], 'x')],
      'a:\n- - b\n  - c\n  - x\n- - d\n  - e\n',
    ],
    ['removing the first item', 'a:\n- b: 1\n  c: 2\n# two\n- d\n', [remove('a', 0)], 'a:\n# two\n- d\n'],
    [
      'removing the first item of a sequence in a sequence',
      'a:\n- - b\n  - c\n',
      [remove('a', 0, 0)],
      'a:\n- - c\n',
    ],
    [
      'removing the last item of a text without a final line break',
      'a:\n- b\n- c',
      [remove('a', 1)],
      'a:\n- b',
    ],
    ['removing all items', 'a: # c\n- b\n- c\nd: 1\n', [set(['a'], [])], 'a: [] # c\nd: 1\n'],
    [
      'appending a quoted item to quoted items',
      'a:\n- "b"\n- "c"\n',
      [append(['a'], 'd')],
      'a:\n- "b"\n- "c"\n- "d"\n',
    ],
    [
      'replacing and removing items',
      'a:\n- b\n- c # x\n- d\n- e\n',
      [set(['a'], ['b', 'z', 'e', 'f'])],
      'a:\n- b\n- z # x\n- e\n- f\n',
    ],
    [
      'inserting an item before the first',
      'a:\n  - b: 1\n',
      [set(['a'], [{ c: 1 }, { b: 1 }])],
      'a:\n  - c: 1\n  - b: 1\n',
    ],
    [
      'appending an object to a List',
      'apiVersion: v1\nkind: List\nitems:\n- kind: Pod\n  metadata:\n    name: a\n',
      [append(['items'], { kind: 'Pod', metadata: { name: 'b' } })],
      'apiVersion: v1\nkind: List\nitems:\n- kind: Pod\n  metadata:\n    name: a\n- kind: Pod\n  metadata:\n    name: b\n',
    ],
  ])
})

describe('replaces', () => {
  expectPlans([
    ['a number, without its comment', 'a: 1 # c\n', [set(['a'], 10)], 'a: 10 # c\n'],
    [
      'strings, and keeps their quotes',
      'a: \'x\' # c\nb: "y"\n',
      [set(['a'], "it's"), set(['b'], 'z "q"')],
      'a: \'it\'\'s\' # c\nb: "z \\"q\\""\n',
    ],
    ['a quoted string with a number', 'a: "1"\n', [set(['a'], 1)], 'a: 1\n'],
    ['a float with an integer', 'a: 2.0\n', [set(['a'], 2)], 'a: 2\n'],
    [
      'a tagged value',
      'a: !!str 1 # c\nb: !!int "2"\n',
      [set(['a'], '2'), set(['b'], 3)],
      'a: "2" # c\nb: 3\n',
    ],
    ['a value and keeps its anchor, which has no alias', 'a: &x 1\n', [set(['a'], 2)], 'a: &x 2\n'],
    [
      'strings of several lines with a short one',
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
      'a folded block scalar with a mapping',
      'a: >-\n  x\n\n  y\n\nb: 1\n',
      [set(['a'], { c: 1 })],
      'a:\n  c: 1\n\nb: 1\n',
    ],
    [
      'a scalar with a mapping',
      'a: x # c\nb: 1\n',
      [set(['a'], { c: { d: 1 }, e: [] })],
      'a: # c\n  c:\n    d: 1\n  e: []\nb: 1\n',
    ],
    ['a mapping with a scalar', 'a: # c\n  b: 1\n  c: 2\nd: 1\n', [set(['a'], 'x')], 'a: x # c\nd: 1\n'],
    ['a mapping with a sequence', 'a:\n  b: 1\nd: 1\n', [set(['a'], ['x'])], 'a:\n  - x\nd: 1\n'],
    [
      'a scalar item with a mapping',
      'a:\n- x # c\n- y\n',
      [set(['a', 0], { b: 1, c: 2 })],
      'a:\n- b: 1 # c\n  c: 2\n- y\n',
    ],
    [
      'an item that is a mapping with a scalar',
      'a:\n- b: 1\n  c: 2 # c\n- y\n',
      [set(['a', 0], 'x')],
      'a:\n- x # c\n- y\n',
    ],
    [
      'some entries of a mapping',
      'a:\n  b: 1 # c\n  c: 2\n  d: 3\n',
      [set(['a'], { b: 1, d: 4, e: 5 })],
      'a:\n  b: 1 # c\n  d: 4\n  e: 5\n',
    ],
    ['an alias', 'a: &x {b: 1}\nc: *x # c\n', [set(['c'], { b: 2 })], 'a: &x {b: 1}\nc: # c\n  b: 2\n'],
    [
      'nothing when only the order differs',
      'a: {b: 1, c: 2}\n',
      [set(['a'], { c: 2, b: 1 })],
      'a: {b: 1, c: 2}\n',
    ],
  ])
})

describe('removes', () => {
  expectPlans([
    [
      'a key with its block value and the comments in it',
      'a: 1\nb:\n  c: 1\n  # d: 1\nd: 2\n',
      [remove('b')],
      'a: 1\nd: 2\n',
    ],
    ['a key between comments', '# one\na: 1 # two\n# three\nb: 2\n', [remove('a')], '# one\n# three\nb: 2\n'],
    ['the last key of a text without a final line break', 'a: 1\r\nb: 2', [remove('b')], 'a: 1'],
    [
      'the key after a block scalar in a text without a final line break',
      'a: |\n  x\nb: 2',
      [remove('b')],
      'a: |\n  x\n',
    ],
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
    ['nothing when the key is missing', 'a: 1\n', [remove('b', 'c')], 'a: 1\n'],
    [
      'not the last key of the document',
      'a: 1\n',
      [remove('a')],
      { refused: 'This would leave no object in the document.' },
    ],
  ])
})

describe('renames', () => {
  expectPlans([
    [
      'a key without moving it',
      'a:\n  b: 1 # c\n  c: 2\n',
      [rename(['a', 'b'], 'd')],
      'a:\n  d: 1 # c\n  c: 2\n',
    ],
    [
      'a quoted key and keeps its quotes',
      '"a": 1\n\'b\': 2\n',
      [rename(['a'], 'c'), rename(['b'], "it's")],
      "\"c\": 1\n'it''s': 2\n",
    ],
    ['an explicit key', '? a\n: 1\n', [rename(['a'], 'b')], '? b\n: 1\n'],
    [
      'no key to one that exists already',
      'a: 1\nb: 2\n',
      [rename(['a'], 'b')],
      { refused: 'The key "b" already exists, so "a" cannot be renamed to it.' },
    ],
    [
      'a key together with other changes',
      'a: 1\nb:\n- x\nc: 2\n',
      [rename(['a'], 'd'), append(['b'], 'y'), remove('c'), set(['d'], 5)],
      'd: 5\nb:\n- x\n- "y"\n',
    ],
  ])
})

describe('keeps line breaks', () => {
  expectPlans([
    [
      'CRLF',
      'a: 1\r\nb:\r\n  c: 1\r\n',
      [set(['b', 'd'], 1), set(['e', 'f'], 'x\ny\n')],
      'a: 1\r\nb:\r\n  c: 1\r\n  d: 1\r\ne:\r\n  f: |\r\n    x\r\n    y\r\n',
    ],
    [
      'CRLF, when lines are replaced',
      'a: x\r\nb: |\r\n  y\r\nc:\r\n- d: 1\r\n  e: 2\r\n',
      [set(['a'], { f: 1 }), set(['b'], 'z'), remove('c', 0, 'd')],
      'a:\r\n  f: 1\r\nb: z\r\nc:\r\n- e: 2\r\n',
    ],
    [
      'mixed, like the line above',
      'a:\n  b: 1\nc:\r\n  d: 1\r\ne: 1\n',
      [set(['a', 'x'], 1), set(['c', 'y'], 1)],
      'a:\n  b: 1\n  x: 1\nc:\r\n  d: 1\r\n  "y": 1\r\ne: 1\n',
    ],
    ['lone CR', 'a: 1\rb: 2\r', [set(['c'], 3)], 'a: 1\rb: 2\rc: 3\r'],
    ['a next line character', 'a: "x\u0085  y"\nb: 1\n', [set(['c'], 3)], 'a: "x\u0085  y"\nb: 1\nc: 3\n'],
    ['no line break at all', '{a: 1}', [set(['b'], [2])], '{a: 1, b: [2]}'],
  ])
})
