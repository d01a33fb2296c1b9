import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { bytesOfText, textOfBytes } from './textBytes'

const codeUnits = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0xd000, max: 0xe000 })))
  .map((codes) => String.fromCharCode(...codes))

test('every text survives, lone surrogates included', () => {
  fc.assert(
    fc.property(codeUnits, (text) => {
      expect(textOfBytes(bytesOfText(text))).toBe(text)
    }),
    { numRuns: 1000 },
  )
})

test('a text without lone surrogates is UTF-8', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect([...bytesOfText(text)]).toEqual([...Buffer.from(text, 'utf8')])
    }),
  )
})

test.each<[name: string, bytes: readonly number[]]>([
  ['a continuation byte alone', [0x80]],
  ['a character that is cut off', [0xe2, 0x82]],
  ['a surrogate that is cut off', [0xed, 0xa0]],
  ['a surrogate without its last byte', [0xed, 0xa0, 0x41]],
  ['an overlong character', [0xc0, 0x80]],
  ['a number above U+10FFFF', [0xf4, 0x90, 0x80, 0x80]],
])('%s is no text', (_, bytes) => {
  expect(textOfBytes(Uint8Array.from(bytes))).toBeUndefined()
})

test('a byte order mark and a NUL are characters like any other', () => {
  for (const text of ['\ufeffa', '\u0000', 'a\ufeff', '\ufeff\ufeff'])
    expect(textOfBytes(bytesOfText(text))).toBe(text)
})
