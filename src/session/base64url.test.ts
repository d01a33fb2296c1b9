import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { base64url, bytesOfBase64url, checksum, checksumLength } from './base64url'

test('all bytes survive', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const text = base64url(bytes)
      expect(text).toMatch(/^[\w-]*$/)
      expect([...(bytesOfBase64url(text) ?? [])]).toEqual([...bytes])
    }),
  )
  const many = Uint8Array.from({ length: 100_000 }, (_, index) => index)
  expect(bytesOfBase64url(base64url(many))).toEqual(many)
})

test.each(['a', 'ab=', 'a+bc', 'a/bc', 'ab c', 'äbcd', 'abcde'])('%j is no base64url', (text) => {
  expect(bytesOfBase64url(text)).toBeUndefined()
})

test('a checksum has three characters, ends in a letter or figure, and sees a change of one bit', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 50 }), fc.nat(), fc.nat(7), (bytes, at, bit) => {
      const sum = checksum(bytes)
      expect(sum).toMatch(/^[\w-]{2}[A-Za-z0-9]$/)
      expect(sum).toHaveLength(checksumLength)
      const changed = bytes.map((byte, index) => (index === at % bytes.length ? byte ^ (1 << bit) : byte))
      expect(checksum(changed)).not.toBe(sum)
    }),
    { numRuns: 300, seed: 1 },
  )
})

test('parts count as one', () => {
  expect(checksum(Uint8Array.of(1, 2), Uint8Array.of(3))).toBe(checksum(Uint8Array.of(1, 2, 3)))
})
