import { mapProperties, type Definition, type Definitions } from './definition'

/**
 * A set of definitions in which every field has a description as far as any source has one. `sources` in the order
 * in which they are asked; the set itself is one of them.
 */
export const describe = (
  definitions: Definitions,
  sources: readonly Definitions[],
  spell: (text: string) => string,
): Definitions => {
  const textOf = (name: string, of: (definition: Definition) => string | undefined): string | undefined => {
    for (const source of sources) {
      const definition = source.get(name)
      const text = definition && of(definition)
      if (text !== undefined && saysSomething(text)) return spell(text)
    }
    return undefined
  }
  return new Map(
    [...definitions].map(([name, definition]) => {
      const text = textOf(name, ({ description }) => description)
      const described = mapProperties(definition, (property, field) => {
        const of = ({ properties }: Definition) => properties.get(field)?.description
        const identity = field === 'apiVersion' || field === 'kind'
        const description = textOf(name, of) ?? (identity ? textOf('io.k8s.api.core.v1.Pod', of) : undefined)
        return { ...property, ...(description !== undefined && { description }) }
      })
      return [name, { ...described, ...(text !== undefined && { description: text }) }]
    }),
  )
}

/** Beside a reference the client writes what the scalar is instead of what the field is for. */
const saysSomething = (description: string): boolean =>
  !/^(IntOrString|Quantity|Time|MicroTime) is a /.test(description)

/**
 * Texts that differ in white space only are one text: some generators join lines. The first spelling with lines
 * wins; `sets` in that order.
 */
export const speller = (sets: Iterable<Definitions>): ((text: string) => string) => {
  const spellings = new Map<string, string>()
  const learn = (text: string | undefined): void => {
    if (text === undefined) return
    const own = plain(text)
    const key = joined(own)
    const known = spellings.get(key)
    if (known === undefined || (!known.includes('\n') && own.includes('\n'))) spellings.set(key, own)
  }
  for (const definitions of sets)
    for (const { description, properties } of definitions.values()) {
      learn(description)
      for (const property of properties.values()) learn(property.description)
    }
  return (text) => spellings.get(joined(plain(text))) ?? plain(text)
}

const joined = (text: string): string => text.replace(/\s+/g, ' ')

/** Without what generators do to a text that stands in a comment, and without the values, which are in the schema. */
const plain = (text: string): string =>
  text
    .replace(/\u200B/g, '')
    .replace(/\s*Possible enum values:[^]*$/, '')
    .replace(/\*&#47;/g, '*/')
    .replace(/'_\/(\*|scale)'/g, "'*/$1'")
    .trim()
