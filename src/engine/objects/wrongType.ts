import { pathText, type Path } from '../model/path'
import { shorten } from '../model/shorten'
import { chosenKey, fieldTitle, titleLimit, titleWithField } from '../model/titles'
import type { Value } from '../yaml/value'

/**
 * The message for a value of the wrong type: `spec.replicas must be a whole number, but "two" is text.` `text`: that of
 * the document. `root`: the subject for an empty path.
 */
export function wrongType(
  path: Path,
  expected: string,
  value: Value,
  text: string,
  root = 'The object',
): { readonly message: string; readonly title: string; readonly advice?: string } {
  const source = text.slice(value.from, value.to)
  const message = `${pathText(path) || root} must be ${expected}, but ${describeValue(value, source)}.`
  const isQuotable = expected === 'text' && value.type === 'scalar' && value.data !== null
  return {
    message,
    title: wrongTypeTitle(path, expected),
    ...(isQuotable && { advice: `Put it in quotes: "${shorten(source)}".` }),
  }
}

function wrongTypeTitle(path: Path, expected: string): string {
  const title = `${chosenKey(path) ? 'Value of ' : ''}${fieldTitle(path) || 'Object'} must be ${expected}`
  return title.length > titleLimit ? titleWithField('Wrong type', path) : title
}

/** The end of a sentence about a value: `is a list`, `on is a boolean`, `"two" is text`. `source`: its text. */
export function describeValue(value: Value, source: string): string {
  if (value.type !== 'scalar') return value.type === 'sequence' ? 'is a list' : 'is a mapping'
  if (value.data === null) return 'is null'
  const shown = source.length > 40 ? `${source.slice(0, 40)}…` : source
  if (typeof value.data === 'string') return `${/^["']/.test(shown) ? shown : JSON.stringify(shown)} is text`
  return `${shown} is ${typeof value.data === 'boolean' ? 'a boolean' : 'a number'}`
}
