import { addTo } from '../../engine/model/groupBy'
import { groupOfDefinition } from '../definitionName'
import type { PackedDocs, PackedText } from '../descriptions'
import type { Definition, Definitions } from './definition'
import { shortName } from './packStructure'
import { StringTable } from './stringTable'

/** The descriptions of the API in all versions, one file for each group of definitions: `core`, `apps`, `meta`. */
export const packDocs = (releases: ReadonlyMap<string, Definitions>): ReadonlyMap<string, PackedDocs> => {
  const versions = [...releases.keys()]
  const names = new Map<string, string[]>()
  for (const name of new Set([...releases.values()].flatMap((definitions) => [...definitions.keys()])))
    addTo(names, groupOfDefinition(shortName(name)), name)
  return new Map(
    [...names].map(([group, own]) => [group, packGroup(own.toSorted(byKind), versions, releases)]),
  )
}

/** Puts the versions of a kind next to each other: their texts are alike, which compresses well. */
const byKind = (a: string, b: string): number => (kindFirst(a) < kindFirst(b) ? -1 : 1)

const kindFirst = (name: string): string => name.replace(/^(.*)\.(\w+)$/, '$2.$1')

const packGroup = (
  names: readonly string[],
  versions: readonly string[],
  releases: ReadonlyMap<string, Definitions>,
): PackedDocs => {
  const texts = new StringTable()
  const definitions = names.map((name) => {
    const history = versions.map((version) => releases.get(version)?.get(name))
    const fields = new Set(history.flatMap((definition) => [...(definition?.properties.keys() ?? [])]))
    const entries = ['', ...[...fields].toSorted()].flatMap((field) => {
      const descriptions = history.map((definition) => descriptionOf(definition, field))
      const packed = packHistory(descriptions, texts)
      return packed === undefined ? [] : [[field, packed] as const]
    })
    return [shortName(name), Object.fromEntries(entries)] as const
  })
  return { versions, definitions: Object.fromEntries(definitions), texts: texts.strings() }
}

/** The description of a field, or of the definition itself for an empty name. */
const descriptionOf = (definition: Definition | undefined, field: string): string | undefined =>
  field === '' ? definition?.description : definition?.properties.get(field)?.description

/** The index of a text that never changes, otherwise pairs of a version and the index of its text from then on. */
const packHistory = (
  history: readonly (string | undefined)[],
  texts: StringTable,
): PackedText | undefined => {
  const changes: number[] = []
  let before: string | undefined
  for (const [version, text] of history.entries()) {
    if (text === undefined || text === before) continue
    changes.push(version, texts.add(text))
    before = text
  }
  return changes.length > 2 ? changes : changes[1]
}
