import type { PackedGroup, PackedNode } from '../customGroup'
import type { CustomApi } from './customApi'
import type { JsonSchema, JsonSchemas, KindIdentity } from './jsonSchema'
import { NodePool } from './nodePool'
import { sortByKey } from './sortByKey'

/** The custom resources of one API group in type codes, without descriptions. */
export const packCustomGroup = (group: string, { kinds, definitions }: CustomApi): PackedGroup => {
  const packer = new GroupPacker(definitions)
  const roots = kindsInGroup(group, kinds).map(
    ({ version, kind, schema }) => [`${version}/${kind}`, packer.node(schema)] as const,
  )
  return { group, ...packer.packed(Object.fromEntries(roots)) }
}

/** The kinds of a group, sorted by name and version. */
export const kindsInGroup = <Kind extends KindIdentity>(
  group: string,
  kinds: readonly Kind[],
): readonly (Kind & { readonly version: string })[] => {
  const own = kinds
    .filter(({ apiVersion }) => apiVersion.startsWith(`${group}/`))
    .map((entry) => ({ ...entry, version: entry.apiVersion.slice(group.length + 1) }))
  return [...sortByKey(new Map(own.map((entry) => [`${entry.kind}/${entry.version}`, entry]))).values()]
}

class GroupPacker {
  readonly #pool = new NodePool()

  constructor(private readonly definitions: JsonSchemas) {}

  packed(kinds: Readonly<Record<string, PackedNode>>): Pick<PackedGroup, 'kinds' | 'pool'> {
    const { roots, pool } = this.#pool.packed(kinds)
    // The pool only holds what `#rules` made.
    return { kinds: roots, pool: pool as PackedNode[] }
  }

  /** A type code, or a reference to a node of the pool. */
  node(schema: JsonSchema): string {
    const { ref } = schema
    if (ref?.startsWith('#')) return ref
    if (ref !== undefined) return this.#pool.named(ref, () => this.#rules(this.definitions.get(ref) ?? {}))
    return this.#code(schema) ?? this.#pool.add(this.#rules(schema))
  }

  /** Null counts as an absent field, so `nullable` only matters for fields that are required. */
  #field(schema: JsonSchema, { required }: JsonSchema, name: string): string {
    return schema.nullable === true && required?.includes(name)
      ? this.#pool.add({ ...this.#rules(schema), nullable: true })
      : this.node(schema)
  }

  /** The code of a schema; undefined when a code cannot express all its keywords. */
  #code(schema: JsonSchema): string | undefined {
    if (!Object.keys(schema).every((key) => codedKeywords.has(key))) return undefined
    const { type, items, values, format, enum: allowed } = schema
    if (items) return type === 'array' ? `[${this.node(items)}` : undefined
    if (values) return type === 'object' ? `{${this.node(values)}` : undefined
    if (allowed) {
      const isCodable = type === 'string' && format === undefined && allowed.every(isEnumWord)
      return isCodable ? `e${allowed.join('|')}` : undefined
    }
    return format === undefined || codedFormats.test(format) ? typeLetter(schema) : undefined
  }

  #rules(schema: JsonSchema): Readonly<Record<string, unknown>> {
    const { type, properties, required = [], items, values, format } = schema
    const implied = type === 'array' ? items : type === 'object' ? (properties ?? values) : undefined
    const isTyped = type !== undefined || properties || items || values
    const all = (branches: readonly JsonSchema[]) => branches.map((branch) => this.node(branch))
    return {
      ...(isTyped && !implied && { t: typeLetter(schema) }),
      ...(properties && {
        p: Object.fromEntries(
          [...sortByKey(properties)].map(([name, child]) => [name, this.#field(child, schema, name)]),
        ),
      }),
      ...(required.length > 0 && { r: required.toSorted() }),
      ...(items && { '[': this.node(items) }),
      ...(values && { '{': this.node(values) }),
      ...(schema.enum && { enum: schema.enum }),
      ...(format !== undefined && !codedFormats.test(format) && { format }),
      ...(schema.pattern !== undefined && { pattern: schema.pattern }),
      ...(schema.uniqueItems === true && { uniqueItems: true }),
      ...schema.limits,
      ...(schema.allOf && { allOf: all(schema.allOf) }),
      ...(schema.anyOf && { anyOf: all(schema.anyOf) }),
      ...(schema.oneOf && { oneOf: all(schema.oneOf) }),
      ...(schema.not && { not: this.node(schema.not) }),
    }
  }
}

/** Keywords that a type code can express, and those that are packed elsewhere or have no effect. */
const codedKeywords: ReadonlySet<string> = new Set([
  ...['type', 'format', 'items', 'values', 'enum', 'description', 'nullable'],
])

const isEnumWord = (value: unknown): boolean => typeof value === 'string' && !value.includes('|')

/** Formats that are part of a type's letter, and those that restrict nothing. */
const codedFormats = /^(int32|int64|float|double|date-time|byte)$/

const letters: Readonly<Record<string, string>> = {
  object: 'o',
  array: '[*',
  string: 's',
  integer: 'l',
  number: 'n',
  boolean: 'b',
  quantity: 'Q',
  intOrString: 'S',
}

const typeLetter = ({ type, format }: JsonSchema): string => {
  if (type === undefined) return '*'
  if (type === 'string' && format === 'date-time') return 'T'
  if (type === 'string' && format === 'byte') return 'B'
  if (type === 'integer' && format === 'int32') return 'i'
  const letter = letters[type]
  if (letter === undefined) throw new Error(`A custom resource has a field of the unsupported type ${type}`)
  return letter
}
