/**
 * A text from a manifest as one line that is only text: control characters and line breaks as pictures (`␛`), and what
 * changes the direction of writing, is half a character or no character at all, as its number (`\u{202e}`).
 */
export const visible = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Noncharacter_Code_Point}\u2028\u2029]/gu, picture)

const picture = (character: string): string => {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x20) return String.fromCharCode(0x24_00 + code)
  return code === 0x7f ? '␡' : String.raw`\u{${code.toString(16)}}`
}
