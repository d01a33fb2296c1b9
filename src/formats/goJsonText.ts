import { jsonText } from './jsonText'

/**
 * As programs in Go print JSON: with nothing in it that HTML could read. `indent`: the blanks of each level. Ends with a line
 * break.
 */
export const goJsonText = (value: unknown, indent: number): string =>
  jsonText(value, indent).replace(
    /[<>&]/g,
    (character) => String.raw`\u00${character.charCodeAt(0).toString(16)}`,
  )
