import { mapProperties, type Definition, type Definitions } from './definition'

/**
 * The same definitions with the description of each field from the first source that has a useful one. `sources`: the
 * preferred one first, the definitions' own source included. `normalize`: the result of `textNormalizer`.
 */
export const addDescriptions = (
  definitions: Definitions,
  sources: readonly Definitions[],
  normalize: (text: string) => string,
): Definitions => {
  const textOf = (name: string, of: (definition: Definition) => string | undefined): string | undefined => {
    for (const source of sources) {
      const definition = source.get(name)
      const text = definition && of(definition)
      if (text !== undefined && isUseful(text)) return normalize(text)
    }
    return undefined
  }
  return new Map(
    [...definitions].map(([name, definition]) => {
      const text = textOf(name, ({ description }) => description)
      const described = mapProperties(definition, (property, field) => {
        const of = ({ properties }: Definition) => properties.get(field)?.description
        // Every kind describes these two in the same words.
        const isTypeMeta = field === 'apiVersion' || field === 'kind'
        const description =
          textOf(name, of) ?? (isTypeMeta ? textOf('io.k8s.api.core.v1.Pod', of) : undefined)
        return { ...property, ...(description !== undefined && { description }) }
      })
      return [name, { ...described, ...(text !== undefined && { description: text }) }]
    }),
  )
}

/** The client describes some fields by their type ("IntOrString is a type that can hold …") instead of their purpose. */
const isUseful = (description: string): boolean =>
  !/^(IntOrString|Quantity|Time|MicroTime) is a /.test(description)

/**
 * Maps each description to one spelling, so that it is packed once: sources differ in white space, because some
 * generators join lines. The first spelling with line breaks wins, in the order of `sets`.
 */
export const textNormalizer = (sets: Iterable<Definitions>): ((text: string) => string) => {
  const spellings = new Map<string, string>()
  const add = (text: string | undefined): void => {
    if (text === undefined) return
    const clean = cleanText(text)
    const key = onOneLine(clean)
    const found = spellings.get(key)
    if (found === undefined || (!found.includes('\n') && clean.includes('\n'))) spellings.set(key, clean)
  }
  for (const definitions of sets)
    for (const { description, properties } of definitions.values()) {
      add(description)
      for (const property of properties.values()) add(property.description)
    }
  return (text) => spellings.get(onOneLine(cleanText(text))) ?? cleanText(text)
}

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ')

/** Undoes how generators escape text in a comment, and removes the list of enum values, which the schema has. */
const cleanText = (text: string): string =>
  text
    .replace(/\u200B/g, '')
    .replace(/\s*Possible enum values:[^]*$/, '')
    .replace(/\*&#47;/g, '*/')
    .replace(/'_\/(\*|scale)'/g, "'*/$1'")
    .trim()
