/** East Asian letters and symbols with two columns. Source: the wide and fullwidth blocks of Unicode’s EastAsianWidth.txt. */
const wide: readonly (readonly [from: number, to: number])[] = [
  [0x11_00, 0x11_5f],
  [0x2e_80, 0x30_3e],
  [0x30_41, 0xa4_cf],
  [0xa9_60, 0xa9_7c],
  [0xac_00, 0xd7_a3],
  [0xf9_00, 0xfa_ff],
  [0xfe_30, 0xfe_6f],
  [0xff_01, 0xff_60],
  [0xff_e0, 0xff_e6],
  [0x2_00_00, 0x3_ff_fd],
]

/** The columns of a terminal that one character takes: none for what changes the character before it. */
function characterWidth(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x3_00) return 1
  if (/[\p{Mn}\p{Me}\p{Cf}]/u.test(character)) return 0
  const isWide = wide.some(([from, to]) => code >= from && code <= to)
  return isWide || /\p{Emoji_Presentation}/u.test(character) ? 2 : 1
}

/** The columns that a text takes in a terminal. Tabs and control characters are not among what it can have. */
export function textWidth(text: string): number {
  let width = 0
  for (const character of text) width += characterWidth(character)
  return width
}
