/**
 * A text as UTF-8, in which a lone surrogate, which UTF-8 cannot express, is the three bytes that its number would have.
 * Manifests have none, but a text that somebody shares must come back to the letter.
 */
export function bytesOfText(text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text)
  // The encoder writes U+FFFD for each lone surrogate. It has three bytes, too, so all that follows is in its place.
  let at = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (isSurrogate(code)) bytes.set([0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)], at)
    at += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_00_00 ? 3 : 4
  }
  return bytes
}

/** The text of such bytes; undefined when they are none. */
export function textOfBytes(bytes: Uint8Array): string | undefined {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const parts: string[] = []
  let from = 0
  try {
    for (let at = bytes.indexOf(firstOfSurrogate); at >= 0; at = bytes.indexOf(firstOfSurrogate, at + 1)) {
      const [, second = 0, third = 0] = bytes.subarray(at, at + 3)
      if (second < 0xa0) continue
      if (second > 0xbf || third >> 6 !== 2) return undefined
      const code = 0xd000 | ((second & 63) << 6) | (third & 63)
      parts.push(decoder.decode(bytes.subarray(from, at)), String.fromCharCode(code))
      from = at + 3
    }
    parts.push(decoder.decode(bytes.subarray(from)))
  } catch {
    return undefined
  }
  return parts.join('')
}

/** The first byte of U+D000 to U+DFFF. */
const firstOfSurrogate = 0xed

const isSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdfff
