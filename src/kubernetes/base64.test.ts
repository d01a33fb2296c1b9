import { expect, test } from 'vitest'
import { decodeBase64, isBase64 } from './base64'

test.each<[text: string, decoded: string | undefined]>([
  ['', ''],
  ['aGVsbG8=', 'hello'],
  ['w7w=', 'ü'],
  ['aGVs\r\nbG8=\n', 'hello'],
  ['aGVsbG8', undefined],
  ['aGVsbG8==', undefined],
  ['a b=', undefined],
  ['aGVs-G8=', undefined],
])('%j decodes to %j', (text, decoded) => {
  expect(isBase64(text)).toBe(decoded !== undefined)
  expect(decodeBase64(text)).toBe(decoded)
})
