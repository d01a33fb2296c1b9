import { expect, test } from 'vitest'
import { isLabelKey, isLabelValue, matches, selectorFault } from './labelSelector'
import type { LabelSelector } from './objects'
import { isTime } from './time'
import { isAtLeast, parseVersion } from './version'

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
  [{ matchLabels: { app: 'not legal' } }, ['matchLabels', 'app']],
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
])('%j has its first fault at %j', (selector, at) => expect(selectorFault(selector)?.at).toEqual(at))

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
])('%s is a label key: %s', (key, legal) => expect(isLabelKey(key)).toBe(legal))

test.each([
  ['', true],
  ['a', true],
  ['a-b', true],
  ['a/b', false],
  ['-a', false],
  ['x'.repeat(64), true],
])('%s is a label value: %s', (value, legal) => expect(isLabelValue(value)).toBe(legal))

test.each([
  ['2024-02-29T12:00:00Z', true],
  ['2023-02-29T12:00:00Z', false],
  ['2024-05-01T12:00:00.5+02:00', true],
  ['2024-05-01T12:00:00,5Z', true],
  ['2024-05-01t12:00:00Z', false],
  ['2024-05-01T12:00:60Z', false],
  ['2024-13-01T12:00:00Z', false],
  ['2024-05-01', false],
])('%s is a time: %s', (text, legal) => expect(isTime(text)).toBe(legal))

test.each([
  ['v1.30', [1, 30]],
  ['1.8', [1, 8]],
  ['1', undefined],
  ['1.30.1', undefined],
  ['', undefined],
])('%s is the version %j', (text, version) => expect(parseVersion(text)).toEqual(version))

test('versions are compared as numbers', () => {
  expect(isAtLeast('1.18', '1.9')).toBe(true)
  expect(isAtLeast('1.9', '1.18')).toBe(false)
  expect(isAtLeast('2.0', '1.23')).toBe(true)
  expect(isAtLeast('1.23', '1.23')).toBe(true)
})
