import { jsonText } from '../jsonText'

const codes: Readonly<Record<string, string>> = { '<': '\\u003c', '>': '\\u003e', '&': '\\u0026' }

/** As kube-score prints JSON: four blanks for each level, no line break at the end, and nothing in it that HTML could read. */
export const goJsonText = (value: unknown): string =>
  jsonText(value, 4)
    .trimEnd()
    .replace(/[<>&]/g, (character) => codes[character] ?? character)
