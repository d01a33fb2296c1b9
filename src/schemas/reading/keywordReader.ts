import { field, isList, isObject, isText, type Json, type JsonObject } from '../../engine/model/json'
import type { Schema } from '../../engine/schema/schema'
import { formatTest } from './formats'
import { isJsonType } from './jsonData'
import type { Draft } from './metaschema'
import { patternTest } from './pattern'
import { SchemaError, type SchemaDocument } from './schemaDocument'

/** Keywords that validate nothing, so that they add nothing to a reference next to them. */
const annotations = new Set(
  '$ref $id $schema $anchor $comment $defs definitions title description default examples deprecated'.split(
    ' ',
  ),
)

const limits = [
  'minLength',
  'maxLength',
  'multipleOf',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
] as const

/** `{ [key]: value }`, or nothing for undefined. The cast keeps the key's name, which TypeScript widens to string. */
const withValue = <Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [K in Key]?: Value } =>
  (value === undefined ? {} : { [key]: value }) as { readonly [K in Key]?: Value }

/** A keyword with a number; undefined in draft 4 for the flags of exclusive bounds. */
const numberOf = (node: JsonObject, key: string): number | undefined => {
  const value = field(node, key)
  return typeof value === 'number' ? value : undefined
}

const textsOf = (json: Json | undefined): readonly string[] => (isList(json) ? json.filter(isText) : [])

/**
 * Reads a checked document as a schema, with each keyword as kubeconform's validator treats it in its draft. Ignores
 * `maxContains`, `minContains` above 1, `unevaluatedItems`, and `unevaluatedProperties` next to combinations. Without
 * them the schema accepts more values, except together with oneOf, not or if, where it could reject valid ones; that is
 * an error. Throws a SchemaError. Source: santhosh-tekuri/jsonschema v6.0.1 `objcompiler.go`.
 */
export class KeywordReader {
  private readonly schemas = new Map<JsonObject, Schema>()
  /** Targets of references that have not been read yet. */
  private readonly pending: JsonObject[] = []
  /** The first ignored keyword, and the first oneOf, not or if, in the document. */
  private ignored: string | undefined
  private inverting: string | undefined

  constructor(private readonly document: SchemaDocument) {}

  root(): Schema {
    const schema = this.schema(this.document.root)
    for (let target = this.pending.pop(); target; target = this.pending.pop()) this.schema(target)
    if (this.ignored === undefined || this.inverting === undefined) return schema
    throw new SchemaError(
      `The schema combines ${this.ignored} with ${this.inverting}, which is not supported.`,
    )
  }

  private schema(json: Json): Schema {
    if (!isObject(json)) return json === false ? { never: true } : {}
    const cached = this.schemas.get(json)
    if (cached) return cached
    const { draft } = this.document.locationOf(json).resource
    const schema = this.onlyReference(json, draft) ?? this.keywords(json, draft)
    this.inverting ??= ['oneOf', 'not', 'if'].find((key) => Object.hasOwn(json, key))
    this.ignored ??= draft >= 2019 ? ignoredKeyword(json) : undefined
    this.schemas.set(json, schema)
    return schema
  }

  /** The target of a node that is only a reference; undefined for other nodes. */
  private onlyReference(node: JsonObject, draft: Draft): Schema | undefined {
    const reference = field(node, '$ref')
    if (!isText(reference)) return undefined
    if (draft >= 2019 && Object.keys(node).some((key) => !annotations.has(key))) return undefined
    return this.reference(reference, node)
  }

  private reference(reference: string, from: JsonObject): Schema {
    const target = this.document.resolve(reference, from)
    if (!isObject(target)) return target === undefined ? {} : this.schema(target)
    if (!this.schemas.has(target)) this.pending.push(target)
    return { ref: () => this.schemas.get(target) }
  }

  private keywords(node: JsonObject, draft: Draft): Schema {
    const types = field(node, 'type')
    const description = field(node, 'description')
    return {
      ...(isText(description) && { description }),
      ...(types !== undefined && { type: (isList(types) ? types : [types]).filter(isJsonType) }),
      ...intOrString(node),
      ...this.value(node, draft),
      ...this.list(node, draft),
      ...this.object(node, draft),
      ...this.combinations(node, draft),
    }
  }

  private value(node: JsonObject, draft: Draft): Schema {
    const allowed = field(node, 'enum')
    const format = draft < 2019 ? field(node, 'format') : undefined
    const pattern = field(node, 'pattern')
    return {
      ...(isList(allowed) && { enum: allowed }),
      ...(isText(format) && withValue('format', formatTest(format, 'draft'))),
      ...(isText(pattern) && withValue('pattern', patternTest(pattern))),
      ...Object.fromEntries(
        limits.flatMap((key) => {
          const limit = numberOf(node, key)
          return limit === undefined ? [] : [[key, limit]]
        }),
      ),
      ...bounds(node),
    }
  }

  private list(node: JsonObject, draft: Draft): Schema {
    const items = field(node, 'items')
    const prefix = draft >= 2020 ? field(node, 'prefixItems') : items
    const rest = draft >= 2020 || !isList(items) ? items : field(node, 'additionalItems')
    const contains =
      draft >= 6 && !(draft >= 2019 && field(node, 'minContains') === 0) ? field(node, 'contains') : undefined
    // Reports too many items once, at the list, instead of at each item.
    const closed = rest === false && isList(prefix) && draft < 2020
    return {
      ...(isList(prefix) && { prefixItems: prefix.map((item) => this.schema(item)) }),
      ...(closed && { maxItems: Math.min(prefix.length, Number(field(node, 'maxItems') ?? prefix.length)) }),
      ...(!closed && rest !== undefined && { items: this.schema(rest) }),
      ...(contains !== undefined && { contains: this.schema(contains) }),
      ...(field(node, 'uniqueItems') === true && { uniqueItems: true }),
    }
  }

  private object(node: JsonObject, draft: Draft): Schema {
    const properties = field(node, 'properties')
    const patterns = field(node, 'patternProperties')
    const names = draft >= 6 ? field(node, 'propertyNames') : undefined
    const required = textsOf(field(node, 'required'))
    const dependencies = this.dependencies(node, draft)
    return {
      ...(isObject(properties) && { properties: new Map(this.entries(properties)) }),
      ...(isObject(patterns) && {
        patternProperties: this.entries(patterns).map(([source, schema]) => {
          const pattern = patternTest(source)
          if (pattern) return { pattern, schema }
          const { path } = this.document.locationOf(node)
          throw new SchemaError(
            `The keys of ${path}/patternProperties must be Go regular expressions, but one is ${source}.`,
          )
        }),
      }),
      ...this.otherFields(node, draft),
      ...(names !== undefined && { propertyNames: this.schema(names) }),
      ...(required.length > 0 && { required }),
      ...(dependencies.size > 0 && { dependencies }),
    }
  }

  private entries(json: JsonObject): readonly (readonly [string, Schema])[] {
    return Object.entries(json).map(([key, part]) => [key, this.schema(part)])
  }

  /** What the fields without a schema of their own may be. */
  private otherFields(node: JsonObject, draft: Draft): Schema {
    // Converters of CustomResourceDefinitions add `additionalProperties: false` even where the cluster keeps fields.
    if (field(node, 'x-kubernetes-preserve-unknown-fields') === true) return {}
    const unevaluated = draft >= 2019 && !combines(node) ? field(node, 'unevaluatedProperties') : undefined
    const others = field(node, 'additionalProperties') ?? unevaluated
    if (others === undefined || others === true) return {}
    return { additionalProperties: others === false ? 'closed' : this.schema(others) }
  }

  private dependencies(node: JsonObject, draft: Draft): ReadonlyMap<string, readonly string[] | Schema> {
    const keys = draft >= 2019 ? ['dependencies', 'dependentRequired', 'dependentSchemas'] : ['dependencies']
    const dependencies = new Map<string, readonly string[] | Schema>()
    for (const [name, json] of keys.flatMap((key) => Object.entries(field(node, key) ?? {}))) {
      const dependency = isList(json) ? textsOf(json) : this.schema(json)
      const before = dependencies.get(name)
      dependencies.set(name, before ? { allOf: [asSchema(before), asSchema(dependency)] } : dependency)
    }
    return dependencies
  }

  private part(node: JsonObject, key: string): Schema | undefined {
    const part = field(node, key)
    return part === undefined ? undefined : this.schema(part)
  }

  /** A branch that never applies is not read, so it may be invalid. */
  private condition(node: JsonObject): Schema {
    const condition = this.part(node, 'if')
    if (!condition) return {}
    const constant = field(node, 'if')
    return {
      if: condition,
      ...(constant !== false && withValue('then', this.part(node, 'then'))),
      ...(constant !== true && withValue('else', this.part(node, 'else'))),
    }
  }

  private combinations(node: JsonObject, draft: Draft): Schema {
    const all = (key: string): readonly Schema[] => {
      const parts = field(node, key)
      return isList(parts) ? parts.map((part) => this.schema(part)) : []
    }
    const constant = draft >= 6 ? field(node, 'const') : undefined
    const constants = constant === undefined ? [] : [{ enum: [constant] }]
    const onlyConstant = constants.length > 0 && field(node, 'enum') === undefined
    const allOf = [...this.references(node, draft), ...(onlyConstant ? [] : constants), ...all('allOf')]
    const [anyOf, oneOf] = [all('anyOf'), all('oneOf')]
    return {
      ...(onlyConstant && constants[0]),
      ...withValue('not', this.part(node, 'not')),
      ...(allOf.length > 0 && { allOf }),
      ...(anyOf.length > 0 && { anyOf }),
      ...(oneOf.length > 0 && { oneOf }),
      ...(draft >= 7 && this.condition(node)),
    }
  }

  /**
   * The references next to other keywords. The target of a dynamic reference depends on the schemas that lead to it, so
   * dynamic references are only followed in a document without further ids, where there is one possible target.
   */
  private references(node: JsonObject, draft: Draft): readonly Schema[] {
    const isSingleResource = new Set(this.document.resources.values()).size === 1
    const keys = [
      '$ref',
      ...(isSingleResource ? ['$recursiveRef'] : []),
      ...(isSingleResource && draft >= 2020 ? ['$dynamicRef'] : []),
    ]
    const references = draft >= 2019 ? keys.map((key) => field(node, key)).filter(isText) : []
    return references.map((reference) => this.reference(reference, node))
  }
}

const asSchema = (dependency: readonly string[] | Schema): Schema =>
  'length' in dependency ? { required: dependency } : dependency

/** Whether other schemas apply to the same object, so that a field may be evaluated by them. */
const combines = (node: JsonObject): boolean =>
  '$ref $recursiveRef $dynamicRef allOf anyOf oneOf not if dependencies dependentSchemas'
    .split(' ')
    .some((key) => Object.hasOwn(node, key))

/** A keyword of a node that is ignored although it restricts values. */
function ignoredKeyword(node: JsonObject): string | undefined {
  if (field(node, 'maxContains') !== undefined) return 'maxContains'
  if (Number(field(node, 'minContains') ?? 1) > 1) return 'minContains'
  if (isRestriction(field(node, 'unevaluatedItems'))) return 'unevaluatedItems'
  const others = combines(node) ? field(node, 'unevaluatedProperties') : undefined
  return isRestriction(others) ? 'unevaluatedProperties' : undefined
}

const isRestriction = (schema: Json | undefined): boolean => schema !== undefined && schema !== true

/** Kubernetes' extension for a value that is an integer or a string, which replaces the type. */
const intOrString = (node: JsonObject): Schema =>
  field(node, 'x-kubernetes-int-or-string') === true && field(node, 'type') === undefined
    ? { type: ['integer', 'string'] }
    : {}

/** In draft 4, `exclusiveMinimum` and `exclusiveMaximum` are flags for `minimum` and `maximum`. */
function bounds(node: JsonObject): Schema {
  const isMinimumExclusive = field(node, 'exclusiveMinimum') === true
  const isMaximumExclusive = field(node, 'exclusiveMaximum') === true
  return {
    ...withValue(isMinimumExclusive ? 'exclusiveMinimum' : 'minimum', numberOf(node, 'minimum')),
    ...withValue(isMaximumExclusive ? 'exclusiveMaximum' : 'maximum', numberOf(node, 'maximum')),
    ...withValue('exclusiveMinimum', numberOf(node, 'exclusiveMinimum')),
    ...withValue('exclusiveMaximum', numberOf(node, 'exclusiveMaximum')),
  }
}
