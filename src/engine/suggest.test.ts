import { expect, test } from 'vitest'
import type { ObjectSchema } from './schema'
import { editDistance, fieldBelow, nearest } from './suggest'

test.each([
  ['', '', 0],
  ['replica', 'replicas', 1],
  ['conatiners', 'containers', 1],
  ['imgae', 'image', 1],
  ['kitten', 'sitting', 3],
  ['abc', '', 3],
])('%s and %s are %d edits apart', (left, right, distance) => {
  expect(editDistance(left, right)).toBe(distance)
  expect(editDistance(right, left)).toBe(distance)
})

test.each([
  ['replica', 'replicas'],
  ['Replicas', 'replicas'],
  ['conatinerPort', 'containerPort'],
  ['imagepullpolicy', 'imagePullPolicy'],
  ['nam', 'name'],
  ['xyz', undefined],
  ['', undefined],
])('%s was meant to be %s', (word, meant) => {
  expect(nearest(word, ['name', 'replicas', 'containerPort', 'imagePullPolicy', 'image'])).toBe(meant)
})

test('a field is found at the level where it belongs, also below a type that contains itself', () => {
  const container: ObjectSchema = {
    name: 'Container',
    kinds: [],
    required: [],
    fields: new Map([['image', { type: 'string' }]]),
  }
  const spec: ObjectSchema = {
    name: 'Spec',
    kinds: [],
    required: [],
    fields: new Map([
      ['again', { type: 'object', definition: () => spec }],
      ['containers', { type: 'list', items: { type: 'object', definition: () => container } }],
    ]),
  }
  const root: ObjectSchema = {
    name: 'Pod',
    kinds: [],
    required: [],
    fields: new Map([['spec', { type: 'object', definition: () => spec }]]),
  }
  expect(fieldBelow(root, 'image')).toBe('spec.containers[]')
  expect(fieldBelow(root, 'nowhere')).toBeUndefined()
})
