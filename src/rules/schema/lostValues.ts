import { proposal, risky, safe, type Assessment, type Proposal } from '../../engine/findings/remedy'
import { isList, isObject, type Json } from '../../engine/model/json'
import type { Path } from '../../engine/model/path'
import { shorten } from '../../engine/model/shorten'
import { isNull, valueAt, type Value } from '../../engine/yaml/value'

/** So much of a value is shown in a note. */
const shownLimit = 40

/** So many values are counted: aliases can repeat far more than a text contains. */
const countLimit = 10_000

/**
 * What is lost with a value, in a sentence: `Removes “replicas: 2”.`, `Removes “metrics” with its 3 items.` Undefined for
 * a value that says nothing: null, an empty text, `{}` or `[]`.
 */
function lossOf(path: Path, root: Value): string | undefined {
  const value = valueAt(root, path)
  if (!value || isNothing(value)) return undefined
  const last = path.at(-1)
  const isItem = typeof last === 'number'
  const name = isItem ? nameOf(value) : shorten(String(last), shownLimit)
  const subject = isItem ? `the item${name === '' ? '' : ` “${name}”`}` : `“${name}”`
  if (value.type === 'sequence') return `Removes ${subject} with ${counted(value.items.length, 'item')}.`
  if (value.type === 'mapping') return `Removes ${subject} with ${counted(countOf(value), 'value')}.`
  const text = String(value.data)
  const lines = text.trimEnd().split('\n').length
  if (lines > 1) return `Removes ${subject} with ${counted(lines, 'line')}.`
  if (isItem || isSecret(root))
    return `Removes ${isItem ? `the item “${shorten(text, shownLimit)}”` : subject}.`
  return `Removes “${name}: ${shorten(text, shownLimit)}”.`
}

const isNothing = (value: Value): boolean => {
  if (value.type === 'scalar') return isNull(value) || value.data === ''
  return value.type === 'sequence' ? value.items.length === 0 : value.entries.size === 0
}

const nameOf = (item: Value): string => {
  const name = valueAt(item, ['name'])
  return name?.type === 'scalar' && name.data !== null ? shorten(String(name.data), shownLimit) : ''
}

const counted = (count: number, word: string): string =>
  count === 1 ? `its ${word}` : `its ${count >= countLimit ? 'many' : count.toLocaleString('en')} ${word}s`

/** A note must not repeat what a Secret holds. */
const isSecret = (root: Value): boolean => {
  const kind = valueAt(root, ['kind'])
  return kind?.type === 'scalar' && kind.data === 'Secret'
}

/** How many scalars a value has. */
function countOf(root: Value): number {
  let count = 0
  const waiting: Value[] = [root]
  for (let next = waiting.pop(); next && count < countLimit; next = waiting.pop()) {
    if (next.type === 'sequence') for (const item of next.items.slice(0, countLimit)) waiting.push(item)
    else if (next.type === 'mapping') for (const { value } of next.entries.values()) waiting.push(value)
    else count++
    if (waiting.length > countLimit) return countLimit
  }
  return count
}

/** A removal: risky when it loses something that the author wrote, which its note names. `reason`: what else to say of it. */
export function removal(path: Path, root: Value, reason: string, ofNothing?: Assessment): Proposal {
  const loss = lossOf(path, root)
  const title = typeof path.at(-1) === 'number' ? 'Remove the item' : `Remove ${path.at(-1)}`
  const assessment =
    loss === undefined
      ? (ofNothing ?? safe('It is empty, so nothing is lost.'))
      : risky(reason === '' ? loss : `${loss} ${reason}`)
  return proposal(title, assessment, { kind: 'remove', path })
}

/** The words that a text has and a value that replaces it no longer has: `8080` when `8080:80` becomes `{port: 80}`. */
export function lostWords(text: string, replacement: Json): readonly string[] {
  const kept = new Set(wordsOf(textOf(replacement)))
  return [...new Set(wordsOf(text))].filter((word) => !kept.has(word))
}

/** All keys and values of data. */
const textOf = (json: Json): string => {
  if (isList(json)) return json.map(textOf).join(' ')
  return isObject(json)
    ? Object.entries(json)
        .map(([key, child]) => `${key} ${textOf(child)}`)
        .join(' ')
    : String(json)
}

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}_]+/gu) ?? []
