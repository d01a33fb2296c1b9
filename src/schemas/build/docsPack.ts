import { groupOfName, type PackedDocs, type PackedText } from '../descriptions'
import type { Definition, Definitions } from './definition'
import { shortName } from './pack'
import { Places } from './places'

/** The descriptions of the API in all versions, by the group of the definition. */
export const packDocs = (releases: ReadonlyMap<string, Definitions>): ReadonlyMap<string, PackedDocs> => {
  const versions = [...releases.keys()]
  const names = new Map<string, string[]>()
  for (const name of new Set([...releases.values()].flatMap((definitions) => [...definitions.keys()]))) {
    const group = groupOfName(shortName(name))
    names.set(group, [...(names.get(group) ?? []), name])
  }
  return new Map(
    [...names].map(([group, own]) => [group, packGroupTexts(own.toSorted(byKind), versions, releases)]),
  )
}

/** The versions of one kind behind each other: their texts are alike, and that compresses well. */
const byKind = (a: string, b: string): number => (kindFirst(a) < kindFirst(b) ? -1 : 1)

const kindFirst = (name: string): string => name.replace(/^(.*)\.(\w+)$/, '$2.$1')

const packGroupTexts = (
  names: readonly string[],
  versions: readonly string[],
  releases: ReadonlyMap<string, Definitions>,
): PackedDocs => {
  const texts = new Places()
  const definitions = names.map((name) => {
    const history = versions.map((version) => releases.get(version)?.get(name))
    const fields = new Set(history.flatMap((definition) => [...(definition?.properties.keys() ?? [])]))
    const entries = ['', ...[...fields].toSorted()].flatMap((field) => {
      const packed = packedText(
        history.map((definition) => textOf(definition, field)),
        texts,
      )
      return packed === undefined ? [] : [[field, packed] as const]
    })
    return [shortName(name), Object.fromEntries(entries)] as const
  })
  return { versions, definitions: Object.fromEntries(definitions), texts: texts.all() }
}

const textOf = (definition: Definition | undefined, field: string): string | undefined =>
  field === '' ? definition?.description : definition?.properties.get(field)?.description

/** One place for a text that never changes, else pairs of the first version and the place. */
const packedText = (history: readonly (string | undefined)[], texts: Places): PackedText | undefined => {
  const changes: number[] = []
  let before: string | undefined
  for (const [version, text] of history.entries()) {
    if (text === undefined || text === before) continue
    changes.push(version, texts.of(text))
    before = text
  }
  return changes.length > 2 ? changes : changes[1]
}
