/** The digits of base64url (RFC 4648, section 5), which need no escape in an address. */
const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** The first 62 digits: the letters and figures. */
const alphanumeric = 62

/** Bytes as base64url, without padding. */
export function base64url(bytes: Uint8Array): string {
  const chunk = 8192
  let binary = ''
  for (let at = 0; at < bytes.length; at += chunk)
    binary += String.fromCharCode(...bytes.subarray(at, at + chunk))
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** The bytes of base64url; undefined for any other text. */
export function bytesOfBase64url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return undefined
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (character) => character.charCodeAt(0))
}

/** The length of a checksum in characters. */
export const checksumLength = 3

/**
 * A checksum of bytes: three characters, the last a letter or figure, because chat programs leave `-` and `_` at the end of
 * an address out of the link. One change in 254,000 goes unnoticed.
 */
export function checksum(...parts: readonly Uint8Array[]): string {
  let hash = 0x811c9dc5
  for (const bytes of parts) for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193)
  // The low bits of the sum depend on the low bits of the bytes only.
  const number = (hash ^ (hash >>> 15)) >>> 0
  const last = number % alphanumeric
  const rest = Math.floor(number / alphanumeric)
  return [rest & 63, (rest >> 6) & 63, last].map((digit) => digits.charAt(digit)).join('')
}
