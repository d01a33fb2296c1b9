import type { JsonType, Schema } from '../../engine/schema/schema'
import { formatTest } from './formats'
import { field, isList, isObject, isText, type Json, type JsonObject } from '../../engine/model/json'
import type { Draft } from './metaschema'
import { patternTest } from './pattern'
import { Fault, type SchemaDocument } from './references'

/** Keywords that only tell about a schema: beside a reference they add nothing to it. */
const silent = new Set(
  '$ref $id $schema $anchor $comment $defs definitions title description default examples deprecated'.split(
    ' ',
  ),
)

const numbers = [
  'minLength',
  'maxLength',
  'multipleOf',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
] as const

const withValue = <Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [K in Key]?: Value } =>
  (value === undefined ? {} : { [key]: value }) as { readonly [K in Key]?: Value }

const textsOf = (json: Json | undefined): readonly string[] => (isList(json) ? json.filter(isText) : [])

/**
 * The schema that a checked document means, with the sense that kubeconform's engine gives to its draft's keywords.
 * Not asked are `maxContains`, `minContains` above 1, `unevaluatedItems`, and `unevaluatedProperties` beside
 * combinations: a right value stays right without them, unless something else must not match. Throws a Fault.
 * Source: santhosh-tekuri/jsonschema v6.0.1 `objcompiler.go`.
 */
export class KeywordReader {
  private readonly read = new Map<JsonObject, Schema>()
  /** Targets of references that are still to be read. */
  private readonly open: JsonObject[] = []
  /** A keyword that is not asked, and one that turns more matches into fewer. */
  private dropped: string | undefined
  private turning: string | undefined

  constructor(private readonly document: SchemaDocument) {}

  root(): Schema {
    const schema = this.schema(this.document.root)
    for (let target = this.open.pop(); target; target = this.open.pop()) this.schema(target)
    if (this.dropped === undefined || this.turning === undefined) return schema
    throw new Fault(`It uses ${this.dropped} together with ${this.turning}, which is not supported.`)
  }

  private schema(json: Json): Schema {
    if (!isObject(json)) return json === false ? { never: true } : {}
    const known = this.read.get(json)
    if (known) return known
    const { draft } = this.document.placeOf(json).resource
    const schema = this.referring(json, draft) ?? this.plain(json, draft)
    this.turning ??= ['oneOf', 'not', 'if'].find((key) => Object.hasOwn(json, key))
    this.dropped ??= draft >= 2019 ? droppedKeyword(json) : undefined
    this.read.set(json, schema)
    return schema
  }

  /** A node that is nothing but a reference. */
  private referring(node: JsonObject, draft: Draft): Schema | undefined {
    const reference = field(node, '$ref')
    if (!isText(reference)) return undefined
    if (draft >= 2019 && Object.keys(node).some((key) => !silent.has(key))) return undefined
    return this.reference(reference, node)
  }

  private reference(reference: string, from: JsonObject): Schema {
    const target = this.document.resolve(reference, from)
    if (!isObject(target)) return target === undefined ? {} : this.schema(target)
    if (!this.read.has(target)) this.open.push(target)
    return { ref: () => this.read.get(target) }
  }

  private plain(node: JsonObject, draft: Draft): Schema {
    const types = field(node, 'type')
    const description = field(node, 'description')
    return {
      ...(isText(description) && { description }),
      ...(types !== undefined && { type: (isList(types) ? types : [types]) as readonly JsonType[] }),
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
      ...Object.assign({}, ...numbers.map((key) => withValue(key, field(node, key)))),
      ...bounds(node),
    }
  }

  private list(node: JsonObject, draft: Draft): Schema {
    const items = field(node, 'items')
    const prefix = draft >= 2020 ? field(node, 'prefixItems') : items
    const rest = draft >= 2020 || !isList(items) ? items : field(node, 'additionalItems')
    const contains =
      draft >= 6 && !(draft >= 2019 && field(node, 'minContains') === 0) ? field(node, 'contains') : undefined
    // Only the list as a whole is to blame for more items than there may be.
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
          const { path } = this.document.placeOf(node)
          throw new Fault(`${path}/patternProperties has ${source}, which is not a regular expression of Go.`)
        }),
      }),
      ...this.others(node, draft),
      ...(names !== undefined && { propertyNames: this.schema(names) }),
      ...(required.length > 0 && { required }),
      ...(dependencies.size > 0 && { dependencies }),
    }
  }

  private entries(json: JsonObject): readonly (readonly [string, Schema])[] {
    return Object.entries(json).map(([key, part]) => [key, this.schema(part)])
  }

  /** What fields without a schema of their own may be. */
  private others(node: JsonObject, draft: Draft): Schema {
    // Converters of custom resources close what the cluster leaves open.
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

  /** A branch that can never be taken is not read. */
  private condition(node: JsonObject): Schema {
    const condition = this.part(node, 'if')
    if (!condition) return {}
    const sure = field(node, 'if')
    return {
      if: condition,
      ...(sure !== false && withValue('then', this.part(node, 'then'))),
      ...(sure !== true && withValue('else', this.part(node, 'else'))),
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
   * References beside other keywords. Those that depend on where they are met are followed only in a document of one
   * piece, where they cannot.
   */
  private references(node: JsonObject, draft: Draft): readonly Schema[] {
    const single = new Set(this.document.resources.values()).size === 1
    const keys = [
      '$ref',
      ...(single ? ['$recursiveRef'] : []),
      ...(single && draft >= 2020 ? ['$dynamicRef'] : []),
    ]
    const references = draft >= 2019 ? keys.map((key) => field(node, key)).filter(isText) : []
    return references.map((reference) => this.reference(reference, node))
  }
}

const asSchema = (dependency: readonly string[] | Schema): Schema =>
  'length' in dependency ? { required: dependency } : dependency

/** Whether other schemas look at the fields of the same object. */
const combines = (node: JsonObject): boolean =>
  '$ref $recursiveRef $dynamicRef allOf anyOf oneOf not if dependencies dependentSchemas'
    .split(' ')
    .some((key) => Object.hasOwn(node, key))

/** A keyword of a node that is not asked, though it asks for something. */
function droppedKeyword(node: JsonObject): string | undefined {
  if (field(node, 'maxContains') !== undefined) return 'maxContains'
  if (Number(field(node, 'minContains') ?? 1) > 1) return 'minContains'
  if (![undefined, true].includes(field(node, 'unevaluatedItems') as true)) return 'unevaluatedItems'
  const others = combines(node) ? field(node, 'unevaluatedProperties') : undefined
  return others === undefined || others === true ? undefined : 'unevaluatedProperties'
}

/** A word of Kubernetes, which stands in place of a type. */
const intOrString = (node: JsonObject): Schema =>
  field(node, 'x-kubernetes-int-or-string') === true && field(node, 'type') === undefined
    ? { type: ['integer', 'string'] }
    : {}

/** In draft 4 a flag says that a bound itself is out of bounds. */
function bounds(node: JsonObject): Schema {
  const number = (key: string): number | undefined => {
    const value = field(node, key)
    return typeof value === 'number' ? value : undefined
  }
  const [openBelow, openAbove] = [
    field(node, 'exclusiveMinimum') === true,
    field(node, 'exclusiveMaximum') === true,
  ]
  return {
    ...withValue(openBelow ? 'exclusiveMinimum' : 'minimum', number('minimum')),
    ...withValue(openAbove ? 'exclusiveMaximum' : 'maximum', number('maximum')),
    ...withValue('exclusiveMinimum', number('exclusiveMinimum')),
    ...withValue('exclusiveMaximum', number('exclusiveMaximum')),
  }
}
