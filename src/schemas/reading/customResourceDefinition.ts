import type { Path } from '../../engine/model/path'
import type { DefinedKind, Schema } from '../../engine/schema/schema'
import { toJson, type Budget } from '../../engine/yaml/toJson'
import { valueAt, type Value } from '../../engine/yaml/value'
import { schemaBudget } from './jsonData'
import { StructuralReader } from './structural'

/**
 * The kinds that a CustomResourceDefinition defines, one for each version. `metadata`: the schema of ObjectMeta. A
 * version without a readable schema allows anything. Never throws.
 * Source: https://kubernetes.io/docs/reference/kubernetes-api/extend-resources/custom-resource-definition-v1/
 */
export function readCustomResourceDefinition(root: Value, metadata?: Schema): readonly DefinedKind[] {
  const group = textAt(root, ['spec', 'group'])
  const kind = textAt(root, ['spec', 'names', 'kind'])
  if (group === undefined || kind === undefined) return []
  const apiVersion = textAt(root, ['apiVersion'])
  if (apiVersion !== undefined && !apiVersion.startsWith('apiextensions.k8s.io/')) return []
  const budget = schemaBudget()
  const schemas = new Map<Value | undefined, Schema>()
  const cachedSchema = (value: Value | undefined): Schema => {
    const schema = schemas.get(value) ?? schemaOf(root, value, metadata, budget)
    schemas.set(value, schema)
    return schema
  }
  return versionsOf(root).map(({ name, served, schema }) => ({
    apiVersion: `${group}/${name}`,
    kind,
    served,
    schema: cachedSchema(schema),
  }))
}

type Version = { readonly name: string; readonly served: boolean; readonly schema: Value | undefined }

/** v1beta1 also allows a single version, and one schema for all versions. */
function versionsOf(root: Value): readonly Version[] {
  const shared = valueAt(root, ['spec', 'validation', 'openAPIV3Schema'])
  const versions = valueAt(root, ['spec', 'versions'])
  const listed = (versions?.type === 'sequence' ? versions.items : []).flatMap(
    (version): readonly Version[] => {
      const name = textAt(version, ['name'])
      const served = scalarAt(version, ['served']) !== false
      const schema = valueAt(version, ['schema', 'openAPIV3Schema']) ?? shared
      return name === undefined ? [] : [{ name, served, schema }]
    },
  )
  const single = textAt(root, ['spec', 'version'])
  return listed.length > 0 || single === undefined ? listed : [{ name: single, served: true, schema: shared }]
}

function schemaOf(
  root: Value,
  schema: Value | undefined,
  metadata: Schema | undefined,
  budget: Budget,
): Schema {
  const json = schema?.type === 'mapping' ? toJson(schema, { budget, largeNumbers: 'rounded' }) : undefined
  // The default of preserveUnknownFields is true in v1beta1.
  const isBeta = textAt(root, ['apiVersion']) === 'apiextensions.k8s.io/v1beta1'
  const preserves = scalarAt(root, ['spec', 'preserveUnknownFields']) ?? isBeta
  const options = {
    metadata,
    preservesUnknownFields: preserves === true || json === undefined,
    bareObjectsAllowFields: false,
  }
  return new StructuralReader(options).root(json)
}

const scalarAt = (value: Value, path: Path) => {
  const found = valueAt(value, path)
  return found?.type === 'scalar' ? found.data : undefined
}

const textAt = (value: Value, path: Path): string | undefined => {
  const data = scalarAt(value, path)
  return typeof data === 'string' && data !== '' ? data : undefined
}
