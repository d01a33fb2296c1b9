import type { Change } from '../../engine/model/change'
import { field, isList, isObject, type Json, type JsonObject } from '../../engine/model/json'

/** The fields of a spec that `apiextensions.k8s.io/v1` has in each version instead, or not at all. */
export const formerFields: ReadonlySet<string> = new Set([
  'version',
  'validation',
  'subresources',
  'additionalPrinterColumns',
])

/**
 * The changes from the spec of a CustomResourceDefinition in `v1beta1` to that of `v1`, which has the schema, the columns
 * and the subresources in each version. `isPruned`: whether fields that the schema does not name are dropped unless
 * `preserveUnknownFields` says otherwise, as in v1.
 */
export function convertDefinition(spec: Json | undefined, isPruned: boolean): readonly Change[] {
  if (!isObject(spec)) return []
  const { validation, subresources, additionalPrinterColumns } = spec
  const preserves = isPruned ? spec.preserveUnknownFields === true : spec.preserveUnknownFields !== false
  const schema = isObject(validation) ? validation : undefined
  const versions = versionsOf(spec).map((version): Json => {
    if (!isObject(version)) return version
    const columns = version.additionalPrinterColumns ?? additionalPrinterColumns
    const own = version.subresources ?? subresources
    return {
      ...version,
      schema: versionSchema(isObject(version.schema) ? version.schema : schema, preserves),
      ...(own !== undefined && { subresources: own }),
      ...(isList(columns) && { additionalPrinterColumns: columns.map(column) }),
    }
  })
  const removed = [...formerFields].filter((key) => Object.hasOwn(spec, key))
  if (spec.preserveUnknownFields === true) removed.push('preserveUnknownFields')
  return [
    { kind: 'set', path: ['spec', 'versions'], value: versions },
    ...removed.map((key): Change => ({ kind: 'remove', path: ['spec', key] })),
    ...(spec.scope === undefined
      ? [{ kind: 'set', path: ['spec', 'scope'], value: 'Namespaced' } as const]
      : []),
    ...conversionChanges(spec.conversion),
  ]
}

/** The versions; before there was a list of them, there was one. */
function versionsOf({ versions, version }: JsonObject): readonly Json[] {
  if (isList(versions) && versions.length > 0) return versions
  return version === undefined ? [] : [{ name: version, served: true, storage: true }]
}

/** A schema is required in v1, and says whether unknown fields are kept. */
function versionSchema(written: JsonObject | undefined, preserves: boolean): JsonObject {
  const root = field(written, 'openAPIV3Schema')
  const given = isObject(root) ? root : {}
  const keep = 'x-kubernetes-preserve-unknown-fields'
  return {
    ...written,
    openAPIV3Schema: {
      ...(given.type === undefined && { type: 'object' }),
      ...given,
      ...(preserves && { [keep]: true }),
    },
  }
}

/** A column, whose path has another spelling in v1. */
function column(written: Json): Json {
  if (!isObject(written) || written.JSONPath === undefined) return written
  const { JSONPath: jsonPath, ...rest } = written
  return { ...rest, jsonPath }
}

function conversionChanges(conversion: Json | undefined): readonly Change[] {
  if (!isObject(conversion)) return []
  const { webhookClientConfig: clientConfig, conversionReviewVersions, ...rest } = conversion
  if (clientConfig === undefined && conversionReviewVersions === undefined) return []
  const webhook = {
    ...(clientConfig !== undefined && { clientConfig }),
    conversionReviewVersions: conversionReviewVersions ?? ['v1beta1'],
  }
  return [{ kind: 'set', path: ['spec', 'conversion'], value: { ...rest, webhook } }]
}
