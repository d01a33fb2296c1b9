import type { Finding } from '../engine/model/finding'
import { isText } from '../engine/model/json'
import { groupBy } from '../engine/model/groupBy'
import { lowered } from '../engine/model/lowered'

/** A field of a container or an object, and what is wrong with it: `cpu`, `no request, no limit`. */
export type RowPart = { readonly name: string; readonly what: string }

/** The parts of a row that stands for several findings about one thing, in their order. */
export const rowParts = (findings: readonly Finding[]): readonly RowPart[] =>
  [...groupBy(findings, ({ path }) => path.findLast(isText) ?? '')].map(([name, own]) => ({
    name,
    what: own.map(({ title, message }) => withoutName(title ?? message, name)).join(', '),
  }))

/** `No CPU limit` of `cpu` is `no limit`. */
function withoutName(title: string, name: string): string {
  const words = ` ${name.toLowerCase().replaceAll('-', ' ')} `
  const at = `${title} `.toLowerCase().indexOf(words)
  const rest = at < 0 ? title : `${title.slice(0, at)} ${title.slice(at + words.length)}`
  return lowered(rest.trim())
}
