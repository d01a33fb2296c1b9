import { expect, test } from 'vitest'
import { isAtLeast } from './version'

test.each<[version: string, minimum: string, expected: boolean]>([
  ['1.18', '1.9', true],
  ['1.9', '1.18', false],
  ['2.0', '1.23', true],
  ['1.23', '1.23', true],
  ['v1.30', '1.30', true],
  ['1', '1.8', false],
  ['1.30.1', '1.8', false],
  ['', '1.8', false],
])('%j is at least %s: %s', (version, minimum, expected) => {
  expect(isAtLeast(version, minimum)).toBe(expected)
})
