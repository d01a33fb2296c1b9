import type { LocatedDocument } from '../../engine/objects/documentCache'
import type { Mapping, Scalar, Sequence, Value } from '../../engine/yaml/value'
import { blankOf } from './namedValues'
import { secretAt, withValue, type Secret } from './secret'
import { isSecretValue } from './secretNames'

/**
 * Secrets that the structure gives away: the value of a key, of an environment variable, or of the argument before it.
 * Each value is looked at once, however many aliases lead to it.
 */
export function* findStructuredValues(
  text: string,
  documents: readonly LocatedDocument[],
): Generator<Secret> {
  for (const { reading, range } of documents) {
    const root = reading.document.root
    if (!root) continue
    const seen = new Set<Value>([root])
    for (const value of seen) {
      const found =
        value.type === 'mapping' ? ofMapping(value) : value.type === 'sequence' ? ofSequence(value) : []
      for (const { name, scalar } of found) yield* secretOf(text, range.from, name, scalar)
      if (value.type === 'mapping') for (const entry of value.entries.values()) seen.add(entry.value)
      if (value.type === 'sequence') for (const item of value.items) seen.add(item)
    }
  }
}

type Named = { readonly name: string; readonly scalar: Scalar }

function ofMapping({ entries }: Mapping): readonly Named[] {
  const named: Named[] = []
  for (const [name, { value }] of entries) if (value.type === 'scalar') named.push({ name, scalar: value })
  const [name, value] = [entries.get('name')?.value, entries.get('value')?.value]
  if (name?.type === 'scalar' && value?.type === 'scalar')
    named.push({ name: String(name.data), scalar: value })
  return named
}

/** `--password` and the item after it. */
const ofSequence = ({ items }: Sequence): readonly Named[] =>
  items.flatMap((item, index) => {
    const next = items[index + 1]
    if (item.type !== 'scalar' || next?.type !== 'scalar') return []
    const name = /^--?([A-Za-z][\w.-]{0,100})$/.exec(String(item.data).slice(0, 200))?.[1]
    return name === undefined || String(next.data).startsWith('-') ? [] : [{ name, scalar: next }]
  })

function* secretOf(text: string, start: number, name: string, { from, to, data }: Scalar): Generator<Secret> {
  const value = String(data)
  // A text of several lines is a file, whose lines are looked at one by one.
  if (data === null || value.includes('\n') || !isSecretValue(name, value)) return
  const source = text.slice(start + from, start + to)
  const blank = blankOf(value, typeof data === 'string')
  yield secretAt(start + from, start + to, `value of ${name.slice(0, 100)}`, withValue(source, blank))
}
