import type { BuiltInTypes } from './builtInTypes'
import type { JsonSchema, JsonSchemas } from './jsonSchema'
import { mergeSchemas } from './mergeSchemas'
import { applyOverrides } from './schemaOverrides'

/**
 * Resolves the references between the schemas of several packages. A definition's id is its package and name:
 * `keda/ComGithub…ScaleTarget`. Only objects with fields stay references; any other named schema is inlined.
 */
export class Resolver {
  readonly #resolved = new Map<string, JsonSchema>()
  readonly #referenced = new Set<string>()

  /** `shared`: the schemas that all packages use and the Kubernetes API does not define: JSON, RawExtension. */
  constructor(
    private readonly packages: ReadonlyMap<string, JsonSchemas>,
    private readonly shared: JsonSchemas,
    private readonly builtIn: BuiltInTypes,
  ) {}

  /** All definitions that resolved schemas refer to, by id. */
  referenced(): JsonSchemas {
    const definitions = new Map<string, JsonSchema>()
    // Iterating over a set includes the entries that resolving adds on the way.
    for (const id of this.#referenced) definitions.set(id, this.definition(id))
    return definitions
  }

  /** A definition with the fields of all structs that it embeds. */
  definition(id: string): JsonSchema {
    const cached = this.#resolved.get(id)
    if (cached) return cached
    const [packageName = '', name = ''] = id.split('/')
    const schema = this.packages.get(packageName)?.get(name) ?? {}
    const resolved = applyOverrides(id, this.#resolve(schema, packageName), (to) => this.#fields(to))
    this.#resolved.set(id, resolved)
    return resolved
  }

  #resolve(schema: JsonSchema, packageName: string): JsonSchema {
    const alias = aliasOf(schema)
    if (alias !== undefined) {
      const target = this.#target(alias, packageName)
      if (target.ref !== undefined && !target.ref.startsWith('#')) this.#referenced.add(target.ref)
      return withDescription(target, schema)
    }
    const { allOf, ...rest } = schema
    const all = (branches: readonly JsonSchema[]) =>
      branches.map((branch) => this.#resolve(branch, packageName))
    const own = {
      ...rest,
      ...(rest.properties && {
        properties: new Map(
          [...rest.properties].map(([name, property]) => [name, this.#resolve(property, packageName)]),
        ),
      }),
      ...(rest.items && { items: this.#resolve(rest.items, packageName) }),
      ...(rest.values && { values: this.#resolve(rest.values, packageName) }),
      ...(rest.anyOf && { anyOf: all(rest.anyOf) }),
      ...(rest.oneOf && { oneOf: all(rest.oneOf) }),
      ...(rest.not && { not: this.#resolve(rest.not, packageName) }),
    }
    const embedded = (allOf ?? []).map((part) => this.#inlined(part, packageName))
    return withScalarType(mergeSchemas(own, embedded))
  }

  /** What a name refers to: a reference for an object with fields, otherwise the schema itself. */
  #target(name: string, packageName: string): JsonSchema {
    const found = this.#find(name, packageName)
    if (!found)
      return this.builtIn.named(name) ?? this.#resolve(this.#sharedSchema(name, packageName), packageName)
    const [schema, owner] = found
    const alias = aliasOf(schema)
    if (alias !== undefined) return withDescription(this.#target(alias, owner), schema)
    const id = `${owner}/${name}`
    return this.#isStruct(schema, owner) ? { ref: id } : this.definition(id)
  }

  /** A resolved schema in which the fields of an object replace a reference to it. */
  #inlined(part: JsonSchema, packageName: string): JsonSchema {
    const alias = aliasOf(part)
    if (alias === undefined) return this.#resolve(part, packageName)
    const target = this.#target(alias, packageName)
    return target.ref === undefined ? target : this.#fields(target.ref)
  }

  /** The object that a reference refers to. */
  #fields(to: string): JsonSchema {
    return this.builtIn.fields(to) ?? this.definition(to)
  }

  #isStruct({ properties, allOf }: JsonSchema, packageName: string): boolean {
    const isEmbeddedStruct = ({ ref }: JsonSchema): boolean => {
      if (ref === undefined) return false
      const [schema, owner] = this.#find(ref, packageName) ?? []
      if (!schema || owner === undefined) return this.builtIn.named(ref)?.ref !== undefined
      return this.#isStruct(schema, owner)
    }
    return (properties?.size ?? 0) > 0 || (allOf?.some(isEmbeddedStruct) ?? false)
  }

  /** A schema and its package. The referring package comes first, then the Kubernetes API, then other packages. */
  #find(name: string, packageName: string): readonly [schema: JsonSchema, owner: string] | undefined {
    const own = this.packages.get(packageName)?.get(name)
    if (own) return [own, packageName]
    if (this.builtIn.named(name)) return undefined
    for (const [owner, schemas] of this.packages) {
      const schema = schemas.get(name)
      if (schema) return [schema, owner]
    }
    return undefined
  }

  #sharedSchema(name: string, packageName: string): JsonSchema {
    const schema = this.shared.get(name)
    if (!schema) throw new Error(`The package ${packageName} refers to ${name}, which no package has`)
    return schema
  }
}

/** The name that a schema stands for: it has a reference and no keyword of its own but the type. */
const aliasOf = ({ ref, allOf, ...rest }: JsonSchema): string | undefined => {
  if (ref !== undefined) return ref
  const isBare = Object.keys(rest).every(
    (key) => key === 'type' || key === 'nullable' || key === 'description',
  )
  return isBare && allOf?.length === 1 ? allOf[0]?.ref : undefined
}

/** A field's own description takes precedence over that of its type. */
const withDescription = (target: JsonSchema, { description }: JsonSchema): JsonSchema => ({
  ...target,
  ...(description !== undefined && { description }),
})

/** Recognizes quantities and int-or-strings by how CustomResourceDefinitions spell them in JSON Schema. */
const withScalarType = (schema: JsonSchema): JsonSchema => {
  const { anyOf, pattern, ...rest } = schema
  const isIntOrString = anyOf?.map((branch) => Object.values(branch).join()).join('|') === 'integer|string'
  if (!isIntOrString && rest.type !== 'quantity') return schema
  if (pattern?.startsWith('^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|'))
    return { ...rest, type: 'quantity' }
  return { ...rest, ...(pattern !== undefined && { pattern }), type: rest.type ?? 'intOrString' }
}
