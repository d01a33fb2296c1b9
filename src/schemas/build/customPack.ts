import type { PackedGroup, PackedNode } from '../customGroup'
import type { CustomApi } from './customApi'
import type { JsonSchema } from './decompile'
import { NodePool } from './nodePool'

/** The structure of one API group in few letters, without descriptions. */
export const packGroup = (group: string, { kinds, definitions }: CustomApi): PackedGroup => {
  const packer = new Packer(definitions)
  const roots = kindsOf(group, kinds).map(
    ({ version, kind, schema }) => [`${version}/${kind}`, packer.node(schema)] as const,
  )
  return { group, ...packer.packed(Object.fromEntries(roots)) }
}

/** The kinds of a group, by name and version. */
export const kindsOf = <Kind extends { readonly apiVersion: string; readonly kind: string }>(
  group: string,
  kinds: readonly Kind[],
): readonly (Kind & { readonly version: string })[] =>
  kinds
    .filter(({ apiVersion }) => apiVersion.startsWith(`${group}/`))
    .map((entry) => ({ ...entry, version: entry.apiVersion.slice(group.length + 1) }))
    .sort((a, b) => order(`${a.kind}/${a.version}`, `${b.kind}/${b.version}`))

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

class Packer {
  readonly #pool = new NodePool()

  constructor(private readonly definitions: ReadonlyMap<string, JsonSchema>) {}

  packed(kinds: Readonly<Record<string, PackedNode>>): Pick<PackedGroup, 'kinds' | 'pool'> {
    const { roots, pool } = this.#pool.packed(kinds)
    return { kinds: roots, pool: pool as PackedNode[] }
  }

  /** Letters, or the reference to a node of the pool. */
  node(schema: JsonSchema): string {
    const { ref } = schema
    if (ref?.startsWith('#')) return ref
    if (ref !== undefined) return this.#pool.named(ref, () => this.#rules(this.definitions.get(ref) ?? {}))
    return this.#letters(schema) ?? this.#pool.add(this.#rules(schema))
  }

  /** A field is absent when it is null; only where it must be there a null has to be allowed. */
  #field(schema: JsonSchema, { required }: JsonSchema, name: string): string {
    return schema.nullable === true && required?.includes(name)
      ? this.#pool.add({ ...this.#rules(schema), nullable: true })
      : this.node(schema)
  }

  #letters(schema: JsonSchema): string | undefined {
    if (!Object.keys(schema).every((key) => plain.has(key))) return undefined
    const { type, items, values, format, enum: choice } = schema
    if (items) return type === 'array' ? `[${this.node(items)}` : undefined
    if (values) return type === 'object' ? `{${this.node(values)}` : undefined
    if (choice) {
      const plain = type === 'string' && format === undefined && choice.every(isWord)
      return plain ? `e${choice.join('|')}` : undefined
    }
    return format === undefined || lettered.test(format) ? letterOf(schema) : undefined
  }

  #rules(schema: JsonSchema): Readonly<Record<string, unknown>> {
    const { type, properties, required = [], items, values, format } = schema
    const implied = type === 'array' ? items : type === 'object' ? (properties ?? values) : undefined
    const typed = type !== undefined || properties || items || values
    const all = (branches: readonly JsonSchema[]) => branches.map((branch) => this.node(branch))
    return {
      ...(typed && !implied && { t: letterOf(schema) }),
      ...(properties && {
        p: Object.fromEntries(
          [...properties]
            .sort(([a], [b]) => order(a, b))
            .map(([name, child]) => [name, this.#field(child, schema, name)]),
        ),
      }),
      ...(required.length > 0 && { r: required.toSorted() }),
      ...(items && { '[': this.node(items) }),
      ...(values && { '{': this.node(values) }),
      ...(schema.enum && { enum: schema.enum }),
      ...(format !== undefined && !lettered.test(format) && { format }),
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

/** Keywords that letters can say, or that are said elsewhere. */
const plain: ReadonlySet<string> = new Set([
  ...['type', 'format', 'items', 'values', 'enum', 'description', 'nullable'],
])

const isWord = (value: unknown): boolean => typeof value === 'string' && !value.includes('|')

/** Formats that the letter of a type tells, or that say nothing. */
const lettered = /^(int32|int64|float|double|date-time|byte)$/

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

const letterOf = ({ type, format }: JsonSchema): string => {
  if (type === undefined) return '*'
  if (type === 'string' && format === 'date-time') return 'T'
  if (type === 'string' && format === 'byte') return 'B'
  if (type === 'integer' && format === 'int32') return 'i'
  const letter = letters[type]
  if (letter === undefined)
    throw new Error(`A custom resource has a field of type ${type}, which has no letter`)
  return letter
}
