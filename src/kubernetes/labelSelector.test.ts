import { expect, test } from 'vitest'
import { isLabelValue, matches, selectorError } from './labelSelector'
import type { LabelSelector } from './pods'

const pod = { app: 'web', tier: 'front', empty: '' }

test.each<[selector: LabelSelector, matched: boolean]>([
  [{}, true],
  [{ matchLabels: {} }, true],
  [{ matchLabels: { app: 'web' } }, true],
  [{ matchLabels: { app: 'web', tier: 'back' } }, false],
  [{ matchLabels: { empty: '' } }, true],
  [{ matchLabels: { absent: '' } }, false],
  [{ matchLabels: { constructor: 'x' } }, false],
  [{ matchExpressions: [{ key: 'app', operator: 'In', values: ['api', 'web'] }] }, true],
  [{ matchExpressions: [{ key: 'absent', operator: 'In', values: [''] }] }, false],
  [{ matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['web'] }] }, false],
  [{ matchExpressions: [{ key: 'absent', operator: 'NotIn', values: ['web'] }] }, true],
  [{ matchExpressions: [{ key: 'app', operator: 'Exists' }] }, true],
  [{ matchExpressions: [{ key: 'toString', operator: 'Exists' }] }, false],
  [{ matchExpressions: [{ key: 'app', operator: 'DoesNotExist' }] }, false],
])('%j matches: %s', (selector, matched) => expect(matches(selector, pod)).toBe(matched))

test.each<[selector: LabelSelector | undefined, at: readonly (string | number)[] | undefined]>([
  [undefined, undefined],
  [{ matchLabels: { 'app.kubernetes.io/name': 'web' } }, undefined],
  [{ matchLabels: { app: 'not valid' } }, ['matchLabels', 'app']],
  [{ matchLabels: { app: 'x'.repeat(64) } }, ['matchLabels', 'app']],
  [{ matchLabels: { '-app': 'web' } }, ['matchLabels', '-app']],
  [
    { matchExpressions: [{ key: 'app', operator: 'in', values: ['a'] }] },
    ['matchExpressions', 0, 'operator'],
  ],
  [{ matchExpressions: [{ key: 'app', operator: 'In' }] }, ['matchExpressions', 0, 'values']],
  [
    { matchExpressions: [{ key: 'app', operator: 'Exists', values: ['a'] }] },
    ['matchExpressions', 0, 'values'],
  ],
  [{ matchExpressions: [{ key: 'a/b/c', operator: 'Exists' }] }, ['matchExpressions', 0, 'key']],
  [
    { matchExpressions: [{ key: 'a', operator: 'In', values: ['a', '*'] }] },
    ['matchExpressions', 0, 'values', 1],
  ],
  [{ matchExpressions: [{}] }, ['matchExpressions', 0, 'operator']],
])('the first error of %j is at %j', (selector, at) => expect(selectorError(selector)?.at).toEqual(at))

test.each([
  ['app', true],
  ['example.com/app', true],
  ['Example.com/app', false],
  ['/app', false],
  ['a/b/c', false],
  ['', false],
  ['x'.repeat(63), true],
  ['x'.repeat(64), false],
  ['a_b.c-d', true],
  ['app-', false],
])('%s is a label key: %s', (key, valid) => {
  const message = valid ? undefined : `${JSON.stringify(key)} is not a valid label key`
  expect(selectorError({ matchLabels: { [key]: 'web' } })?.message).toBe(message)
})

test.each([
  ['', true],
  ['a', true],
  ['a-b', true],
  ['a/b', false],
  ['-a', false],
  ['x'.repeat(64), true],
])('%s is a label value: %s', (value, valid) => expect(isLabelValue(value)).toBe(valid))
