import type { Schema, SchemaLimits, ScalarTest } from '../engine/schema/schema'
import { scalars } from './scalars'
import type { Json } from '../engine/model/json'

/** The newest version that was compared with the API's own specification: custom resources embed parts of it. */
export const verifiedVersion = '1.36'

/**
 * A schema in few letters, or rules where letters do not suffice.
 * `*` anything, `o` an object with any fields, `s` text, `b` true or false, `i` and `l` a whole number of 32 and 64
 * bits, `n` a number, `Q` a quantity, `S` a whole number or text, `T` a time, `B` base64; `eA|B` text that is A or B;
 * `[x` a list of x, `{x` a map to x; `#name` a definition of the API; `12` the node at that place in the pool.
 */
export type PackedNode = string | PackedRules

export type PackedRules = SchemaLimits & {
  /** The letter of the type; absent: an object that has the fields of `p` and no others. */
  readonly t?: string
  readonly p?: Readonly<Record<string, PackedNode>>
  /** Required fields. */
  readonly r?: readonly string[]
  /** Of a list: its items. */
  readonly '['?: PackedNode
  /** Of a map: its values. */
  readonly '{'?: PackedNode
  /** The words of JSON Schema that have no letter, under their own names. */
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

/** The custom resources of one API group, as the schema build writes them. */
export type PackedGroup = {
  readonly group: string
  /** By version and kind, `v1/Certificate`; without apiVersion, kind and metadata, which every object has. */
  readonly kinds: Readonly<Record<string, PackedNode>>
  /** Nodes in use at several places. */
  readonly pool: readonly PackedNode[]
}

export type CustomGroup = {
  readonly kinds: readonly { readonly apiVersion: string; readonly kind: string }[]
  readonly kind: (apiVersion: string, kind: string) => Schema | undefined
}

/** Makes questions of patterns and formats; undefined for one that cannot be asked: then any text will do. */
export type Tests = {
  readonly pattern: (source: string) => ScalarTest | undefined
  readonly format: (name: string) => ScalarTest | undefined
}

/**
 * The custom resources behind a packed group. Nodes in use at several places are unfolded when they are first met.
 * `definition`: a part of the API by its short name, `core.v1.PodTemplateSpec`.
 */
export function customGroupOf(
  packed: PackedGroup,
  definition: (name: string) => Schema | undefined,
  tests: Tests,
): CustomGroup {
  const unfolder = new Unfolder(packed, definition, tests)
  const kinds = Object.keys(packed.kinds).map((key) => {
    const [version, kind = ''] = key.split('/')
    return { apiVersion: `${packed.group}/${version}`, kind }
  })
  return { kinds, kind: (apiVersion, kind) => unfolder.root(apiVersion, kind) }
}

class Unfolder {
  private readonly roots = new Map<string, Schema>()
  private readonly places = new Map<number, Schema>()

  constructor(
    private readonly packed: PackedGroup,
    private readonly definition: (name: string) => Schema | undefined,
    private readonly tests: Tests,
  ) {}

  root(apiVersion: string, kind: string): Schema | undefined {
    const key = `${apiVersion}/${kind}`
    const known = this.roots.get(key)
    if (known) return known
    const { group, kinds } = this.packed
    const packed = apiVersion.startsWith(`${group}/`) ? kinds[key.slice(group.length + 1)] : undefined
    if (packed === undefined) return undefined
    const schema = this.withIdentity(this.target(packed), key)
    this.roots.set(key, schema)
    return schema
  }

  private withIdentity(schema: Schema, key: string): Schema {
    const text: Schema = { type: ['string'] }
    const metadata: Schema = { ref: () => this.definition('am:meta.v1.ObjectMeta') }
    const own = schema.properties ?? []
    const properties = new Map([['apiVersion', text], ['kind', text], ['metadata', metadata], ...own])
    return { ...schema, kinds: [key], properties }
  }

  /** Unlike `node` never a mere reference into the pool. */
  private target(packed: PackedNode): Schema {
    return typeof packed === 'string' && /^\d/.test(packed) ? this.place(Number(packed)) : this.node(packed)
  }

  private place(place: number): Schema {
    const schema = this.places.get(place) ?? this.node(this.packed.pool[place] ?? '*')
    this.places.set(place, schema)
    return schema
  }

  private node(packed: PackedNode): Schema {
    if (typeof packed !== 'string') return this.rules(packed)
    const rest = packed.slice(1)
    switch (packed[0]) {
      case '[':
        return { type: ['array'], items: this.node(rest) }
      case '{':
        return { type: ['object'], additionalProperties: this.node(rest) }
      case '#':
        return { ref: () => this.definition(rest) }
      case 'e':
        return { type: ['string'], enum: rest.split('|') }
      case 'o':
        return { type: ['object'] }
      default:
        return /^\d/.test(packed) ? { ref: () => this.place(Number(packed)) } : (scalars[packed] ?? {})
    }
  }

  private rules(rules: PackedRules): Schema {
    const { t, p, r, '[': items, '{': values, pattern, format, allOf, anyOf, oneOf, not, ...words } = rules
    const all = (branches: readonly PackedNode[]) => branches.map((branch) => this.node(branch))
    const patternTest = pattern === undefined ? undefined : this.tests.pattern(pattern)
    const formatTest = format === undefined ? undefined : this.tests.format(format)
    return {
      ...(t === undefined ? impliedType(rules) : this.node(t)),
      ...words,
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

/** The type that goes without saying. */
const impliedType = ({ p, '[': items, '{': values }: PackedRules): Schema => {
  if (p !== undefined || values !== undefined) return { type: ['object'] }
  return items === undefined ? {} : { type: ['array'] }
}
