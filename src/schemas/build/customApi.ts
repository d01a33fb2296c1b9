import type { BuiltInTypes } from './builtInTypes'
import type { JsonSchema } from './decompile'
import { Resolver, type Schemas } from './resolver'

export type CustomKind = {
  readonly apiVersion: string
  readonly kind: string
  /** The package that brings it, without its scope. */
  readonly package: string
  readonly schema: JsonSchema
}

/**
 * The custom resources of all packages. A `ref` leads to a definition in here, or with `#` to one of the API itself;
 * `allOf` is only left where schemas cannot be one. Types are those of JSON and `quantity` and `intOrString`.
 */
export type CustomApi = {
  readonly kinds: readonly CustomKind[]
  /** Every object with fields, by package and name: 'keda/ComGithub…ScaleTarget'. */
  readonly definitions: ReadonlyMap<string, JsonSchema>
}

/** Looks like a kind in its package and can be created in no cluster: embedded, internal or for tests. */
const unserved: ReadonlySet<string> = new Set([
  'autoscaling.internal.knative.dev/v1alpha1/PodScalable',
  'eventing.knative.dev/v1alpha1/EventPolicySelector',
  'keda.sh/v1alpha1/WithTriggers',
  'messaging.knative.dev/v1/ChannelTemplateSpec',
  'monitoring.coreos.com/v1/EmbeddedPersistentVolumeClaim',
  'pingcap.com/v1alpha1/DataResource',
])

/** `foundation`: the schemas that the packages share, where the API itself has no definition: JSON, RawExtension. */
export const customApi = (
  packages: ReadonlyMap<string, Schemas>,
  foundation: Schemas,
  builtIn: BuiltInTypes,
): CustomApi => {
  const resolver = new Resolver(packages, foundation, builtIn)
  const kinds = [...packages].flatMap(([name, schemas]) =>
    [...schemas].flatMap(([schemaName, schema]) => {
      const apiVersion = only(schema, 'apiVersion')
      const kind = only(schema, 'kind')
      if (apiVersion === undefined || kind === undefined || unserved.has(`${apiVersion}/${kind}`)) return []
      if (kind.endsWith('List') && schema.properties?.has('items')) return []
      return [{ apiVersion, kind, package: name, schema: root(resolver.flat(`${name}/${schemaName}`)) }]
    }),
  )
  return { kinds, definitions: resolver.definitions() }
}

/** The one value of a field. */
const only = ({ properties }: JsonSchema, field: string): string | undefined => {
  const values = properties?.get(field)?.enum
  const [value] = values ?? []
  return values?.length === 1 && typeof value === 'string' ? value : undefined
}

/** What every object has goes without saying; status is written by the cluster. */
const root = ({ required = [], properties, ...rest }: JsonSchema): JsonSchema => {
  const fields = new Map(
    [...(properties ?? [])]
      .filter(([name]) => name !== 'apiVersion' && name !== 'kind' && name !== 'metadata')
      .map(([name, { description, ...schema }]) => [
        name,
        { ...(name === 'status' ? {} : schema), ...(description !== undefined && { description }) },
      ]),
  )
  const checked = required.filter((name) => !['apiVersion', 'kind', 'status'].includes(name))
  return {
    ...rest,
    ...(checked.length > 0 && { required: checked }),
    ...(fields.size > 0 && { properties: fields }),
  }
}
