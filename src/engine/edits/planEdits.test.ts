import { describe } from 'vitest'
import { append, expectPlans, remove, set } from './testing/editTable'

describe('adds', () => {
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
    [
      'a sequence, with its dashes in the column of its key',
      'a:\n- x\n',
      [set(['b'], ['y'])],
      'a:\n- x\nb:\n- "y"\n',
    ],
    [
      'a sequence, with indented dashes',
      'a:\n    - x\n',
      [set(['b'], ['y'])],
      'a:\n    - x\nb:\n    - "y"\n',
    ],
    [
      'keys with the indentation of the document',
      'a:\n    b:\n        c: 1\n',
      [set(['a', 'd', 'e'], 1)],
      'a:\n    b:\n        c: 1\n    d:\n        e: 1\n',
    ],
    [
      'a key above a comment about the key below',
      'a:\n  b: 1\n# about d\nd: 2\n',
      [set(['a', 'c'], 3)],
      'a:\n  b: 1\n  c: 3\n# about d\nd: 2\n',
    ],
    [
      'a key below a comment about the key above',
      'a:\n  b: 1\n    # about b\n  # c: 2\nd: 2\n',
      [set(['a', 'x'], 3)],
      'a:\n  b: 1\n    # about b\n  # c: 2\n  x: 3\nd: 2\n',
    ],
    [
      'a key above a blank line',
      'a:\n  b: 1\n\n# next\nd: 2\n',
      [set(['a', 'c'], 3)],
      'a:\n  b: 1\n  c: 3\n\n# next\nd: 2\n',
    ],
    ['a key above blank lines at the end', 'a: 1\n\n\n', [set(['b'], 2)], 'a: 1\nb: 2\n\n\n'],
    [
      'keys to a text without a final line break',
      'a: 1',
      [set(['b'], 2), set(['c', 'd'], 3)],
      'a: 1\nb: 2\nc:\n  d: 3',
    ],
    [
      'a key below keys with comments between them',
      'a:\n  # one\n  b: 1\n\n  # two\n  c: 2 # three\nd: 1\n',
      [set(['a', 'e'], 3)],
      'a:\n  # one\n  b: 1\n\n  # two\n  c: 2 # three\n  e: 3\nd: 1\n',
    ],
    [
      'a key after a block scalar',
      'a:\n  b: |\n    x\n\n\nc: 1\n',
      [set(['a', 'd'], 1)],
      'a:\n  b: |\n    x\n  d: 1\n\n\nc: 1\n',
    ],
    [
      'a key after a block scalar that keeps its blank lines',
      'a:\n  b: |+\n    x\n\nc: 1\n',
      [set(['a', 'd'], 1)],
      'a:\n  b: |+\n    x\n\n  d: 1\nc: 1\n',
    ],
    [
      'a key after a stripped block scalar without a final line break',
      'a: >-\n  x\n  y',
      [set(['b'], 1)],
      'a: >-\n  x\n  y\nb: 1',
    ],
    [
      'a key after a block scalar with an indentation indicator',
      'a: |2\n    x\n',
      [set(['b'], 1)],
      'a: |2\n    x\nb: 1\n',
    ],
    [
      'no key after a block scalar without a final line break',
      'a: |\n  x',
      [set(['b'], 1)],
      {
        refused:
          'The document ends with a block scalar that has no final line break, so adding text after it would change its value.',
      },
    ],
    [
      'a key after scalars of several lines',
      'a: one\n  two # c\nb: "three\n  four"\n',
      [set(['c'], 1)],
      'a: one\n  two # c\nb: "three\n  four"\nc: 1\n',
    ],
    [
      'a key above a `...` line',
      '--- # first\na: 1\n...\n',
      [set(['b'], 2)],
      '--- # first\na: 1\nb: 2\n...\n',
    ],
    [
      'a key to an item on the line of its dash',
      'a:\n- b: 1\n  c: 2\n- b: 3\n',
      [set(['a', 0, 'd'], 4)],
      'a:\n- b: 1\n  c: 2\n  d: 4\n- b: 3\n',
    ],
    [
      'a key to an item below its dash',
      'a:\n-\n  b: 1\n- b: 2\n',
      [set(['a', 0, 'c'], 3)],
      'a:\n-\n  b: 1\n  c: 3\n- b: 2\n',
    ],
    [
      'a key to the value of a quoted key',
      '"a.b/c":\n  \'d\': 1\n',
      [set(['a.b/c', 'e f'], 1)],
      "\"a.b/c\":\n  'd': 1\n  'e f': 1\n",
    ],
    [
      'a key and a string like the quoted ones before them',
      '"a": "x"\n"b": "y"\n',
      [set(['c'], 'z')],
      '"a": "x"\n"b": "y"\n"c": "z"\n',
    ],
    ['a key after explicit keys', '? a\n: 1\n? b\n: - 1\n', [set(['c'], 2)], '? a\n: 1\n? b\n: - 1\nc: 2\n'],
    ['a key after a value with a tab before it', 'a:\tb\n', [set(['c'], 1)], 'a:\tb\nc: 1\n'],
    [
      'a key after characters outside ASCII',
      'ключ: 日本😀\n',
      [set(['日本'], 'é')],
      'ключ: 日本😀\n日本: é\n',
    ],
    ['a key to a text with a byte-order mark', '\uFEFFa: 1\n', [set(['b'], 2)], '\uFEFFa: 1\nb: 2\n'],
    ['nothing when the key has the value already', 'a: 1\n', [set(['a'], 1)], 'a: 1\n'],
    [
      'a key to a mapping with a merge key',
      'x: &x {a: 1}\ny:\n  <<: *x\n  b: 2\n',
      [set(['y', 'c'], 3)],
      'x: &x {a: 1}\ny:\n  <<: *x\n  b: 2\n"y":\n  c: 3\n',
    ],
  ])
})

describe('sets a value inside', () => {
  expectPlans([
    [
      'a key without a value',
      'limits:\nb: 1\n',
      [set(['limits', 'cpu'], '1')],
      'limits:\n  cpu: "1"\nb: 1\n',
    ],
    [
      'a key with a comment instead of a value',
      'limits: # none yet\nb: 1\n',
      [set(['limits', 'cpu'], '500m')],
      'limits: # none yet\n  cpu: 500m\nb: 1\n',
    ],
    [
      'a key with a comment below it',
      'limits:\n  # cpu: 1\nb: 1\n',
      [set(['limits', 'cpu'], '500m')],
      'limits:\n  # cpu: 1\n  cpu: 500m\nb: 1\n',
    ],
    [
      'an explicit null',
      'limits: null # c\n',
      [set(['limits', 'cpu'], '500m')],
      'limits: # c\n  cpu: 500m\n',
    ],
    ['a tilde', 'limits: ~', [set(['limits', 'cpu'], '500m')], 'limits:\n  cpu: 500m'],
    [
      'empty braces',
      'limits: {} # c\nb: 1\n',
      [set(['limits', 'cpu'], '500m'), set(['limits', 'memory'], '1Gi')],
      'limits: # c\n  cpu: 500m\n  memory: 1Gi\nb: 1\n',
    ],
    ['empty brackets', 'drop: []\n', [append(['drop'], 'ALL')], 'drop:\n  - ALL\n'],
    ['a missing sequence', 'a: 1\n', [append(['drop'], 'ALL')], 'a: 1\ndrop:\n  - ALL\n'],
    ['an empty item', 'a:\n-\n- b\n', [set(['a', 0], { c: 1, d: 2 })], 'a:\n- c: 1\n  d: 2\n- b\n'],
    ['an empty item with a comment', 'a:\n- # c\n- b\n', [set(['a', 0, 'c'], 1)], 'a:\n- c: 1 # c\n- b\n'],
    ['an anchor without an alias', 'a: &x\nb: 1\n', [set(['a', 'c'], 1)], 'a:\n  c: 1\nb: 1\n'],
    ['a tag without a value', 'a: !!null\nb: 1\n', [set(['a'], 5)], 'a: 5\nb: 1\n'],
    [
      'an explicit key without a value',
      '? a\n? b\n',
      [set(['a'], { c: 1 }), set(['b'], 2)],
      '? a\n:\n  c: 1\n? b\n: 2\n',
    ],
  ])
})

describe('refuses to change', () => {
  expectPlans([
    [
      'a value inside an anchor that has an alias',
      'a: &x {b: 1}\nc: *x\n',
      [set(['a', 'b'], 2)],
      { refused: 'The alias *x uses this value too, so changing it here would also change it there.' },
    ],
    [
      'an anchor that has an alias',
      'a: &x 1\nb: *x\n',
      [remove('a')],
      { refused: 'The alias *x uses this value too, so changing it here would also change it there.' },
    ],
    [
      'a value inside an alias',
      'a: &x {b: 1}\nc: *x\n',
      [set(['c', 'b'], 2)],
      { refused: 'This value comes from the alias *x. Change it at the anchor &x.' },
    ],
    [
      'a value from a merge key',
      'a: &x {b: 1}\nc:\n  <<: *x\n',
      [set(['c', 'b'], 2)],
      { refused: 'The key b comes from a merge key (<<). Change it at the anchor.' },
    ],
    [
      'a key from a merge key',
      'a: &x {b: 1}\nc:\n  <<: *x\n  d: 1\n',
      [remove('c', 'b')],
      { refused: 'The key b comes from a merge key (<<). Change it at the anchor.' },
    ],
    [
      'a value that contains an anchor with an alias elsewhere',
      'a:\n  b: &x 1\nc: *x\n',
      [remove('a')],
      {
        refused: 'This change would cause a new problem: The alias *x has no anchor &x before it.',
      },
    ],
    [
      'a duplicate key',
      'a: 1\na: 2\n',
      [set(['a'], 3)],
      { refused: 'The key a is set twice. Remove one of the two first.' },
    ],
    [
      'a key of a scalar',
      'a: 1\n',
      [set(['a', 'b'], 2)],
      { refused: 'a is a single value, so nothing can be set inside it.' },
    ],
    [
      'a key of a sequence',
      'a: [1]\n',
      [set(['a', 'b'], 2)],
      { refused: 'a is a list, so it has no key "b".' },
    ],
    [
      'an item that is not next after the last one',
      'a: [1]\n',
      [set(['a', 2], 2)],
      { refused: 'a has no item 1, so item 2 cannot be added.' },
    ],
    [
      'an item of a mapping',
      'a: {b: 1}\n',
      [append(['a'], 2)],
      { refused: 'a is not a list, so nothing can be appended to it.' },
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
      { refused: 'This document contains no object to change.' },
    ],
    [
      'a document that is a sequence',
      '- a\n',
      [set(['b'], 1)],
      { refused: 'The document is a list, not an object.' },
    ],
    [
      'a value to infinity',
      'a: 1\n',
      [set(['b'], Infinity)],
      { refused: 'Infinity cannot be written as a JSON number.' },
    ],
    [
      'a value to an unpaired surrogate',
      'a: 1\n',
      [set(['b'], '\ud800')],
      { refused: 'The text contains an unpaired surrogate.' },
    ],
    [
      'the kind of an object to something else than text',
      'kind: Pod\n',
      [set(['kind'], { a: 1 })],
      { refused: 'This change would cause a new problem: kind must be text, but is a mapping.' },
    ],
  ])
})
