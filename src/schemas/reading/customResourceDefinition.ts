import type { DefinedKind, Schema } from '../../engine/schema/schema'
import { valueAt, type Value } from '../../engine/yaml/value'
import { toJson, type Budget } from '../../engine/yaml/toJson'
import { fullBudget } from './json'
import { StructuralReader } from './structural'
import type { Path } from '../../engine/model/path'

/**
 * The kinds that a CustomResourceDefinition defines, one for each version. `metadata`: the schema of ObjectMeta.
 * A version without a schema that can be read takes anything. Never throws.
 * Source: https://kubernetes.io/docs/reference/kubernetes-api/extend-resources/custom-resource-definition-v1/
 */
export function readCustomResourceDefinition(root: Value, metadata?: Schema): readonly DefinedKind[] {
  const group = textAt(root, ['spec', 'group'])
  const kind = textAt(root, ['spec', 'names', 'kind'])
  if (group === undefined || kind === undefined) return []
  const apiVersion = textAt(root, ['apiVersion'])
  if (apiVersion !== undefined && !apiVersion.startsWith('apiextensions.k8s.io/')) return []
  const budget = fullBudget()
  const schemas = new Map<Value | undefined, Schema>()
  const schemaOnce = (value: Value | undefined): Schema => {
    const schema = schemas.get(value) ?? schemaOf(root, value, metadata, budget)
    schemas.set(value, schema)
    return schema
  }
  return versionsOf(root).map(({ name, served, schema }) => ({
    apiVersion: `${group}/${name}`,
    kind,
    served,
    schema: schemaOnce(schema),
  }))
}

type Version = { readonly name: string; readonly served: boolean; readonly schema: Value | undefined }

/** In v1beta1 a definition may have one version, and one schema for all. */
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
  const only = textAt(root, ['spec', 'version'])
  return listed.length > 0 || only === undefined ? listed : [{ name: only, served: true, schema: shared }]
}

function schemaOf(
  root: Value,
  schema: Value | undefined,
  metadata: Schema | undefined,
  budget: Budget,
): Schema {
  const json = schema?.type === 'mapping' ? toJson(schema, { budget, largeNumbers: 'rounded' }) : undefined
  const isOld = textAt(root, ['apiVersion']) === 'apiextensions.k8s.io/v1beta1'
  const keeps = scalarAt(root, ['spec', 'preserveUnknownFields']) ?? isOld
  const around = {
    metadata,
    keepsUnknownFields: keeps === true || json === undefined,
    keepsBareObjects: false,
  }
  return new StructuralReader(around).root(json)
}

const scalarAt = (value: Value, path: Path) => {
  const found = valueAt(value, path)
  return found?.type === 'scalar' ? found.data : undefined
}

const textAt = (value: Value, path: Path): string | undefined => {
  const data = scalarAt(value, path)
  return typeof data === 'string' && data !== '' ? data : undefined
}
