import { parseQuantity } from '../kubernetes/quantity'
import { isTime } from '../kubernetes/time'
import type { Path } from './place'
import type { ObjectSchema, Schema } from './schema'
import type { Mapping, Value } from './value'

/** An object around another, and where it stands. */
export type Ancestor = { readonly schema: ObjectSchema; readonly path: Path }

/** One way in which a value breaks its schema. `path` is from the root of the object. */
export type Violation =
  | { readonly kind: 'type'; readonly path: Path; readonly expected: string; readonly value: Value }
  /** `path` is that of the field that should be there. */
  | { readonly kind: 'missing'; readonly path: Path; readonly value?: Value }
  | {
      readonly kind: 'unknown'
      readonly path: Path
      readonly schema: ObjectSchema
      readonly above: readonly Ancestor[]
    }
  /** The type is right, the value is none the API takes. */
  | {
      readonly kind: 'value'
      readonly path: Path
      readonly expected: string
      readonly value: Value
      readonly allowed?: readonly string[]
    }
  /** An object inside another that calls itself by another kind. */
  | {
      readonly kind: 'identity'
      readonly path: Path
      readonly allowed: readonly string[]
      readonly value: Value
    }

/**
 * Everything in which an object differs from its schema, in the order of the text. Null counts as absent, as the API
 * server takes it. `strict`: whether fields that the schema does not know are violations.
 */
export function validate(root: Mapping, schema: ObjectSchema, strict: boolean): readonly Violation[] {
  const validator = new Validator(strict)
  validator.object(root, schema, [], [])
  return validator.violations
}

class Validator {
  readonly violations: Violation[] = []

  constructor(private readonly strict: boolean) {}

  object(value: Value, schema: ObjectSchema, path: Path, above: readonly Ancestor[]) {
    if (value.type !== 'mapping') return this.type(path, 'a mapping', value)
    for (const field of schema.required) {
      const given = value.entries.get(field)?.value
      // At the root the published schemas are content with a null.
      if (given && (!isNull(given) || path.length === 0)) continue
      this.violations.push({ kind: 'missing', path: [...path, field], ...(given && { value: given }) })
    }
    if (!schema.fields) return
    this.identity(value, schema, path)
    const around = [...above, { schema, path }]
    for (const [key, { value: child }] of value.entries) {
      const field = schema.fields.get(key)
      if (field) this.value(child, field, [...path, key], around)
      else if (this.strict) this.violations.push({ kind: 'unknown', path: [...path, key], schema, above })
    }
  }

  private identity(value: Mapping, { kinds }: ObjectSchema, path: Path) {
    if (kinds.length === 0) return
    const named = kinds.map(
      (kind) => [kind.slice(0, kind.lastIndexOf('/')), kind.slice(kind.lastIndexOf('/') + 1)] as const,
    )
    for (const [index, key] of (['apiVersion', 'kind'] as const).entries()) {
      const given = value.entries.get(key)?.value
      const allowed = [...new Set(named.map((pair) => pair[index] ?? ''))]
      if (given?.type !== 'scalar' || typeof given.data !== 'string' || allowed.includes(given.data)) continue
      this.violations.push({ kind: 'identity', path: [...path, key], allowed, value: given })
    }
  }

  private value(value: Value, schema: Schema, path: Path, above: readonly Ancestor[]): void {
    if (isNull(value) || schema.type === 'any') return
    switch (schema.type) {
      case 'object': {
        const definition = schema.definition()
        if (definition) this.object(value, definition, path, above)
        return
      }
      case 'list':
        if (value.type !== 'sequence') return this.type(path, 'a list', value)
        for (const [index, item] of value.items.entries())
          this.value(item, schema.items, [...path, index], above)
        return
      case 'map':
        if (value.type !== 'mapping') return this.type(path, 'a mapping', value)
        for (const [key, { value: child }] of value.entries)
          this.value(child, schema.values, [...path, key], above)
        return
      default:
        this.scalar(value, schema, path)
    }
  }

  private scalar(value: Value, schema: Schema, path: Path) {
    const data = value.type === 'scalar' ? value.data : undefined
    const refuse = (expected: string, allowed?: readonly string[]) =>
      this.violations.push({ kind: 'value', path, expected, value, ...(allowed && { allowed }) })
    switch (schema.type) {
      case 'string':
        if (typeof data !== 'string') return this.type(path, 'text', value)
        if (schema.values && !schema.values.includes(data))
          refuse(`one of ${schema.values.join(', ')}`, schema.values)
        return
      case 'time':
        if (typeof data !== 'string') return this.type(path, 'a time like 2024-05-01T12:00:00Z', value)
        if (!isTime(data)) refuse('a time like 2024-05-01T12:00:00Z')
        return
      case 'bytes':
        if (typeof data !== 'string') return this.type(path, 'text in base64', value)
        if (!isBase64(data)) refuse('text in base64')
        return
      case 'boolean':
        if (typeof data !== 'boolean') this.type(path, 'true or false', value)
        return
      case 'number':
        if (typeof data !== 'number' && typeof data !== 'bigint') this.type(path, 'a number', value)
        return
      case 'integer':
        if (!isWhole(data)) return this.type(path, 'a whole number', value)
        if (!fits(data, schema.bits)) refuse(`a whole number of ${schema.bits} bits`)
        return
      case 'int-or-string':
        if (typeof data !== 'string' && !isWhole(data)) this.type(path, 'a whole number or text', value)
        return
      case 'quantity':
        if (typeof data === 'boolean' || data === undefined)
          return this.type(path, 'a quantity like 250m, 2 or 64Mi', value)
        if (parseQuantity(String(data)) === undefined) refuse('a quantity like 250m, 2 or 64Mi')
    }
  }

  private type(path: Path, expected: string, value: Value): void {
    this.violations.push({ kind: 'type', path, expected, value })
  }
}

const isNull = (value: Value): boolean => value.type === 'scalar' && value.data === null

const isWhole = (data: unknown): data is number | bigint => typeof data === 'bigint' || Number.isInteger(data)

const fits = (data: number | bigint, bits: 32 | 64): boolean => {
  const limit = 2n ** BigInt(bits - 1)
  return -limit <= BigInt(data) && BigInt(data) < limit
}

const isBase64 = (text: string): boolean =>
  /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text.replace(/[\r\n]/g, ''))
