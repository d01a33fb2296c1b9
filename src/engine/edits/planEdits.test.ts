import { describe } from 'vitest'
import { append, expectPlans, remove, set } from './testing/editTable'

describe('adding', () => {
  expectPlans([
    ['a key at the end', 'a: 1\nb: 2\n', [set(['c'], 3)], 'a: 1\nb: 2\nc: 3\n'],
    [
      'a key with all its parents',
      'kind: Pod\n',
      [set(['spec', 'securityContext', 'runAsNonRoot'], true)],
      'kind: Pod\nspec:\n  securityContext:\n    runAsNonRoot: true\n',
    ],
    [
      'a mapping with lists',
      'kind: Pod\n',
      [set(['spec'], { containers: [{ name: 'a', args: ['-v'] }], volumes: [] })],
      'kind: Pod\nspec:\n  containers:\n    - name: a\n      args:\n        - -v\n  volumes: []\n',
    ],
    ['where lists stand under their key', 'a:\n- x\n', [set(['b'], ['y'])], 'a:\n- x\nb:\n- "y"\n'],
    ['where lists are indented', 'a:\n    - x\n', [set(['b'], ['y'])], 'a:\n    - x\nb:\n    - "y"\n'],
    [
      'with the indentation of the document',
      'a:\n    b:\n        c: 1\n',
      [set(['a', 'd', 'e'], 1)],
      'a:\n    b:\n        c: 1\n    d:\n        e: 1\n',
    ],
    [
      'above a comment that belongs to what follows',
      'a:\n  b: 1\n# about d\nd: 2\n',
      [set(['a', 'c'], 3)],
      'a:\n  b: 1\n  c: 3\n# about d\nd: 2\n',
    ],
    [
      'below a comment that belongs to the key above',
      'a:\n  b: 1\n    # about b\n  # c: 2\nd: 2\n',
      [set(['a', 'x'], 3)],
      'a:\n  b: 1\n    # about b\n  # c: 2\n  x: 3\nd: 2\n',
    ],
    [
      'above a blank line',
      'a:\n  b: 1\n\n# next\nd: 2\n',
      [set(['a', 'c'], 3)],
      'a:\n  b: 1\n  c: 3\n\n# next\nd: 2\n',
    ],
    ['above blank lines at the end', 'a: 1\n\n\n', [set(['b'], 2)], 'a: 1\nb: 2\n\n\n'],
    [
      'without a line break at the end',
      'a: 1',
      [set(['b'], 2), set(['c', 'd'], 3)],
      'a: 1\nb: 2\nc:\n  d: 3',
    ],
    [
      'below comments between keys',
      'a:\n  # one\n  b: 1\n\n  # two\n  c: 2 # three\nd: 1\n',
      [set(['a', 'e'], 3)],
      'a:\n  # one\n  b: 1\n\n  # two\n  c: 2 # three\n  e: 3\nd: 1\n',
    ],
    [
      'behind a block scalar',
      'a:\n  b: |\n    x\n\n\nc: 1\n',
      [set(['a', 'd'], 1)],
      'a:\n  b: |\n    x\n  d: 1\n\n\nc: 1\n',
    ],
    [
      'behind a block scalar that keeps its blank lines',
      'a:\n  b: |+\n    x\n\nc: 1\n',
      [set(['a', 'd'], 1)],
      'a:\n  b: |+\n    x\n\n  d: 1\nc: 1\n',
    ],
    [
      'behind a stripped one at the end of the text',
      'a: >-\n  x\n  y',
      [set(['b'], 1)],
      'a: >-\n  x\n  y\nb: 1',
    ],
    [
      'behind a block scalar with an indentation of its own',
      'a: |2\n    x\n',
      [set(['b'], 1)],
      'a: |2\n    x\nb: 1\n',
    ],
    [
      'behind the open end of a block scalar',
      'a: |\n  x',
      [set(['b'], 1)],
      {
        refused:
          'The document ends within a block of text, with no line break behind it: an addition would change that text.',
      },
    ],
    [
      'behind text of several lines',
      'a: one\n  two # c\nb: "three\n  four"\n',
      [set(['c'], 1)],
      'a: one\n  two # c\nb: "three\n  four"\nc: 1\n',
    ],
    ['above three dots', '--- # first\na: 1\n...\n', [set(['b'], 2)], '--- # first\na: 1\nb: 2\n...\n'],
    [
      'to an item that starts on the line of its dash',
      'a:\n- b: 1\n  c: 2\n- b: 3\n',
      [set(['a', 0, 'd'], 4)],
      'a:\n- b: 1\n  c: 2\n  d: 4\n- b: 3\n',
    ],
    [
      'to an item below its dash',
      'a:\n-\n  b: 1\n- b: 2\n',
      [set(['a', 0, 'c'], 3)],
      'a:\n-\n  b: 1\n  c: 3\n- b: 2\n',
    ],
    [
      'to a mapping behind a quoted key',
      '"a.b/c":\n  \'d\': 1\n',
      [set(['a.b/c', 'e f'], 1)],
      "\"a.b/c\":\n  'd': 1\n  'e f': 1\n",
    ],
    [
      'to a mapping of quoted keys',
      '"a": "x"\n"b": "y"\n',
      [set(['c'], 'z')],
      '"a": "x"\n"b": "y"\n"c": "z"\n',
    ],
    ['behind explicit keys', '? a\n: 1\n? b\n: - 1\n', [set(['c'], 2)], '? a\n: 1\n? b\n: - 1\nc: 2\n'],
    ['behind a tab', 'a:\tb\n', [set(['c'], 1)], 'a:\tb\nc: 1\n'],
    ['behind a wide character', 'ключ: 日本😀\n', [set(['日本'], 'é')], 'ключ: 日本😀\n日本: é\n'],
    ['behind a byte-order mark', '\uFEFFa: 1\n', [set(['b'], 2)], '\uFEFFa: 1\nb: 2\n'],
    ['a key that is there', 'a: 1\n', [set(['a'], 1)], 'a: 1\n'],
    [
      'beside a merge',
      'x: &x {a: 1}\ny:\n  <<: *x\n  b: 2\n',
      [set(['y', 'c'], 3)],
      'x: &x {a: 1}\ny:\n  <<: *x\n  b: 2\n"y":\n  c: 3\n',
    ],
  ])
})

describe('into what is empty', () => {
  expectPlans([
    ['behind nothing', 'limits:\nb: 1\n', [set(['limits', 'cpu'], '1')], 'limits:\n  cpu: "1"\nb: 1\n'],
    [
      'behind a comment',
      'limits: # none yet\nb: 1\n',
      [set(['limits', 'cpu'], '500m')],
      'limits: # none yet\n  cpu: 500m\nb: 1\n',
    ],
    [
      'below a comment of its own',
      'limits:\n  # cpu: 1\nb: 1\n',
      [set(['limits', 'cpu'], '500m')],
      'limits:\n  # cpu: 1\n  cpu: 500m\nb: 1\n',
    ],
    ['null', 'limits: null # c\n', [set(['limits', 'cpu'], '500m')], 'limits: # c\n  cpu: 500m\n'],
    ['a tilde', 'limits: ~', [set(['limits', 'cpu'], '500m')], 'limits:\n  cpu: 500m'],
    [
      'braces',
      'limits: {} # c\nb: 1\n',
      [set(['limits', 'cpu'], '500m'), set(['limits', 'memory'], '1Gi')],
      'limits: # c\n  cpu: 500m\n  memory: 1Gi\nb: 1\n',
    ],
    ['brackets', 'drop: []\n', [append(['drop'], 'ALL')], 'drop:\n  - ALL\n'],
    ['a missing list', 'a: 1\n', [append(['drop'], 'ALL')], 'a: 1\ndrop:\n  - ALL\n'],
    ['a dash', 'a:\n-\n- b\n', [set(['a', 0], { c: 1, d: 2 })], 'a:\n- c: 1\n  d: 2\n- b\n'],
    ['a dash with a comment', 'a:\n- # c\n- b\n', [set(['a', 0, 'c'], 1)], 'a:\n- c: 1 # c\n- b\n'],
    ['an anchor that nothing repeats', 'a: &x\nb: 1\n', [set(['a', 'c'], 1)], 'a:\n  c: 1\nb: 1\n'],
    ['a tag', 'a: !!null\nb: 1\n', [set(['a'], 5)], 'a: 5\nb: 1\n'],
    [
      'an explicit key without a value',
      '? a\n? b\n',
      [set(['a'], { c: 1 }), set(['b'], 2)],
      '? a\n:\n  c: 1\n? b\n: 2\n',
    ],
  ])
})

describe('refused', () => {
  expectPlans([
    [
      'under an anchor',
      'a: &x {b: 1}\nc: *x\n',
      [set(['a', 'b'], 2)],
      { refused: 'The alias *x repeats this elsewhere, so a change here would change it there too.' },
    ],
    [
      'the anchor of an alias',
      'a: &x 1\nb: *x\n',
      [remove('a')],
      { refused: 'The alias *x repeats this elsewhere, so a change here would change it there too.' },
    ],
    [
      'through an alias',
      'a: &x {b: 1}\nc: *x\n',
      [set(['c', 'b'], 2)],
      { refused: 'This comes from the alias *x, so it is changed where the anchor &x stands.' },
    ],
    [
      'from a merge',
      'a: &x {b: 1}\nc:\n  <<: *x\n',
      [set(['c', 'b'], 2)],
      { refused: 'The key b comes from a merge (<<), so it is changed where the anchor stands.' },
    ],
    [
      'a merge, removed',
      'a: &x {b: 1}\nc:\n  <<: *x\n  d: 1\n',
      [remove('c', 'b')],
      { refused: 'The key b comes from a merge (<<), so it is changed where the anchor stands.' },
    ],
    [
      'an anchored part of what goes',
      'a:\n  b: &x 1\nc: *x\n',
      [remove('a')],
      {
        refused:
          'After this change the document could not be read as before. The alias *x has no anchor &x before it.',
      },
    ],
    [
      'a key that is set twice',
      'a: 1\na: 2\n',
      [set(['a'], 3)],
      { refused: 'The key a is set twice, so one of the two has to go first.' },
    ],
    [
      'through a value',
      'a: 1\n',
      [set(['a', 'b'], 2)],
      { refused: 'a is a single value, so nothing can be set inside it.' },
    ],
    ['a key of a list', 'a: [1]\n', [set(['a', 'b'], 2)], { refused: 'a is a list, so it has no key "b".' }],
    [
      'an item far behind the last',
      'a: [1]\n',
      [set(['a', 2], 2)],
      { refused: 'a has no item 1, so there is no place for item 2.' },
    ],
    [
      'an item of a mapping',
      'a: {b: 1}\n',
      [append(['a'], 2)],
      { refused: 'a is no list, so nothing can be appended to it.' },
    ],
    [
      'a template',
      'a: {{ .Values.a }}\n',
      [set(['b'], 1)],
      { refused: 'This template has not been rendered: {{ .Values.a }} is not a valid YAML value.' },
    ],
    [
      'a broken document',
      'a: [\n',
      [set(['b'], 1)],
      { refused: 'Lines inside brackets must be indented further than the key before the brackets.' },
    ],
    [
      'an empty document',
      '# nothing\n',
      [set(['b'], 1)],
      { refused: 'There is no object in this document to change.' },
    ],
    ['a list as a document', '- a\n', [set(['b'], 1)], { refused: 'The document is a list, not an object.' }],
    [
      'a number that is none',
      'a: 1\n',
      [set(['b'], Infinity)],
      { refused: 'Infinity is not a number that an object can hold.' },
    ],
    ['half a character', 'a: 1\n', [set(['b'], '\ud800')], { refused: 'The text holds half a character.' }],
    [
      'the identity of an object',
      'kind: Pod\n',
      [set(['kind'], { a: 1 })],
      {
        refused:
          'After this change the document could not be read as before. kind must be text, but is a mapping.',
      },
    ],
  ])
})
