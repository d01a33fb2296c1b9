import type { JsonType, Schema } from '../../engine/schema/schema'
import { expectedType } from '../../engine/schema/jsonTypes'
import { condition, conditionsOf, typesOf } from './conditions'
import { field, isList, isObject, isText, type Json, type JsonObject } from '../../engine/model/json'

/** What the schemas of a definition, or of an OpenAPI document, leave to what is around them. */
export type Surroundings = {
  /** ObjectMeta, as the API itself has it. */
  readonly metadata?: Schema | undefined
  /** Whether fields are kept of which no schema speaks. */
  readonly keepsUnknownFields: boolean
  /** Whether an object of which no fields are named keeps any. */
  readonly keepsBareObjects: boolean
  /** Whether null stands for an optional field, an item or a value of a map; else the schema says where it may. */
  readonly takesNull?: boolean
  /** In an OpenAPI document: what a reference leads to. */
  readonly reference?: (reference: string) => Schema | undefined
}

/** Of a field whose schema lets the cluster drop everything below it. */
const withoutFields: Schema = { additionalProperties: 'strict', items: { ref: () => withoutFields } }

/** What an object says about itself. */
const identity = { type: ['string'], minLength: 1 } satisfies Schema

/**
 * A structural schema: the first level of each node says what there is, and what is not there is dropped; the words
 * that combine schemas only add conditions. Never throws. Sources: apiextensions-apiserver `schema/pruning`,
 * `schema/defaulting`, `schema/objectmeta`;
 * https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema
 */
export class StructuralReader {
  constructor(private readonly around: Surroundings) {}

  node(json: Json | undefined): Schema {
    if (!isObject(json)) return {}
    const reference = referenceOf(json)
    if (reference !== undefined) return this.around.reference?.(reference) ?? {}
    const types = typesOf(json)
    const description = field(json, 'description')
    const conditions = conditionsOf(json, json)
    return {
      ...(isText(description) && { description }),
      ...(types && { type: types }),
      ...(field(json, 'nullable') === true && { nullable: true }),
      ...conditions,
      ...this.items(json),
      ...this.fields(json, types, conditions.required),
    }
  }

  /** A node that is not required. */
  private inner(json: Json): Schema {
    const schema = this.node(json)
    return this.around.takesNull ? takingNull(schema) : schema
  }

  /** A whole object: it always has a name, and says which kind it is. */
  root(json: Json | undefined): Schema {
    const schema = isObject(json) ? this.node(json) : {}
    const given = [...(schema.properties ?? [])]
    const properties = new Map(this.withIdentity(field(json, 'properties'), given))
    return { ...schema, type: ['object'], properties }
  }

  private items(json: JsonObject): Schema {
    const items = field(json, 'items')
    // In place of null, an item gets its default.
    const hasDefault = (field(items, 'default') ?? null) !== null
    return {
      ...(isObject(items) && { items: { ...this.inner(items), ...(hasDefault && { nullable: true }) } }),
      // A list that is a set may name nothing twice.
      ...(field(json, 'x-kubernetes-list-type') === 'set' && { uniqueItems: true }),
    }
  }

  private fields(
    json: JsonObject,
    types: readonly JsonType[] | undefined,
    asked: readonly string[] = [],
  ): Schema {
    if (types && !types.includes('object')) return {}
    const listed = field(json, 'properties')
    const embedded = field(json, 'x-kubernetes-embedded-resource') === true
    const required = [...asked, ...(embedded ? ['apiVersion', 'kind'] : [])]
    const given = isObject(listed)
      ? Object.entries(listed).map(
          ([key, part]) => [key, required.includes(key) ? this.node(part) : this.inner(part)] as const,
        )
      : []
    const properties = new Map(embedded ? this.withIdentity(listed, given) : given)
    const others = this.others(json, types !== undefined || properties.size > 0, properties.size > 0)
    return {
      ...(properties.size > 0 && { properties }),
      ...(required.length > 0 && { required: [...new Set(required)] }),
      ...(others !== undefined && { additionalProperties: others }),
    }
  }

  /** What fields may be of which the schema does not speak. */
  private others(json: JsonObject, isKnown: boolean, hasFields: boolean): Schema['additionalProperties'] {
    const others = field(json, 'additionalProperties')
    if (isObject(others)) return this.inner(others)
    const { keepsUnknownFields, keepsBareObjects } = this.around
    if (others === false) return keepsUnknownFields ? 'closed' : 'strict'
    if (keepsUnknownFields || !isKnown) return undefined
    if (others === true) return keepsBareObjects ? undefined : withoutFields
    if (field(json, 'x-kubernetes-preserve-unknown-fields') === true) return undefined
    return hasFields || !keepsBareObjects ? 'strict' : undefined
  }

  /** The fields of an object with those that every object has; `given`: what `listed` says of its fields. */
  private withIdentity(listed: Json | undefined, given: readonly NamedSchema[]): readonly NamedSchema[] {
    const own = field(listed, 'metadata')
    const conditions = isObject(field(own, 'properties')) && own ? [condition(own, own)] : []
    const bare = this.around.metadata ?? { type: ['object'] }
    const metadata = ['metadata', conditions.length > 0 ? { allOf: [bare, ...conditions] } : bare] as const
    return [['apiVersion', identity], ['kind', identity], metadata, ...given, metadata]
  }
}

type NamedSchema = readonly [name: string, schema: Schema]

function takingNull(schema: Schema): Schema {
  const { ref, type, enum: allowed } = schema
  if (ref) {
    let known: Schema | undefined
    const target = (): Schema | undefined => {
      const found = ref()
      return found && takingNull(found)
    }
    return { ref: () => (known ??= target()) }
  }
  return {
    ...schema,
    ...(type && { type: [...type, 'null'], expected: expectedType(schema) }),
    ...(allowed && { enum: [...allowed, null] }),
  }
}

/** A node that is a reference, or an only reference with some words about it. */
function referenceOf(json: JsonObject): string | undefined {
  const reference = field(json, '$ref')
  if (isText(reference)) return reference
  const parts = field(json, 'allOf')
  if (!isList(parts) || parts.length !== 1 || Object.hasOwn(json, 'properties')) return undefined
  const only = field(parts[0], '$ref')
  return isText(only) ? only : undefined
}
