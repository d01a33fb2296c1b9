import { amended } from './amendments'
import type { BuiltInTypes } from './builtInTypes'
import type { JsonSchema } from './decompile'
import { embedded } from './embedded'

/** Schemas of a package by the names of their files. */
export type Schemas = ReadonlyMap<string, JsonSchema>

/**
 * Schemas of several packages that refer to each other by name. A definition's id is package and name,
 * 'keda/ComGithub…ScaleTarget'; only objects with fields stay behind a reference, whatever else has a name is put
 * in its place.
 */
export class Resolver {
  readonly #flat = new Map<string, JsonSchema>()
  readonly #wanted = new Set<string>()

  /** `foundation`: what all packages share and the API itself has no definition of: JSON, RawExtension. */
  constructor(
    private readonly packages: ReadonlyMap<string, Schemas>,
    private readonly foundation: Schemas,
    private readonly builtIn: BuiltInTypes,
  ) {}

  /** Every definition that a reference of one that was asked for leads to. */
  definitions(): ReadonlyMap<string, JsonSchema> {
    const definitions = new Map<string, JsonSchema>()
    // A set is walked in the order of its entries, those added on the way included.
    for (const id of this.#wanted) definitions.set(id, this.flat(id))
    return definitions
  }

  /** A definition with the fields of all structs that it embeds. */
  flat(id: string): JsonSchema {
    const known = this.#flat.get(id)
    if (known) return known
    const [home = '', name = ''] = id.split('/')
    const resolved = this.#resolve(this.packages.get(home)?.get(name) ?? {}, home)
    const flat = amended(id, resolved, (to) => this.#fields(to))
    this.#flat.set(id, flat)
    return flat
  }

  #resolve(schema: JsonSchema, home: string): JsonSchema {
    const alias = aliasOf(schema)
    if (alias !== undefined) {
      const target = this.#target(alias, home)
      if (target.ref !== undefined && !target.ref.startsWith('#')) this.#wanted.add(target.ref)
      return described(target, schema)
    }
    const { allOf, ...rest } = schema
    const all = (branches: readonly JsonSchema[]) => branches.map((branch) => this.#resolve(branch, home))
    const own = {
      ...rest,
      ...(rest.properties && {
        properties: new Map(
          [...rest.properties].map(([name, property]) => [name, this.#resolve(property, home)]),
        ),
      }),
      ...(rest.items && { items: this.#resolve(rest.items, home) }),
      ...(rest.values && { values: this.#resolve(rest.values, home) }),
      ...(rest.anyOf && { anyOf: all(rest.anyOf) }),
      ...(rest.oneOf && { oneOf: all(rest.oneOf) }),
      ...(rest.not && { not: this.#resolve(rest.not, home) }),
    }
    const parts = (allOf ?? []).map((part) => this.#expanded(part, home))
    return withScalar(embedded(own, parts))
  }

  /** What stands behind a name: a reference to an object with fields, or else the schema itself. */
  #target(name: string, home: string): JsonSchema {
    const place = this.#place(name, home)
    if (!place) return this.builtIn.named(name) ?? this.#resolve(this.#shared(name, home), home)
    const [schema, owner] = place
    const alias = aliasOf(schema)
    if (alias !== undefined) return described(this.#target(alias, owner), schema)
    const id = `${owner}/${name}`
    return this.#isStruct(schema, owner) ? { ref: id } : this.flat(id)
  }

  /** The same with the fields of an object in place of a reference to it. */
  #expanded(part: JsonSchema, home: string): JsonSchema {
    const alias = aliasOf(part)
    if (alias === undefined) return this.#resolve(part, home)
    const target = this.#target(alias, home)
    return target.ref === undefined ? target : this.#fields(target.ref)
  }

  /** The object behind a reference. */
  #fields(to: string): JsonSchema {
    return this.builtIn.fields(to) ?? this.flat(to)
  }

  #isStruct({ properties, allOf }: JsonSchema, home: string): boolean {
    const embeds = ({ ref }: JsonSchema): boolean => {
      if (ref === undefined) return false
      const [schema, owner] = this.#place(ref, home) ?? []
      if (!schema || owner === undefined) return this.builtIn.named(ref)?.ref !== undefined
      return this.#isStruct(schema, owner)
    }
    return (properties?.size ?? 0) > 0 || (allOf?.some(embeds) ?? false)
  }

  /** The package itself comes first; of the others only names that the API does not have are meant. */
  #place(name: string, home: string): readonly [JsonSchema, string] | undefined {
    const own = this.packages.get(home)?.get(name)
    if (own) return [own, home]
    if (this.builtIn.named(name)) return undefined
    for (const [owner, schemas] of this.packages) {
      const schema = schemas.get(name)
      if (schema) return [schema, owner]
    }
    return undefined
  }

  #shared(name: string, home: string): JsonSchema {
    const schema = this.foundation.get(name)
    if (!schema) throw new Error(`The package ${home} refers to ${name}, which no package has`)
    return schema
  }
}

/** Another name in place of a schema, with no word of its own but the type. */
const aliasOf = ({ ref, allOf, ...rest }: JsonSchema): string | undefined => {
  if (ref !== undefined) return ref
  const bare = Object.keys(rest).every((key) => key === 'type' || key === 'nullable' || key === 'description')
  return bare && allOf?.length === 1 ? allOf[0]?.ref : undefined
}

/** Where a field says nothing of itself, its type speaks. */
const described = (target: JsonSchema, { description }: JsonSchema): JsonSchema => ({
  ...target,
  ...(description !== undefined && { description }),
})

/** The scalars that JSON has no type for, by the way in which custom resources have to spell them. */
const withScalar = (schema: JsonSchema): JsonSchema => {
  const { anyOf, pattern, ...rest } = schema
  const either = anyOf?.map((branch) => Object.values(branch).join()).join('|') === 'integer|string'
  if (!either && rest.type !== 'quantity') return schema
  if (pattern?.startsWith('^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|'))
    return { ...rest, type: 'quantity' }
  return { ...rest, ...(pattern !== undefined && { pattern }), type: rest.type ?? 'intOrString' }
}
