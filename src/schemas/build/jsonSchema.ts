/** The keywords of JSON Schema that the packages use. */
export type JsonSchema = {
  /** The name of another schema, which replaces this one. */
  readonly ref?: string
  readonly description?: string
  /** A type of JSON, or one of the two that JSON has no type for: `quantity` and `intOrString`. */
  readonly type?: string
  readonly format?: string
  readonly pattern?: string
  readonly enum?: readonly unknown[]
  readonly required?: readonly string[]
  readonly properties?: ReadonlyMap<string, JsonSchema>
  readonly items?: JsonSchema
  /** `additionalProperties` as a schema: the values of a map. */
  readonly values?: JsonSchema
  /** `additionalProperties: false` */
  readonly closed?: boolean
  readonly nullable?: boolean
  readonly uniqueItems?: boolean
  /** The keywords with a number: minLength, maximum, multipleOf, … */
  readonly limits?: Readonly<Record<string, number>>
  readonly allOf?: readonly JsonSchema[]
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly not?: JsonSchema
}

/** Schemas by name. */
export type JsonSchemas = ReadonlyMap<string, JsonSchema>

export type KindIdentity = { readonly apiVersion: string; readonly kind: string }

/** The kind that a schema describes: its `apiVersion` and `kind` allow one value each. Undefined for other schemas. */
export const identityOf = (schema: JsonSchema): KindIdentity | undefined => {
  const apiVersion = constantOf(schema, 'apiVersion')
  const kind = constantOf(schema, 'kind')
  return apiVersion === undefined || kind === undefined ? undefined : { apiVersion, kind }
}

const constantOf = ({ properties }: JsonSchema, field: string): string | undefined => {
  const [value, ...others] = properties?.get(field)?.enum ?? []
  return typeof value === 'string' && others.length === 0 ? value : undefined
}
