import { field, isList, isObject, isText, type Json, type JsonObject } from '../../engine/model/json'
import { expectedType } from '../../engine/schema/jsonTypes'
import type { JsonType, Schema } from '../../engine/schema/schema'
import { nestedValidation, typesOf, valueValidation } from './valueValidation'

/** How schemas are read depends on where they are from: a CustomResourceDefinition or an OpenAPI document. */
type StructuralOptions = {
  /** ObjectMeta of the Kubernetes API. */
  readonly metadata?: Schema | undefined
  /** Whether fields without a schema are kept: `preserveUnknownFields` of a CustomResourceDefinition. */
  readonly preservesUnknownFields: boolean
  /** Whether an object without any named fields allows all. */
  readonly bareObjectsAllowFields: boolean
  /** Whether optional fields, items and map values may be null, even where the schema does not say so. */
  readonly allowsNull?: boolean
  /** Resolves references, which only OpenAPI documents have. */
  readonly reference?: (reference: string) => Schema | undefined
}

/** The values of `additionalProperties: true`: the cluster drops all fields in them. */
const withoutFields: Schema = { additionalProperties: 'strict', items: { ref: () => withoutFields } }

/** `apiVersion` and `kind` */
const typeMeta = { type: ['string'], minLength: 1 } satisfies Schema

/**
 * Reads structural schemas. The properties of each node name all fields that there are, and the cluster drops others.
 * allOf, anyOf, oneOf and not only add validation. Never throws. Sources: apiextensions-apiserver `schema/pruning`,
 * `schema/defaulting`, `schema/objectmeta`;
 * https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema
 */
export class StructuralReader {
  constructor(private readonly options: StructuralOptions) {}

  node(json: Json | undefined): Schema {
    if (!isObject(json)) return {}
    const reference = referenceOf(json)
    if (reference !== undefined) return this.options.reference?.(reference) ?? {}
    const types = typesOf(json)
    const description = field(json, 'description')
    const validation = valueValidation(json, json)
    return {
      ...(isText(description) && { description }),
      ...(types && { type: types }),
      ...(field(json, 'nullable') === true && { nullable: true }),
      ...validation,
      ...this.items(json),
      ...this.fields(json, types, validation.required),
    }
  }

  /** A node that may be absent. */
  private optionalNode(json: Json): Schema {
    const schema = this.node(json)
    return this.options.allowsNull ? allowNull(schema) : schema
  }

  /** The root of an object: the schema of its own fields, with apiVersion, kind and metadata. */
  root(json: Json | undefined): Schema {
    const schema = isObject(json) ? this.node(json) : {}
    const own = [...(schema.properties ?? [])]
    const properties = new Map(this.withObjectFields(field(json, 'properties'), own))
    return { ...schema, type: ['object'], properties }
  }

  private items(json: JsonObject): Schema {
    const items = field(json, 'items')
    // An item that is null gets its default.
    const hasDefault = (field(items, 'default') ?? null) !== null
    return {
      ...(isObject(items) && {
        items: { ...this.optionalNode(items), ...(hasDefault && { nullable: true }) },
      }),
      ...(field(json, 'x-kubernetes-list-type') === 'set' && { uniqueItems: true }),
    }
  }

  private fields(
    json: JsonObject,
    types: readonly JsonType[] | undefined,
    requiredFields: readonly string[] = [],
  ): Schema {
    if (types && !types.includes('object')) return {}
    const listed = field(json, 'properties')
    const isEmbedded = field(json, 'x-kubernetes-embedded-resource') === true
    const required = [...requiredFields, ...(isEmbedded ? ['apiVersion', 'kind'] : [])]
    const own = isObject(listed)
      ? Object.entries(listed).map(
          ([key, part]) => [key, required.includes(key) ? this.node(part) : this.optionalNode(part)] as const,
        )
      : []
    const properties = new Map(isEmbedded ? this.withObjectFields(listed, own) : own)
    const others = this.otherFields(json, types !== undefined || properties.size > 0, properties.size > 0)
    return {
      ...(properties.size > 0 && { properties }),
      ...(required.length > 0 && { required: [...new Set(required)] }),
      ...(others !== undefined && { additionalProperties: others }),
    }
  }

  /** What the fields without a schema of their own may be. */
  private otherFields(
    json: JsonObject,
    isTyped: boolean,
    hasFields: boolean,
  ): Schema['additionalProperties'] {
    const others = field(json, 'additionalProperties')
    if (isObject(others)) return this.optionalNode(others)
    const { preservesUnknownFields, bareObjectsAllowFields } = this.options
    if (others === false) return preservesUnknownFields ? 'closed' : 'strict'
    if (preservesUnknownFields || !isTyped) return undefined
    if (others === true) return bareObjectsAllowFields ? undefined : withoutFields
    if (field(json, 'x-kubernetes-preserve-unknown-fields') === true) return undefined
    return hasFields || !bareObjectsAllowFields ? 'strict' : undefined
  }

  /** An object's own fields with apiVersion, kind and metadata. `listed`: its `properties`, which may restrict metadata. */
  private withObjectFields(listed: Json | undefined, own: readonly NamedSchema[]): readonly NamedSchema[] {
    const metadata = field(listed, 'metadata')
    const validations =
      isObject(field(metadata, 'properties')) && metadata ? [nestedValidation(metadata, metadata)] : []
    const objectMeta = this.options.metadata ?? { type: ['object'] }
    const entry = [
      'metadata',
      validations.length > 0 ? { allOf: [objectMeta, ...validations] } : objectMeta,
    ] as const
    // The first metadata keeps its position in the order of fields, the last one replaces the definition's own.
    return [['apiVersion', typeMeta], ['kind', typeMeta], entry, ...own, entry]
  }
}

type NamedSchema = readonly [name: string, schema: Schema]

function allowNull(schema: Schema): Schema {
  const { ref, type, enum: allowed } = schema
  if (ref) {
    let cached: Schema | undefined
    const target = (): Schema | undefined => {
      const found = ref()
      return found && allowNull(found)
    }
    return { ref: () => (cached ??= target()) }
  }
  return {
    ...schema,
    ...(type && { type: [...type, 'null'], expected: expectedType(schema) }),
    ...(allowed && { enum: [...allowed, null] }),
  }
}

/** The reference that replaces a node: `$ref`, or a single `$ref` in allOf next to a description or default. */
function referenceOf(json: JsonObject): string | undefined {
  const reference = field(json, '$ref')
  if (isText(reference)) return reference
  const parts = field(json, 'allOf')
  if (!isList(parts) || parts.length !== 1 || Object.hasOwn(json, 'properties')) return undefined
  const only = field(parts[0], '$ref')
  return isText(only) ? only : undefined
}
