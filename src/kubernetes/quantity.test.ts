import { expect, test } from 'vitest'
import { isZero, parseQuantity, sameQuantity } from './quantity'

test.each([
  ['1', 10n ** 9n],
  ['100m', 10n ** 8n],
  ['0.1n', 1n],
  ['1n', 1n],
  ['-0.1n', -1n],
  ['1.5', 1_500_000_000n],
  ['.5', 500_000_000n],
  ['5.', 5n * 10n ** 9n],
  ['+1k', 10n ** 12n],
  ['1Ki', 1024n * 10n ** 9n],
  ['1.5Gi', 1536n * 1024n ** 2n * 10n ** 9n],
  ['1E', 10n ** 27n],
  ['1E3', 10n ** 12n],
  ['1e-3', 10n ** 6n],
  [' 64Mi ', 64n * 1024n ** 2n * 10n ** 9n],
  ['9000000Ei', (2n ** 63n - 1n) * 10n ** 9n],
  ['+', 0n],
  ['.', 0n],
  ['m', 0n],
  ['Ki', 0n],
  ['e3', 0n],
])('%s is %s nano', (text, value) => expect(parseQuantity(text)).toBe(value))

test.each(['', ' ', '1K', '1Gb', '1i', '1mm', '1e', '1.5.2', '5%', '1e3Ki', 'abc', '1 Gi', '--1', '0x10'])(
  '%j is not a quantity',
  (text) => expect(parseQuantity(text)).toBeUndefined(),
)

test.each([
  ['1', '1000m', true],
  ['1Gi', '1024Mi', true],
  ['1Gi', '1G', false],
  ['0.1n', '1n', true],
  ['0', undefined, true],
  [undefined, undefined, true],
  ['1', undefined, false],
])('%s equals %s: %s', (left, right, same) => expect(sameQuantity(left, right)).toBe(same))

test.each([
  [undefined, true],
  ['0', true],
  ['0Gi', true],
  ['-1', false],
  ['1n', false],
  ['many', false],
])('%s is zero: %s', (text, zero) => expect(isZero(text)).toBe(zero))

test('a very large exponent is parsed quickly', () => {
  expect(parseQuantity('1e999999999')).toBeGreaterThan(10n ** 100n)
  expect(parseQuantity('1e-999999999')).toBe(1n)
})
