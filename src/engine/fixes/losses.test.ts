import { expect, test } from 'vitest'
import type { ProposedChange } from '../findings/remedy'
import { pathText } from '../model/path'
import { readDocument } from '../yaml/readDocument'
import { lossesOf, removalsOf } from './losses'

const losses = (text: string, ...changes: readonly ProposedChange[]): readonly string[] => {
  const { root } = readDocument(text)
  return root ? lossesOf(changes, root).map(pathText) : ['no object']
}

test.each<readonly [what: string, text: string, changes: readonly ProposedChange[], lost: readonly string[]]>(
  [
    ['a removed value', 'a: 1\nb: 2', [{ kind: 'remove', path: ['a'] }], ['a']],
    ['a removed null', 'a:\nb: 2', [{ kind: 'remove', path: ['a'] }], []],
    ['a removed empty mapping', 'a: {b: {}, c: [], d: ""}\nb: 2', [{ kind: 'remove', path: ['a'] }], []],
    ['nothing there', 'b: 2', [{ kind: 'remove', path: ['a'] }], []],
    [
      'a move',
      'a: {x: 1, y: z}',
      [
        { kind: 'remove', path: ['a'] },
        { kind: 'set', path: ['b'], value: { x: 1, y: 'z' } },
      ],
      [],
    ],
    [
      'a move that leaves a part behind',
      'a: {x: 1, y: z}',
      [
        { kind: 'remove', path: ['a'] },
        { kind: 'set', path: ['b'], value: { x: 1 } },
      ],
      ['a'],
    ],
    [
      'a value in another form',
      'a: "1"',
      [
        { kind: 'remove', path: ['a'] },
        { kind: 'set', path: ['a'], value: 2 },
      ],
      [],
    ],
    ['one of two equal items', 'a: [{x: 1}, {x: 1}]', [{ kind: 'remove', path: ['a', 1] }], []],
    ['one of two different items', 'a: [{x: 1}, {x: 2}]', [{ kind: 'remove', path: ['a', 1] }], ['a[1]']],
    [
      'both of two equal items',
      'a: [{x: 1}, {x: 1}]',
      [
        { kind: 'remove', path: ['a', 1] },
        { kind: 'remove', path: ['a', 0] },
      ],
      ['a[1]', 'a[0]'],
    ],
    ['said once more under the same key', 'a: {x: 1}\nb: {x: 1}', [{ kind: 'remove', path: ['a'] }], []],
    [
      'said once more far away',
      'a: {x: 1}\nb: {c: {d: {e: {x: 1}}}}',
      [{ kind: 'remove', path: ['b', 'c', 'd', 'e'] }],
      ['b.c.d.e'],
    ],
    ['said once more under another key', 'a: {x: 1}\nb: {z: 1}', [{ kind: 'remove', path: ['a'] }], ['a']],
    ['a changed value', 'a: {x: 1}', [{ kind: 'set', path: ['a'], value: { x: 2 } }], []],
    [
      'a member that the new mapping lacks',
      'a: {x: 1, z: 3}',
      [{ kind: 'set', path: ['a'], value: { x: 2 } }],
      ['a.z'],
    ],
    [
      'another name for the same',
      'a: {serviceName: web, servicePort: 80}',
      [{ kind: 'set', path: ['a'], value: { service: { name: 'web', port: { number: 80 } } } }],
      [],
    ],
    ['a rename', 'a: 1', [{ kind: 'rename', path: ['a'], key: 'b' }], []],
  ],
)('%s', (_, text, changes, lost) => {
  expect(losses(text, ...changes)).toEqual(lost)
})

test.each<readonly [what: string, changes: readonly ProposedChange[], removed: readonly string[]]>([
  ['one of two equal items', [{ kind: 'remove', path: ['a', 1] }], ['a[1]']],
  [
    'a move',
    [
      { kind: 'remove', path: ['a', 1] },
      { kind: 'set', path: ['b'], value: { x: 1 } },
    ],
    [],
  ],
  ['a change', [{ kind: 'set', path: ['a', 0, 'x'], value: 2 }], []],
])('what is taken out: %s', (_, changes, removed) => {
  const { root } = readDocument('a: [{x: 1}, {x: 1}]')
  expect(root && removalsOf(changes, root).map(pathText)).toEqual(removed)
})
