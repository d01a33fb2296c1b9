import type { Schema, SchemaLimits, ScalarTest } from '../engine/schema/schema'
import { schemaOfCode } from './typeCodes'
import type { Json } from '../engine/model/json'

/** A type code (see `schemaOfCode`), or rules for what a code cannot express. */
export type PackedNode = string | PackedRules

type PackedRules = SchemaLimits & {
  /** The type's letter; absent for an object that has the fields of `p` and no others. */
  readonly t?: string
  readonly p?: Readonly<Record<string, PackedNode>>
  /** Required fields. */
  readonly r?: readonly string[]
  /** The items of a list. */
  readonly '['?: PackedNode
  /** The values of a map. */
  readonly '{'?: PackedNode
  // Keywords of JSON Schema under their own names.
  readonly nullable?: true
  readonly enum?: readonly Json[]
  readonly format?: string
  readonly pattern?: string
  readonly uniqueItems?: true
  readonly allOf?: readonly PackedNode[]
  readonly anyOf?: readonly PackedNode[]
  readonly oneOf?: readonly PackedNode[]
  readonly not?: PackedNode
}

/** The custom resources of one API group as the schema build packs them. */
export type PackedGroup = {
  readonly group: string
  /** By version and kind, `v1/Certificate`. They lack apiVersion, kind and metadata, which every object has. */
  readonly kinds: Readonly<Record<string, PackedNode>>
  /** Nodes that are used more than once. */
  readonly pool: readonly PackedNode[]
}

export type CustomGroup = {
  readonly kinds: readonly { readonly apiVersion: string; readonly kind: string }[]
  readonly kind: (apiVersion: string, kind: string) => Schema | undefined
}

/** Compiles patterns and formats. Undefined for one that is not supported, which then accepts everything. */
type ScalarTests = {
  readonly pattern: (source: string) => ScalarTest | undefined
  readonly format: (name: string) => ScalarTest | undefined
}

/**
 * The custom resources of a packed group. Pooled nodes are unpacked when they are first needed. `definition` returns a
 * definition of the Kubernetes API by its short name: `core.v1.PodTemplateSpec`.
 */
export function customGroupOf(
  packed: PackedGroup,
  definition: (name: string) => Schema | undefined,
  tests: ScalarTests,
): CustomGroup {
  const unpacker = new GroupUnpacker(packed, definition, tests)
  const kinds = Object.keys(packed.kinds).map((key) => {
    const [version, kind = ''] = key.split('/')
    return { apiVersion: `${packed.group}/${version}`, kind }
  })
  return { kinds, kind: (apiVersion, kind) => unpacker.root(apiVersion, kind) }
}

class GroupUnpacker {
  private readonly roots = new Map<string, Schema>()
  private readonly nodes = new Map<number, Schema>()

  constructor(
    private readonly packed: PackedGroup,
    readonly definition: (name: string) => Schema | undefined,
    private readonly tests: ScalarTests,
  ) {}

  root(apiVersion: string, kind: string): Schema | undefined {
    const key = `${apiVersion}/${kind}`
    const cached = this.roots.get(key)
    if (cached) return cached
    const { group, kinds } = this.packed
    const packed = apiVersion.startsWith(`${group}/`) ? kinds[key.slice(group.length + 1)] : undefined
    if (packed === undefined) return undefined
    const schema = this.withCommonFields(this.rootNode(packed), key)
    this.roots.set(key, schema)
    return schema
  }

  private withCommonFields(schema: Schema, key: string): Schema {
    const text: Schema = { type: ['string'] }
    const metadata: Schema = { ref: () => this.definition('am:meta.v1.ObjectMeta') }
    const own = schema.properties ?? []
    const properties = new Map([['apiVersion', text], ['kind', text], ['metadata', metadata], ...own])
    return { ...schema, kinds: [key], properties }
  }

  /** The schema itself, even where it is pooled: `node` would return a reference to it. */
  private rootNode(packed: PackedNode): Schema {
    return typeof packed === 'string' && /^\d/.test(packed) ? this.pooled(Number(packed)) : this.node(packed)
  }

  pooled(index: number): Schema {
    const schema = this.nodes.get(index) ?? this.node(this.packed.pool[index] ?? '*')
    this.nodes.set(index, schema)
    return schema
  }

  private node(packed: PackedNode): Schema {
    return typeof packed === 'string' ? schemaOfCode(packed, this) : this.rules(packed)
  }

  private rules(rules: PackedRules): Schema {
    const { t, p, r, '[': items, '{': values, pattern, format, allOf, anyOf, oneOf, not, ...keywords } = rules
    const all = (branches: readonly PackedNode[]) => branches.map((branch) => this.node(branch))
    const patternTest = pattern === undefined ? undefined : this.tests.pattern(pattern)
    const formatTest = format === undefined ? undefined : this.tests.format(format)
    return {
      ...(t === undefined ? impliedType(rules) : this.node(t)),
      ...keywords,
      ...(p && { properties: new Map(Object.entries(p).map(([name, child]) => [name, this.node(child)])) }),
      ...(p && t === undefined && { additionalProperties: 'strict' }),
      ...(r && { required: r }),
      ...(items !== undefined && { items: this.node(items) }),
      ...(values !== undefined && { additionalProperties: this.node(values) }),
      ...(patternTest && { pattern: patternTest }),
      ...(formatTest && { format: formatTest }),
      ...(allOf && { allOf: all(allOf) }),
      ...(anyOf && { anyOf: all(anyOf) }),
      ...(oneOf && { oneOf: all(oneOf) }),
      ...(not !== undefined && { not: this.node(not) }),
    }
  }
}

/** The type that the other rules imply. */
const impliedType = ({ p, '[': items, '{': values }: PackedRules): Schema => {
  if (p !== undefined || values !== undefined) return { type: ['object'] }
  return items === undefined ? {} : { type: ['array'] }
}
