import type { Definition, Definitions } from './definition'

type Neighbours = {
  /** The release before, exact. */
  readonly before: Definitions
  /** Everything any release up to this one has had. */
  readonly known: Definitions
  /** The same up to a later release. */
  readonly later: Definitions
}

/**
 * A release between two exact ones, of which only a union of all releases so far is to be had: what the exact
 * release after it has, less what the union does not know yet.
 */
export const earlierRelease = (base: Definitions, { before, known, later }: Neighbours): Definitions => {
  const definitions = new Map<string, Definition>()
  for (const [name, definition] of base) {
    const then = known.get(name)
    // Lists and reviews are in no union: nothing says that they are new.
    if (!then && later.has(name) && definition.properties.size > 0) continue
    const fields = [...definition.properties].filter(
      ([field]) => !then || then.properties.has(field) || !later.get(name)?.properties.has(field),
    )
    const past = before.get(name)
    const unchanged = past && sameFields(checked(past), checked(definition))
    const required = unchanged || !then ? definition.required : then.required
    definitions.set(name, {
      ...definition,
      properties: new Map(fields),
      required: required.filter((field) => fields.some(([other]) => other === field)),
    })
  }
  return definitions
}

/** The release after an exact one: all of it, and what the union of releases has learned since. */
export const laterRelease = (base: Definitions, known: Definitions, later: Definitions): Definitions => {
  const definitions = new Map(base)
  for (const [name, definition] of later) {
    const own = definitions.get(name)
    const then = known.get(name)
    if (!own) {
      if (!then) definitions.set(name, definition)
      continue
    }
    const learned = [...definition.properties].filter(
      ([field]) => !own.properties.has(field) && !then?.properties.has(field),
    )
    definitions.set(name, { ...own, properties: new Map([...own.properties, ...learned]) })
  }
  return definitions
}

/** The required fields a manifest must have: a kind's own name is not a field of its definition. */
export const checked = ({ kinds, required }: Definition): readonly string[] =>
  required
    .filter((field) => kinds.length === 0 || !['apiVersion', 'kind', 'status'].includes(field))
    .toSorted()

const sameFields = (a: readonly string[], b: readonly string[]): boolean => a.join() === b.join()
