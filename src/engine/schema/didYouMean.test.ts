import { expect, test } from 'vitest'
import type { Schema } from './schema'
import { editDistance, fieldBelow, closest } from './didYouMean'

test.each([
  ['', '', 0],
  ['replica', 'replicas', 1],
  ['conatiners', 'containers', 1],
  ['imgae', 'image', 1],
  ['kitten', 'sitting', 3],
  ['abc', '', 3],
])('%s and %s: %d edits', (left, right, distance) => {
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
  expect(closest(word, ['name', 'replicas', 'containerPort', 'imagePullPolicy', 'image'])).toBe(meant)
})

test('a field is found on a lower level, even when a type contains itself', () => {
  const container: Schema = { properties: new Map([['image', { type: ['string'] }]]) }
  const spec: Schema = {
    properties: new Map<string, Schema>([
      ['again', { ref: () => spec }],
      ['containers', { type: ['array'], items: { ref: () => container } }],
    ]),
  }
  const root: Schema = { properties: new Map([['spec', { ref: () => spec }]]) }
  expect(fieldBelow(root, 'image')?.path).toBe('spec.containers[]')
  expect(fieldBelow(root, 'nowhere')).toBeUndefined()
})
