import { roots, structures } from '../../kubernetes/fieldTypes'
import { parseQuantity } from '../../kubernetes/quantity'
import { isTime } from '../../kubernetes/time'
import { isNull, type Mapping, type Scalar, type Value } from '../yaml/value'
import type { Path } from '../model/path'

/** A value that does not have the type of its field. `expected` ends a sentence that starts with "must be". */
export type Mismatch = { readonly path: Path; readonly expected: string; readonly value: Value }

/** `base`: a structure or a scalar type. `container`: whether the field is a list of it, a map of it, or neither. */
type FieldType = { readonly base: string; readonly container: '' | '[]' | '{}' }

let table: ReadonlyMap<string, ReadonlyMap<string, FieldType>> | undefined

/** The types of the fields of every structure, parsed once from the table in `kubernetes/fieldTypes.ts`. */
function structureTable() {
  table ??= new Map(
    structures
      .trim()
      .split('\n')
      .map((line) => {
        const [name = '', groups = ''] = line.split(': ')
        return [name, new Map(groups.split('; ').flatMap(parseFields))]
      }),
  )
  return table
}

/** `int32 replicas minReadySeconds` is two fields of the type int32. */
function parseFields(group: string): readonly (readonly [field: string, type: FieldType])[] {
  const [type = '', ...fields] = group.split(' ')
  const container = type.endsWith('[]') ? '[]' : type.endsWith('{}') ? '{}' : ''
  const base = container ? type.slice(0, -2) : type
  return fields.map((field) => [field, { base, container }])
}

/** The name of the structure for an apiVersion and kind; undefined for kinds that the checks do not support. */
export const structureOf = (apiVersion: string, kind: string): string | undefined => {
  const key = `${apiVersion.replace(/^\//, '')} ${kind}`
  return Object.hasOwn(roots, key) ? roots[key] : undefined
}

/**
 * Decodes an object with the field types of the API, as a Go client does, but without defaults. Unknown fields and fields
 * that are null are left out; a null item of a list is an empty value. Values of the wrong type are left out and reported
 * as mismatches. `isJson`: whether the document is JSON, where `2.0` is not a whole number.
 */
export function decodeObject(
  root: Mapping,
  structure: string,
  isJson: boolean,
): { readonly data: unknown; readonly mismatches: readonly Mismatch[] } {
  const decoder = new Decoder(isJson)
  return { data: decoder.structure(root, structure, []), mismatches: decoder.mismatches }
}

class Decoder {
  readonly mismatches: Mismatch[] = []

  constructor(private readonly isJson: boolean) {}

  structure(value: Mapping, name: string, path: Path): Record<string, unknown> {
    const data: Record<string, unknown> = {}
    const fields = structureTable().get(name)
    for (const [key, { value: child }] of value.entries) {
      const type = fields?.get(key)
      if (!type) continue
      const decoded = this.field(child, type, [...path, key])
      if (decoded !== undefined) data[key] = decoded
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

  /** The keys come from the user and can be `__proto__`, so the record has no prototype. */
  private map(value: Mapping, base: string, path: Path): Record<string, unknown> {
    const data: Record<string, unknown> = Object.create(null)
    for (const [key, { value: child }] of value.entries) data[key] = this.item(child, base, [...path, key])
    return data
  }

  /** An item that is null or has the wrong type becomes an empty value, so that the other items keep their indexes. */
  private item(value: Value, base: string, path: Path): unknown {
    const decoded = isNull(value) ? undefined : this.single(value, base, path)
    return decoded ?? emptyItem(base)
  }

  private single(value: Value, base: string, path: Path): unknown {
    const scalarType = scalarTypes[base]
    if (base === 'any') return value
    if (!scalarType) {
      return value.type === 'mapping'
        ? this.structure(value, base, path)
        : this.mismatch(path, 'a mapping', value)
    }
    const decoded = value.type === 'scalar' ? scalarType.decode(value, this.isJson) : undefined
    return decoded ?? this.mismatch(path, scalarType.expected, value) ?? scalarType.fallback?.(value)
  }

  private mismatch(path: Path, expected: string, value: Value): undefined {
    this.mismatches.push({ path, expected, value })
  }
}

const emptyItem = (base: string): unknown => {
  if (base === 'string') return ''
  if (base === 'quantity') return '0'
  return scalarTypes[base] ? 0 : {}
}

type ScalarType = {
  readonly expected: string
  /** The value with the type of the field; undefined for a value of another type. */
  readonly decode: (value: Scalar, isJson: boolean) => unknown
  /** What a value of another type is decoded as; absent when it is left out. */
  readonly fallback?: (value: Value) => unknown
}

const wholeNumber = (bits: bigint) => (value: Scalar, isJson: boolean) => {
  const { data } = value
  if (typeof data === 'bigint') return fitsInto(data, bits) ? data : undefined
  if (typeof data !== 'number' || !Number.isInteger(data) || (isJson && value.fraction)) return undefined
  return fitsInto(BigInt(data), bits) ? data : undefined
}

/** Whether a signed integer of this size can hold the value. */
const fitsInto = (value: bigint, bits: bigint): boolean =>
  -(2n ** (bits - 1n)) <= value && value < 2n ** (bits - 1n)

const text = ({ data }: Scalar) => (typeof data === 'string' ? data : undefined)

const quantity = ({ data }: Scalar) => {
  if (typeof data !== 'string' && typeof data !== 'number' && typeof data !== 'bigint') return undefined
  return parseQuantity(String(data)) === undefined ? undefined : String(data)
}

const scalarTypes: Readonly<Record<string, ScalarType>> = {
  string: { expected: 'text', decode: text },
  boolean: {
    expected: 'true or false',
    decode: ({ data }) => (typeof data === 'boolean' ? data : undefined),
  },
  int32: { expected: 'a whole number', decode: wholeNumber(32n) },
  int64: { expected: 'a whole number', decode: wholeNumber(64n) },
  quantity: {
    expected: 'a quantity like 250m, 2 or 64Mi',
    decode: quantity,
    // An invalid quantity still counts as set: otherwise "no memory limit" would be a second, wrong finding.
    fallback: (value) => (value.type === 'scalar' ? String(value.data) : undefined),
  },
  'int-or-string': {
    expected: 'a whole number or text',
    decode: (value, isJson) => text(value) ?? wholeNumber(32n)(value, isJson),
  },
  time: {
    expected: 'a time like 2024-05-01T12:00:00Z',
    decode: ({ data }) => (typeof data === 'string' && isTime(data) ? data : undefined),
  },
}
