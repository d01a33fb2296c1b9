/**
 * A value as JSON text for other programs and for terminals: with what JSON does not escape itself, but a terminal would
 * obey or show as something else, such as U+009B. Ends with a line break. `indent`: 0 for all of it in one line.
 */
export const jsonText = (value: unknown, indent = 2): string =>
  `${JSON.stringify(value, undefined, indent).replace(/[\u007f-\u009f\u2028\u2029\p{Bidi_Control}\p{Noncharacter_Code_Point}]/gu, escaped)}\n`

/** `\u009b`; two of them for a character outside the basic plane. */
const escaped = (character: string): string =>
  Array.from(
    { length: character.length },
    (_, index) => String.raw`\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`,
  ).join('')
