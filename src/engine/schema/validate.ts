import { alternativeOf } from './alternatives'
import { brokenLimits } from './limits'
import { sameValue } from './jsonEquality'
import { resolved } from './schemaFields'
import type { KindSchema, Schema } from './schema'
import { expectedType, hasType, isNull } from './jsonTypes'
import type { Mapping, Sequence, Value } from '../yaml/value'
import type { Keyword, Violation } from './violation'
import type { Path } from '../model/path'

/** How many values are looked at before a schema with nested alternatives is given up. */
const effort = 1_000_000

/** How many schemas may be asked of one value at the same time, each by the one before it. */
export const depthLimit = 50

class Exhausted extends Error {}

/**
 * Everything in which an object differs from its schema. `strict`: whether fields that the schema does not know are
 * violations. Source: JSON Schema, and for objects of Kubernetes the API server's own reading of it.
 */
export function validate(root: Value, kind: KindSchema, strict: boolean): readonly Violation[] {
  const validator = new Validator(kind, strict)
  try {
    validator.value(root, kind.schema)
  } catch (error) {
    if (!(error instanceof Exhausted)) throw error
    validator.violations.push({ kind: 'unsettled', path: [] })
  }
  return validator.violations
}

class Validator {
  violations: Violation[] = []
  private readonly path: (string | number)[] = []
  private readonly above: { readonly schema: Schema; readonly depth: number }[] = []
  private through: Violation['through']
  private steps = 0
  /** The schemas that are being asked of the value at hand. */
  private asked: Schema[] = []

  constructor(
    private readonly kind: KindSchema,
    private readonly strict: boolean,
  ) {}

  value(value: Value, given: Schema): void {
    if (++this.steps > effort) throw new Exhausted()
    if (this.kind.origin === 'file') return this.once(value, given)
    const schema = given.ref ? resolved(given) : given
    if (!schema.ref) this.plain(value, schema)
  }

  /**
   * Schemas from files can refer to themselves. One that is met again for the same value, before it has its answer,
   * never gets one. Source: santhosh-tekuri/jsonschema v6.0.1 `validator.go`, `checkCycle`.
   */
  private once(value: Value, schema: Schema): void {
    if (this.asked.includes(schema))
      return this.refuse('cycle', 'valid against its schema', value, 'that schema only refers to itself')
    if (this.asked.length > depthLimit) throw new Exhausted()
    this.asked.push(schema)
    const target = schema.ref?.()
    if (target) this.below('ref', () => this.value(value, target))
    else if (!schema.ref) this.plain(value, schema)
    this.asked.pop()
  }

  /** Another value starts with no schema asked. */
  private apart<Result>(run: () => Result): Result {
    const before = this.asked
    this.asked = []
    const result = run()
    this.asked = before
    return result
  }

  private plain(value: Value, schema: Schema): void {
    if (this.isAbsent(value, schema)) return
    if (schema.never) return this.refuse('never', 'left out', value)
    if (!this.hasForm(value, schema)) return
    for (const { keyword, expected, found } of brokenLimits(value, schema))
      this.refuse(keyword, expected, value, found)
    if (value.type === 'mapping') this.mapping(value, schema)
    else if (value.type === 'sequence') this.sequence(value, schema)
    this.combinations(value, schema)
  }

  /** Null in place of a field is no field. In a list it is an item, which only the API's own types take. */
  private isAbsent(value: Value, schema: Schema): boolean {
    if (this.kind.nulls === 'value' || !isNull(value)) return false
    if (schema.nullable || this.kind.origin !== 'definition') return true
    return typeof this.path.at(-1) === 'string'
  }

  /** Type, then enum, then format: the first that fails is told, and nothing below it. */
  private hasForm(value: Value, schema: Schema): boolean {
    if (schema.type && !hasType(value, schema.type)) {
      this.add({ kind: 'type', path: this.here(), expected: expectedType(schema), value, schema })
      return false
    }
    if (schema.enum && !schema.enum.some((allowed) => sameValue(value, allowed))) {
      const allowed = schema.enum.map((one) => (typeof one === 'string' ? one : JSON.stringify(one)))
      const expected = allowed.length === 1 ? (allowed[0] ?? '') : `one of ${allowed.join(', ')}`
      this.refuse('enum', expected, value, undefined, allowed)
      return false
    }
    if (schema.format && value.type === 'scalar' && !schema.format.accepts(value.data)) {
      this.refuse('format', schema.format.expected, value)
      return false
    }
    return true
  }

  private mapping(value: Mapping, schema: Schema): void {
    const { entries } = value
    for (const field of schema.required ?? []) {
      const given = entries.get(field)?.value
      if (given && !this.countsAsMissing(given, field, schema)) continue
      this.add({ kind: 'missing', path: [...this.path, field], schema, ...(given && { value: given }) })
    }
    if (schema.kinds) this.identity(value, schema.kinds)
    for (const [field, dependency] of schema.dependencies ?? []) {
      if (entries.has(field)) this.dependency(value, field, dependency)
    }
    if (schema.properties || schema.additionalProperties || schema.patternProperties)
      this.fields(value, schema)
    if (schema.propertyNames) this.names(value, schema.propertyNames)
  }

  private countsAsMissing(value: Value, field: string, schema: Schema): boolean {
    if (this.kind.nulls === 'value' || !isNull(value)) return false
    // At the root the published schemas are content with a null.
    if (this.kind.origin === 'kubernetes' && this.path.length === 0) return false
    return !schema.properties?.get(field)?.nullable
  }

  private fields(value: Mapping, schema: Schema): void {
    const { properties, patternProperties = [], additionalProperties } = schema
    this.above.push({ schema, depth: this.path.length })
    for (const [key, { value: child }] of value.entries) {
      const own = properties?.get(key)
      const patterned = patternProperties.filter(({ pattern }) => pattern.accepts(key))
      if (own) this.step(key, child, own)
      for (const { schema: other } of patterned) this.step(key, child, other)
      if (own || patterned.length > 0 || additionalProperties === undefined) continue
      if (typeof additionalProperties === 'object') this.step(key, child, additionalProperties)
      else if (additionalProperties === 'closed' || this.strict) this.unknown(key, schema)
    }
    this.above.pop()
  }

  private unknown(key: string, schema: Schema): void {
    const above = this.above.slice(0, -1).map(({ schema: outer, depth }) => ({
      schema: outer,
      path: this.path.slice(0, depth),
    }))
    this.add({ kind: 'unknown', path: [...this.path, key], schema, above })
  }

  private names(value: Mapping, schema: Schema): void {
    for (const [key, { keyFrom, keyTo }] of value.entries)
      this.step(key, { type: 'scalar', from: keyFrom, to: keyTo, data: key }, schema)
  }

  private identity(value: Mapping, kinds: readonly string[]): void {
    const named = kinds.map((kind) => {
      const slash = kind.lastIndexOf('/')
      return [kind.slice(0, slash), kind.slice(slash + 1)] as const
    })
    for (const [index, key] of (['apiVersion', 'kind'] as const).entries()) {
      const given = value.entries.get(key)?.value
      const allowed = [...new Set(named.map((pair) => pair[index] ?? ''))]
      if (given?.type !== 'scalar' || typeof given.data !== 'string' || allowed.includes(given.data)) continue
      this.add({ kind: 'identity', path: [...this.path, key], allowed, value: given })
    }
  }

  private dependency(value: Mapping, field: string, dependency: readonly string[] | Schema): void {
    if (!('length' in dependency)) return this.value(value, dependency)
    const missing = dependency.filter((other) => !value.entries.has(other))
    if (missing.length === 0) return
    this.refuse(
      'dependencies',
      `a mapping with ${missing.join(', ')}, as ${field} is set`,
      value,
      'they are missing',
    )
  }

  private sequence(value: Sequence, schema: Schema): void {
    const { items } = value
    const { prefixItems = [] } = schema
    const { contains } = schema
    if (contains && !items.some((item) => this.apart(() => this.fits(item, contains))))
      this.refuse('items', 'a list with an item of the required form', value, 'it has none')
    for (const [index, item] of items.entries()) {
      const own = prefixItems[index] ?? schema.items
      if (own) this.step(index, item, own)
    }
  }

  private combinations(value: Value, schema: Schema): void {
    if (schema.not && this.fits(value, schema.not)) this.choice('not', [schema.not], [0], value, [])
    if (schema.allOf) {
      const { allOf } = schema
      this.below('allOf', () => allOf.forEach((part) => this.value(value, part)))
    }
    if (schema.anyOf) this.alternatives('anyOf', schema.anyOf, value)
    if (schema.oneOf) this.alternatives('oneOf', schema.oneOf, value)
    if (schema.if) {
      const branch = this.fits(value, schema.if) ? schema.then : schema.else
      if (branch) this.value(value, branch)
    }
  }

  private alternatives(keyword: 'anyOf' | 'oneOf', schemas: readonly Schema[], value: Value): void {
    const outcomes = schemas.map((schema) => this.tried(value, schema))
    const matched = outcomes.flatMap((violations, index) => (violations.length === 0 ? [index] : []))
    if (keyword === 'anyOf' ? matched.length > 0 : matched.length === 1) return
    // The form that the value gets furthest into: its faults lie deepest, and are fewest.
    const nearest = outcomes.reduce(
      (best, next) => (reach(next) > reach(best) ? next : best),
      outcomes[0] ?? [],
    )
    this.choice(keyword, schemas, matched, value, nearest)
  }

  private choice(
    keyword: 'anyOf' | 'oneOf' | 'not',
    schemas: readonly Schema[],
    matched: readonly number[],
    value: Value,
    nearest: readonly Violation[],
  ): void {
    const alternatives = schemas.map((schema) => alternativeOf(resolved(schema)))
    this.add({ kind: 'choice', keyword, path: this.here(), alternatives, matched, value, nearest })
  }

  private fits(value: Value, schema: Schema): boolean {
    return this.tried(value, schema).length === 0
  }

  /** The violations of a schema that need not hold. */
  private tried(value: Value, schema: Schema): readonly Violation[] {
    const before = this.violations
    const tried: Violation[] = []
    this.violations = tried
    try {
      this.value(value, schema)
    } finally {
      this.violations = before
    }
    return tried
  }

  private below(keyword: 'allOf' | 'ref', run: () => void): void {
    const before = this.through
    this.through ??= { path: this.here(), keyword }
    run()
    this.through = before
  }

  private step(key: string | number, child: Value, schema: Schema): void {
    this.path.push(key)
    this.apart(() => this.value(child, schema))
    this.path.pop()
  }

  private refuse(
    keyword: Keyword,
    expected: string,
    value: Value,
    found?: string,
    allowed?: readonly string[],
  ): void {
    const path = this.here()
    const more = { ...(found !== undefined && { found }), ...(allowed && { allowed }) }
    this.add({ kind: 'value', keyword, path, expected, value, ...more })
  }

  private here(): Path {
    return [...this.path]
  }

  private add(violation: Violation): void {
    this.violations.push(this.through ? { ...violation, through: this.through } : violation)
  }
}

const reach = (violations: readonly Violation[]): number =>
  Math.max(0, ...violations.map(({ path }) => path.length)) - violations.length / 1000
