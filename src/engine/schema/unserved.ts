import { groupOf, mostMature } from '../../kubernetes/apiVersion'
import { isAtLeast } from '../../kubernetes/version'
import { removalOf } from '../../kubernetes/removals'
import type { SchemaCatalog } from './schema'
import { once } from '../model/lookup'
import { listText } from '../model/shorten'
import type { DefinedVersions, SchemaLookup } from './schemaLookup'

/** Why a cluster does not serve a kind in an apiVersion, and what to use instead. */
type Unserved = {
  readonly message: string
  readonly advice?: string
  /** The apiVersions that serve the kind. */
  readonly apiVersions: readonly string[]
}

/** Why a version of Kubernetes does not serve a kind; undefined for kinds that may be custom resources. */
export function whyUnserved(
  apiVersion: string,
  kind: string,
  catalog: SchemaCatalog,
  version: string,
): Unserved | undefined {
  if (!catalog.versions.includes(version)) return undefined
  const apiVersions = successors(catalog.apiVersionsOf(version, kind), apiVersion)
  const unserved = (reason: string, advice?: string): Unserved => ({
    message: `Kubernetes ${version} does not serve ${kind} in ${apiVersion}: ${reason}.`,
    ...(advice && { advice }),
    apiVersions,
  })
  const advice = apiVersions.length > 0 ? `Use ${apiVersions.join(' or ')}.` : undefined
  const removal = removalOf(apiVersion, kind)
  if (removal) {
    const successor = removal.successor ? `Use ${removal.successor}.` : 'It has no replacement.'
    if (isAtLeast(version, removal.removed))
      return unserved(`it was removed in ${removal.removed}`, advice ?? successor)
    if (!isAtLeast(version, removal.introduced))
      return unserved(`it was added in ${removal.introduced}`, advice)
  }
  const served = catalog.servedIn(apiVersion, kind)
  const [first] = served
  const last = served.at(-1)
  if (first && !isAtLeast(version, first)) return unserved(`it was added in ${first}`, advice)
  if (last) return unserved(`it was last served in ${last}`, advice)
  if (!isOfKubernetes(apiVersion)) return undefined
  return unserved(advice ? 'the kind is in another group or version' : 'there is no such kind', advice)
}

/** Why a kind of a CustomResourceDefinition in the text is not served in an apiVersion; undefined without a definition. */
export function whyNotDefined(apiVersion: string, kind: string, schemas: SchemaLookup): Unserved | undefined {
  const defined = schemas.defined(apiVersion, kind)
  if (defined.size === 0) return undefined
  const apiVersions = servedIn(defined)
  const isListed = defined.has(apiVersion)
  const reason = isListed ? 'marks this version as not served' : 'has no such version'
  return {
    message: `${kind} is not served in ${apiVersion}: its CustomResourceDefinition ${reason}.`,
    advice: apiVersions.length > 0 ? `Use ${listText(apiVersions, ' or ')}.` : 'It serves no version.',
    apiVersions,
  }
}

/** The versions of a definition that the API server serves, worked out once for all its objects. */
const servedIn = once((defined: DefinedVersions) =>
  [...defined.values()].filter(({ served }) => served).map(({ apiVersion }) => apiVersion),
)

/** Of the apiVersions that serve a kind, the most mature ones in the same group, or in all groups if that has none. */
export function successors(served: readonly string[], apiVersion: string): readonly string[] {
  const sameGroup = served.filter((candidate) => groupOf(candidate) === groupOf(apiVersion))
  return mostMature(sameGroup.length > 0 ? sameGroup : served)
}

/** Groups without a dot belong to Kubernetes. Others may belong to anyone, even those that end with `k8s.io`. */
const isOfKubernetes = (apiVersion: string): boolean =>
  /^(?:|apps|autoscaling|batch|policy|extensions)$/.test(groupOf(apiVersion))
