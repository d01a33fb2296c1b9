import { requiredInManifest, type Definition, type Definitions } from './definition'

/**
 * Unions contain everything that any version up to a given one has had. The difference between two unions is what was
 * added between their versions, but not what was removed. A version without an exact source is therefore derived from an
 * exact version next to it.
 */
type Unions = {
  /** The union up to the older of two versions. */
  readonly older: Definitions
  /** The union up to the newer one. */
  readonly newer: Definitions
}

/**
 * The API of a version, from the exact one after it without what only the newer union has. `older` is the union up to
 * this version. `before`: the version before it. Where its required fields equal those of the version after it, they are
 * used; elsewhere those of the union.
 */
export const releaseBefore = (
  after: Definitions,
  before: Definitions,
  { older, newer }: Unions,
): Definitions => {
  const definitions = new Map<string, Definition>()
  for (const [name, definition] of after) {
    const then = older.get(name)
    // No union has lists and reviews, so their absence does not mean that they are new.
    if (!then && newer.has(name) && definition.properties.size > 0) continue
    const fields = [...definition.properties].filter(
      ([field]) => !then || then.properties.has(field) || !newer.get(name)?.properties.has(field),
    )
    const previous = before.get(name)
    const isUnchanged = previous && isSameList(requiredInManifest(previous), requiredInManifest(definition))
    const required = isUnchanged || !then ? definition.required : then.required
    definitions.set(name, {
      ...definition,
      properties: new Map(fields),
      required: required.filter((field) => fields.some(([other]) => other === field)),
    })
  }
  return definitions
}

/** The API of a version from the one before it: all of that, and what the unions gained since. */
export const releaseAfter = (before: Definitions, { older, newer }: Unions): Definitions => {
  const definitions = new Map(before)
  for (const [name, definition] of newer) {
    const own = definitions.get(name)
    const then = older.get(name)
    if (!own) {
      if (!then) definitions.set(name, definition)
      continue
    }
    const added = [...definition.properties].filter(
      ([field]) => !own.properties.has(field) && !then?.properties.has(field),
    )
    definitions.set(name, { ...own, properties: new Map([...own.properties, ...added]) })
  }
  return definitions
}

const isSameList = (a: readonly string[], b: readonly string[]): boolean => a.join() === b.join()
