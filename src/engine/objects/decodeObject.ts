import { roots, structures } from '../../kubernetes/fieldTypes'
import { parseQuantity } from '../../kubernetes/quantity'
import { isTime } from '../../kubernetes/time'
import type { Mapping, Scalar, Value } from '../yaml/value'
import type { Path } from '../model/path'

/** A value whose type is not the field's. `expected` completes the sentence "… must be". */
export type Mismatch = { readonly path: Path; readonly expected: string; readonly value: Value }

type FieldType = { readonly base: string; readonly container: '' | '[]' | '{}' }

let parsed: ReadonlyMap<string, ReadonlyMap<string, FieldType>> | undefined

/** The fields of every structure, parsed once from the table in `kubernetes/fieldTypes.ts`. */
function structureTable() {
  parsed ??= new Map(
    structures
      .trim()
      .split('\n')
      .map((line) => {
        const [name = '', groups = ''] = line.split(': ')
        return [name, new Map(groups.split('; ').flatMap(fieldsOf))]
      }),
  )
  return parsed
}

function fieldsOf(group: string): readonly (readonly [field: string, type: FieldType])[] {
  const [type = '', ...fields] = group.split(' ')
  const container = type.endsWith('[]') ? '[]' : type.endsWith('{}') ? '{}' : ''
  const base = container ? type.slice(0, -2) : type
  return fields.map((field) => [field, { base, container }])
}

/** The structure that an apiVersion and kind are read with; undefined for kinds the checks do not know. */
export const structureOf = (apiVersion: string, kind: string): string | undefined => {
  const key = `${apiVersion.replace(/^\//, '')} ${kind}`
  return Object.hasOwn(roots, key) ? roots[key] : undefined
}

/**
 * Reads an object with the API's own field types, as a strict client does without filling in defaults: unknown fields
 * are left out, null counts as absent, a null list item as an empty one. What has the wrong type is left out and told.
 * `json`: whether numbers must be written as JSON's integers are (`2.0` is none).
 */
export function decodeObject(
  root: Mapping,
  structure: string,
  json: boolean,
): { readonly data: unknown; readonly mismatches: readonly Mismatch[] } {
  const decoder = new Decoder(json)
  return { data: decoder.structure(root, structure, []), mismatches: decoder.mismatches }
}

class Decoder {
  readonly mismatches: Mismatch[] = []

  constructor(private readonly json: boolean) {}

  structure(value: Mapping, name: string, path: Path): Record<string, unknown> {
    const data: Record<string, unknown> = {}
    const fields = structureTable().get(name)
    for (const [key, { value: child }] of value.entries) {
      const type = fields?.get(key)
      if (!type) continue
      const read = this.field(child, type, [...path, key])
      if (read !== undefined) data[key] = read
    }
    return data
  }

  private field(value: Value, type: FieldType, path: Path): unknown {
    if (isNull(value)) return undefined
    if (type.container === '[]') {
      if (value.type !== 'sequence') return this.mismatch(path, 'a list', value)
      return value.items.map((item, index) => this.item(item, type.base, [...path, index]))
    }
    if (type.container === '{}') {
      if (value.type !== 'mapping') return this.mismatch(path, 'a mapping', value)
      return this.map(value, type.base, path)
    }
    return this.single(value, type.base, path)
  }

  /** User-given names are keys here, so the record has no prototype. */
  private map(value: Mapping, base: string, path: Path): Record<string, unknown> {
    const data: Record<string, unknown> = Object.create(null)
    for (const [key, { value: child }] of value.entries) data[key] = this.item(child, base, [...path, key])
    return data
  }

  /** An item that is null, or of the wrong type, still takes its place. */
  private item(value: Value, base: string, path: Path): unknown {
    const read = isNull(value) ? undefined : this.single(value, base, path)
    return read ?? emptyItem(base)
  }

  private single(value: Value, base: string, path: Path): unknown {
    const scalarType = scalarTypes[base]
    if (base === 'any') return value
    if (!scalarType) {
      return value.type === 'mapping'
        ? this.structure(value, base, path)
        : this.mismatch(path, 'a mapping', value)
    }
    const read = value.type === 'scalar' ? scalarType.read(value, this.json) : undefined
    return read ?? this.mismatch(path, scalarType.expected, value) ?? scalarType.kept?.(value)
  }

  private mismatch(path: Path, expected: string, value: Value): undefined {
    this.mismatches.push({ path, expected, value })
  }
}

const isNull = (value: Value): boolean => value.type === 'scalar' && value.data === null

const emptyItem = (base: string): unknown => {
  if (base === 'string') return ''
  if (base === 'quantity') return '0'
  return scalarTypes[base] ? 0 : {}
}

type ScalarType = {
  readonly expected: string
  /** The value as the field's type; undefined when it does not fit. */
  readonly read: (value: Scalar, json: boolean) => unknown
  /** What stays of a value that does not fit; nothing for most types. */
  readonly kept?: (value: Value) => unknown
}

const wholeNumber = (bits: bigint) => (value: Scalar, json: boolean) => {
  const { data } = value
  if (typeof data === 'bigint') return within(data, bits) ? data : undefined
  if (typeof data !== 'number' || !Number.isInteger(data) || (json && value.fraction)) return undefined
  return within(BigInt(data), bits) ? data : undefined
}

const within = (value: bigint, bits: bigint): boolean =>
  -(2n ** (bits - 1n)) <= value && value < 2n ** (bits - 1n)

const text = ({ data }: Scalar) => (typeof data === 'string' ? data : undefined)

const quantity = ({ data }: Scalar) => {
  if (typeof data !== 'string' && typeof data !== 'number' && typeof data !== 'bigint') return undefined
  return parseQuantity(String(data)) === undefined ? undefined : String(data)
}

const scalarTypes: Readonly<Record<string, ScalarType>> = {
  string: { expected: 'text', read: text },
  boolean: { expected: 'true or false', read: ({ data }) => (typeof data === 'boolean' ? data : undefined) },
  int32: { expected: 'a whole number', read: wholeNumber(32n) },
  int64: { expected: 'a whole number', read: wholeNumber(64n) },
  quantity: {
    expected: 'a quantity like 250m, 2 or 64Mi',
    read: quantity,
    // An unreadable amount still counts as set: "no limit" would be a second, wrong complaint.
    kept: (value) => (value.type === 'scalar' ? String(value.data) : undefined),
  },
  'int-or-string': {
    expected: 'a whole number or text',
    read: (value, json) => text(value) ?? wholeNumber(32n)(value, json),
  },
  time: {
    expected: 'a time like 2024-05-01T12:00:00Z',
    read: ({ data }) => (typeof data === 'string' && isTime(data) ? data : undefined),
  },
}
