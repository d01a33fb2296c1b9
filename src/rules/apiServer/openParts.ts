import type { Path } from '../../engine/model/path'
import type { KindSchema, Schema, SchemaCatalog } from '../../engine/schema/schema'
import { validate } from '../../engine/schema/validate'
import type { Violation } from '../../engine/schema/violation'
import { isNull, valueAt, type Mapping, type Value } from '../../engine/yaml/value'

/** A value at a path of the object. */
type Located = { readonly value: Value; readonly path: Path }

/**
 * What the server cannot decode in the parts of a built-in object that its schema leaves open: its status and those of
 * the claims in it, and in a CustomResourceDefinition the alternatives inside schemas and the subresource status.
 * `schema`: of the kind, from the catalog.
 */
export function violationsOfOpenParts(
  object: Mapping,
  schema: Schema,
  version: string,
  catalog: SchemaCatalog,
): readonly Violation[] {
  const named = (name: string): KindSchema | undefined => {
    const found = catalog.definition(version, name)
    return found && { schema: found, origin: 'kubernetes', nulls: 'absent' }
  }
  const statuses = [
    ...below({ value: object, path: [] }, 'status').map((status) => ({ status, of: schema.name ?? '' })),
    ...below({ value: object, path: [] }, 'spec', 'volumeClaimTemplates')
      .flatMap(itemsOf)
      .flatMap((claim) => below(claim, 'status'))
      .map((status) => ({ status, of: 'core.v1.PersistentVolumeClaim' })),
  ]
  return [
    ...statuses.flatMap(({ status, of }) => {
      const known = named(`${of}Status`)
      return known ? violationsAt(status, known, true) : []
    }),
    ...(schema.kinds?.includes(definitionKind) ? ofDefinition(object, named(partOfSchema)) : []),
  ]
}

const definitionKind = 'apiextensions.k8s.io/v1/CustomResourceDefinition'
const partOfSchema = 'ax:apiextensions.v1.JSONSchemaProps'

const violationsAt = (
  { value, path }: Located,
  schema: KindSchema,
  isStrict: boolean,
): readonly Violation[] =>
  validate(value, schema, isStrict).map((violation) => {
    const moved = <Placed extends { readonly path: Path }>(placed: Placed): Placed => ({
      ...placed,
      path: [...path, ...placed.path],
    })
    if (violation.kind !== 'unknown') return moved(violation)
    return moved({ ...violation, ancestors: violation.ancestors.map(moved) })
  })

const ofDefinition = (definition: Mapping, part: KindSchema | undefined): readonly Violation[] =>
  below({ value: definition, path: [] }, 'spec', 'versions')
    .flatMap(itemsOf)
    .flatMap((version) => [
      ...below(version, 'schema', 'openAPIV3Schema').flatMap((schema) =>
        part ? ofSchema(schema, part) : [],
      ),
      ...below(version, 'subresources', 'status').flatMap((status) =>
        violationsAt(status, emptyMapping, true),
      ),
    ])

const emptyMapping: KindSchema = {
  schema: { type: ['object'], properties: new Map(), additionalProperties: 'strict' },
  origin: 'kubernetes',
  nulls: 'absent',
}

/** The keywords of a schema whose value is a schema, or several by name or in a list. */
const namedSchemas = ['properties', 'patternProperties', 'definitions']
const listedSchemas = ['allOf', 'anyOf', 'oneOf']
const schemaOrTruth = ['additionalProperties', 'additionalItems']

/**
 * The open parts of one schema and of those inside it. Strictness ends at them: unknown fields are dropped.
 * Source: apiextensions/v1 `marshal.go`.
 */
const ofSchema = (schema: Located, part: KindSchema): readonly Violation[] => {
  const inside = (located: Located): readonly Violation[] => ofSchema(located, part)
  const open = (located: Located): readonly Violation[] => [
    ...violationsAt(located, part, false),
    ...inside(located),
  ]
  const truth = schemaOrTruth.flatMap((key) => below(schema, key))
  const items = below(schema, 'items')
  return [
    ...namedSchemas.flatMap((key) => below(schema, key).flatMap(entriesOf).flatMap(inside)),
    ...listedSchemas.flatMap((key) => below(schema, key).flatMap(itemsOf).flatMap(inside)),
    ...below(schema, 'not').flatMap(inside),
    ...truth.flatMap((located) => (isMapping(located) ? open(located) : neitherSchemaNorTruth(located))),
    ...items.flatMap((located) => (isMapping(located) ? open(located) : itemsOf(located).flatMap(open))),
  ]
}

const neitherSchemaNorTruth = ({ value, path }: Located): readonly Violation[] =>
  isNull(value) || (value.type === 'scalar' && typeof value.data === 'boolean')
    ? []
    : [{ kind: 'type', path, expected: 'true, false or a schema', value, schema: {} }]

const isMapping = ({ value }: Located): boolean => value.type === 'mapping'

const below = ({ value, path }: Located, ...keys: readonly string[]): readonly Located[] => {
  const found = valueAt(value, keys)
  return found ? [{ value: found, path: [...path, ...keys] }] : []
}

const itemsOf = ({ value, path }: Located): readonly Located[] =>
  value.type === 'sequence' ? value.items.map((item, index) => ({ value: item, path: [...path, index] })) : []

const entriesOf = ({ value, path }: Located): readonly Located[] =>
  value.type === 'mapping'
    ? [...value.entries].map(([key, entry]) => ({ value: entry.value, path: [...path, key] }))
    : []
