import type { BuiltInTypes } from './builtInTypes'
import { identityOf, type JsonSchema, type JsonSchemas, type KindIdentity } from './jsonSchema'
import { Resolver } from './resolver'

export type CustomKind = KindIdentity & {
  /** The package that it is from, without its scope: `keda`. */
  readonly package: string
  readonly schema: JsonSchema
}

/**
 * The custom resources of all packages. A `ref` names one of `definitions` or, with a `#`, a definition of the
 * Kubernetes API. `allOf` is only used for schemas that cannot be merged into one.
 */
export type CustomApi = {
  readonly kinds: readonly CustomKind[]
  /** Every object with fields, by package and name: `keda/ComGithub…ScaleTarget`. */
  readonly definitions: JsonSchemas
}

/** Types that look like a kind but that no cluster serves: they are embedded in kinds, internal, or for tests. */
const unservedKinds: ReadonlySet<string> = new Set([
  'autoscaling.internal.knative.dev/v1alpha1/PodScalable',
  'eventing.knative.dev/v1alpha1/EventPolicySelector',
  'keda.sh/v1alpha1/WithTriggers',
  'messaging.knative.dev/v1/ChannelTemplateSpec',
  'monitoring.coreos.com/v1/EmbeddedPersistentVolumeClaim',
  'pingcap.com/v1alpha1/DataResource',
])

/** `shared`: the schemas that all packages use and the Kubernetes API does not define: JSON, RawExtension. */
export const customApi = (
  packages: ReadonlyMap<string, JsonSchemas>,
  shared: JsonSchemas,
  builtIn: BuiltInTypes,
): CustomApi => {
  const resolver = new Resolver(packages, shared, builtIn)
  const kinds = [...packages].flatMap(([name, schemas]) =>
    [...schemas].flatMap(([schemaName, schema]) => {
      const identity = identityOf(schema)
      if (!identity || unservedKinds.has(`${identity.apiVersion}/${identity.kind}`)) return []
      if (identity.kind.endsWith('List') && schema.properties?.has('items')) return []
      const resolved = resolver.definition(`${name}/${schemaName}`)
      return [{ ...identity, package: name, schema: withoutCommonFields(resolved) }]
    }),
  )
  return { kinds, definitions: resolver.referenced() }
}

/** Without the fields that every object has. The cluster writes status, so it may be anything. */
const withoutCommonFields = ({ required = [], properties, ...rest }: JsonSchema): JsonSchema => {
  const fields = new Map(
    [...(properties ?? [])]
      .filter(([name]) => name !== 'apiVersion' && name !== 'kind' && name !== 'metadata')
      .map(([name, { description, ...schema }]) => [
        name,
        { ...(name === 'status' ? {} : schema), ...(description !== undefined && { description }) },
      ]),
  )
  const inManifest = required.filter((name) => !['apiVersion', 'kind', 'status'].includes(name))
  return {
    ...rest,
    ...(inManifest.length > 0 && { required: inManifest }),
    ...(fields.size > 0 && { properties: fields }),
  }
}
