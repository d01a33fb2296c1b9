import { alternativesOf } from './alternatives'
import { brokenLimits } from './limits'
import { CheckBudget, LimitReached } from './checkBudget'
import { choicesOf, isAllowed } from './choices'
import { resolveRef } from './schemaFields'
import type { KindSchema, Schema } from './schema'
import { expectedType, hasType } from './jsonTypes'
import { isNull, type Mapping, type Sequence, type Value } from '../yaml/value'
import type { Keyword, Violation } from './violation'
import { ViolationList } from './violationList'
import type { Path } from '../model/path'
import { listText } from '../model/shorten'

/** How many schemas of a file can apply to one value, each by a reference or a keyword of the one before it. */
export const depthLimit = 50

/**
 * Validates an object. `strict`: whether fields that are not in the schema are violations. Source: JSON Schema; for
 * Kubernetes objects, the way in which the API server deviates from it.
 */
export function validate(root: Value, kind: KindSchema, strict: boolean): readonly Violation[] {
  const validator = new Validator(kind, strict, new CheckBudget(root))
  try {
    validator.check(root, kind.schema)
  } catch (error) {
    if (!(error instanceof LimitReached)) throw error
    validator.violations.add({ kind: 'incomplete', path: [] })
  }
  return validator.violations.all
}

class Validator {
  readonly violations = new ViolationList()
  private readonly path: (string | number)[] = []
  private readonly ancestors: { readonly schema: Schema; readonly depth: number }[] = []
  private enclosing: Violation['enclosing']
  /** The schemas that are being applied to the current value. */
  private active: Schema[] = []

  constructor(
    private readonly kind: KindSchema,
    private readonly strict: boolean,
    private readonly budget: CheckBudget,
  ) {}

  check(value: Value, schema: Schema): void {
    this.budget.spend(1)
    if (this.kind.origin === 'file') return this.checkOnce(value, schema)
    const resolved = schema.ref ? resolveRef(schema) : schema
    if (!resolved.ref) this.checkResolved(value, resolved)
  }

  /**
   * Schemas from files can refer to themselves. It is a violation when a schema has to be applied to a value to which it
   * is already being applied. Source: santhosh-tekuri/jsonschema v6.0.1 `validator.go`, `checkCycle`.
   */
  private checkOnce(value: Value, schema: Schema): void {
    if (this.active.includes(schema))
      return this.addValue('cycle', 'valid against its schema', value, 'that schema only refers to itself')
    if (this.active.length > depthLimit) throw new LimitReached()
    this.active.push(schema)
    const target = schema.ref?.()
    if (target) this.inside('ref', () => this.check(value, target))
    else if (!schema.ref) this.checkResolved(value, schema)
    this.active.pop()
  }

  /** Runs a check of another value, to which no schema is being applied yet. */
  private onOtherValue<Result>(run: () => Result): Result {
    const before = this.active
    this.active = []
    const result = run()
    this.active = before
    return result
  }

  private checkResolved(value: Value, schema: Schema): void {
    if (this.isAbsent(value, schema)) return
    if (schema.never) return this.addValue('never', 'absent', value)
    if (!this.checkForm(value, schema)) return
    this.budget.spendOn(value, schema)
    for (const { keyword, expected, actual } of brokenLimits(value, schema))
      this.addValue(keyword, expected, value, actual)
    if (value.type === 'mapping') this.checkMapping(value, schema)
    else if (value.type === 'sequence') this.checkSequence(value, schema)
    this.checkCombinations(value, schema)
  }

  /** A field that is null counts as absent. An item that is null does so only for the types of Kubernetes. */
  private isAbsent(value: Value, schema: Schema): boolean {
    if (this.kind.nulls === 'value' || !isNull(value)) return false
    if (schema.nullable || this.kind.origin !== 'definition') return true
    return typeof this.path.at(-1) === 'string'
  }

  /** Checks type, enum and format. Only the first violation is reported; the content of the value is then not checked. */
  private checkForm(value: Value, schema: Schema): boolean {
    if (schema.type && !hasType(value, schema.type)) {
      this.add({ kind: 'type', path: this.currentPath(), expected: expectedType(schema), value, schema })
      return false
    }
    if (schema.enum && !isAllowed(value, schema.enum)) {
      const { texts, expected } = choicesOf(schema.enum)
      this.addValue('enum', expected, value, undefined, texts)
      return false
    }
    if (schema.format && value.type === 'scalar' && !schema.format.accepts(value.data)) {
      this.addValue('format', schema.format.expected, value)
      return false
    }
    return true
  }

  private checkMapping(value: Mapping, schema: Schema): void {
    const { entries } = value
    const { required = [], patternProperties = [] } = schema
    this.budget.spend(required.length + patternProperties.length * entries.size)
    for (const field of required) {
      const given = entries.get(field)?.value
      if (given && !this.countsAsMissing(given, field, schema)) continue
      this.add({ kind: 'missing', path: [...this.path, field], schema, ...(given && { value: given }) })
    }
    if (schema.kinds) this.checkIdentity(value, schema.kinds)
    for (const [field, dependency] of schema.dependencies ?? []) {
      if (entries.has(field)) this.checkDependency(value, field, dependency)
    }
    if (schema.properties || schema.additionalProperties || schema.patternProperties)
      this.checkFields(value, schema)
    if (schema.propertyNames) this.checkNames(value, schema.propertyNames)
  }

  private countsAsMissing(value: Value, field: string, schema: Schema): boolean {
    if (this.kind.nulls === 'value' || !isNull(value)) return false
    // The published schemas of Kubernetes allow null for required fields of the root.
    if (this.kind.origin === 'kubernetes' && this.path.length === 0) return false
    return !schema.properties?.get(field)?.nullable
  }

  private checkFields(value: Mapping, schema: Schema): void {
    const { properties, patternProperties = [], additionalProperties } = schema
    this.ancestors.push({ schema, depth: this.path.length })
    for (const [key, { value: child }] of value.entries) {
      const own = properties?.get(key)
      const patterned = patternProperties.filter(({ pattern }) => pattern.accepts(key))
      if (own) this.checkChild(key, child, own)
      for (const { schema: other } of patterned) this.checkChild(key, child, other)
      if (own || patterned.length > 0 || additionalProperties === undefined) continue
      if (typeof additionalProperties === 'object') this.checkChild(key, child, additionalProperties)
      else if (additionalProperties === 'closed' || this.strict) this.addUnknown(key, schema)
    }
    this.ancestors.pop()
  }

  private addUnknown(key: string, schema: Schema): void {
    const ancestors = this.ancestors.slice(0, -1).map(({ schema: outer, depth }) => ({
      schema: outer,
      path: this.path.slice(0, depth),
    }))
    this.add({ kind: 'unknown', path: [...this.path, key], schema, ancestors })
  }

  private checkNames(value: Mapping, schema: Schema): void {
    for (const [key, { keyFrom, keyTo }] of value.entries)
      this.checkChild(key, { type: 'scalar', from: keyFrom, to: keyTo, data: key }, schema)
  }

  private checkIdentity(value: Mapping, kinds: readonly string[]): void {
    const identities = kinds.map((kind) => {
      const slash = kind.lastIndexOf('/')
      return [kind.slice(0, slash), kind.slice(slash + 1)] as const
    })
    for (const [index, key] of (['apiVersion', 'kind'] as const).entries()) {
      const given = value.entries.get(key)?.value
      const allowed = [...new Set(identities.map((pair) => pair[index] ?? ''))]
      if (given?.type !== 'scalar' || typeof given.data !== 'string' || allowed.includes(given.data)) continue
      this.add({ kind: 'identity', path: [...this.path, key], allowed, value: given })
    }
  }

  private checkDependency(value: Mapping, field: string, dependency: readonly string[] | Schema): void {
    if (!('length' in dependency)) return this.check(value, dependency)
    const missing = dependency.filter((other) => !value.entries.has(other))
    if (missing.length === 0) return
    const expected = `a mapping with ${listText(missing, ' and ')}, because ${field} is set`
    this.addValue('dependencies', expected, value, `has no ${listText(missing, ' or ')}`)
  }

  private checkSequence(value: Sequence, schema: Schema): void {
    const { items } = value
    const { prefixItems = [] } = schema
    const { contains } = schema
    if (contains && !items.some((item) => this.onOtherValue(() => this.isValid(item, contains))))
      this.addValue('items', 'a list with at least one item that matches its schema', value, 'has none')
    for (const [index, item] of items.entries()) {
      const own = prefixItems[index] ?? schema.items
      if (own) this.checkChild(index, item, own)
    }
  }

  private checkCombinations(value: Value, schema: Schema): void {
    if (schema.not && this.isValid(value, schema.not)) this.addChoice('not', [schema.not], [0], value, [])
    if (schema.allOf) {
      const { allOf } = schema
      this.inside('allOf', () => allOf.forEach((part) => this.check(value, part)))
    }
    if (schema.anyOf) this.checkAlternatives('anyOf', schema.anyOf, value)
    if (schema.oneOf) this.checkAlternatives('oneOf', schema.oneOf, value)
    if (schema.if) {
      const branch = this.isValid(value, schema.if) ? schema.then : schema.else
      if (branch) this.check(value, branch)
    }
  }

  private checkAlternatives(keyword: 'anyOf' | 'oneOf', schemas: readonly Schema[], value: Value): void {
    const outcomes = schemas.map((schema) => this.violationsOf(value, schema))
    const matched = outcomes.flatMap((violations, index) => (violations.length === 0 ? [index] : []))
    if (keyword === 'anyOf' ? matched.length > 0 : matched.length === 1) return
    const closest = outcomes.reduce(
      (best, next) => (closeness(next) > closeness(best) ? next : best),
      outcomes[0] ?? [],
    )
    this.addChoice(keyword, schemas, matched, value, closest)
  }

  private addChoice(
    keyword: 'anyOf' | 'oneOf' | 'not',
    schemas: readonly Schema[],
    matched: readonly number[],
    value: Value,
    closest: readonly Violation[],
  ): void {
    const alternatives = alternativesOf(schemas)
    const path = this.currentPath()
    this.add({ kind: 'choice', keyword, path, alternatives, matched, value, closest: closest.slice(0, 1) })
  }

  private isValid(value: Value, schema: Schema): boolean {
    return this.violationsOf(value, schema).length === 0
  }

  /** The violations of one of several schemas. They are returned and not reported. */
  private violationsOf(value: Value, schema: Schema): readonly Violation[] {
    return this.violations.during(() => this.check(value, schema))
  }

  private inside(keyword: 'allOf' | 'ref', run: () => void): void {
    const before = this.enclosing
    this.enclosing ??= { path: this.currentPath(), keyword }
    run()
    this.enclosing = before
  }

  private checkChild(key: string | number, child: Value, schema: Schema): void {
    this.path.push(key)
    this.onOtherValue(() => this.check(child, schema))
    this.path.pop()
  }

  private addValue(
    keyword: Keyword,
    expected: string,
    value: Value,
    actual?: string,
    allowed?: readonly string[],
  ): void {
    const path = this.currentPath()
    const more = { ...(actual !== undefined && { actual }), ...(allowed && { allowed }) }
    this.add({ kind: 'value', keyword, path, expected, value, ...more })
  }

  private currentPath(): Path {
    return [...this.path]
  }

  private add(violation: Violation): void {
    this.violations.add(this.enclosing ? { ...violation, enclosing: this.enclosing } : violation)
  }
}

/** How close a value is to an alternative: the deeper its violations are the better, then the fewer. */
const closeness = (violations: readonly Violation[]): number =>
  Math.max(0, ...violations.map(({ path }) => path.length)) - violations.length / 1000
