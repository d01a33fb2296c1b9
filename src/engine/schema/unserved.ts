import { groupOf, mostMature } from '../../kubernetes/apiVersion'
import { isAtLeast } from '../../kubernetes/version'
import { removalOf } from '../../kubernetes/removals'
import type { SchemaCatalog } from './schema'
import type { SchemaLookup } from './schemaLookup'

/** Why a cluster does not take a kind under an apiVersion, and what to write instead. */
export type Unserved = {
  readonly fact: string
  readonly advice?: string
  /** The apiVersions that serve the kind. */
  readonly instead: readonly string[]
}

/** Why a version of Kubernetes does not serve a kind that it could know; undefined for a kind of someone else. */
export function whyUnserved(
  apiVersion: string,
  kind: string,
  catalog: SchemaCatalog,
  version: string,
): Unserved | undefined {
  if (!catalog.versions.includes(version)) return undefined
  const tell = (fact: string, advice?: string): Unserved => ({
    fact: `Kubernetes ${version} does not serve ${kind} as ${apiVersion}: ${fact}.`,
    ...(advice && { advice }),
    instead: current,
  })
  const current = successors(catalog.apiVersionsOf(version, kind), apiVersion)
  const instead = current.length > 0 ? `Use ${current.join(' or ')}.` : undefined
  const removal = removalOf(apiVersion, kind)
  if (removal) {
    const successor = removal.successor ? `Use ${removal.successor}.` : 'Nothing has taken its place.'
    if (isAtLeast(version, removal.removed))
      return tell(`it was removed in ${removal.removed}`, instead ?? successor)
    if (!isAtLeast(version, removal.introduced)) return tell(`it came with ${removal.introduced}`, instead)
  }
  const served = catalog.servedIn(apiVersion, kind)
  const [first] = served
  const last = served.at(-1)
  if (first && !isAtLeast(version, first)) return tell(`it came with ${first}`, instead)
  if (last) return tell(`it is served up to ${last}`, instead)
  if (!isOfKubernetes(apiVersion)) return undefined
  return tell(instead ? 'the kind is of another group or version' : 'there is no such kind', instead)
}

/** Why a kind that a definition in the text defines is not served under this apiVersion. */
export function whyNotDefined(apiVersion: string, kind: string, source: SchemaLookup): Unserved | undefined {
  const defined = source.defined(apiVersion, kind)
  if (defined.length === 0) return undefined
  const served = defined.filter((one) => one.served).map((one) => one.apiVersion)
  const known = defined.some((one) => one.apiVersion === apiVersion)
  const reason = known ? 'names it as not served' : 'does not have it'
  return {
    fact: `${kind} is not served as ${apiVersion}: its CustomResourceDefinition ${reason}.`,
    advice: served.length > 0 ? `Use ${served.join(' or ')}.` : 'It serves no version at all.',
    instead: served,
  }
}

/** Of the apiVersions that serve a kind, those of the same group if there are any, and of these the most mature. */
export function successors(current: readonly string[], apiVersion: string): readonly string[] {
  const sameGroup = current.filter((candidate) => groupOf(candidate) === groupOf(apiVersion))
  const near = sameGroup.length > 0 ? sameGroup : current
  return mostMature(near)
}

/** The groups without a dot belong to Kubernetes alone; others may be anyone's, also below k8s.io. */
const isOfKubernetes = (apiVersion: string): boolean =>
  /^(?:|apps|autoscaling|batch|policy|extensions)$/.test(groupOf(apiVersion))
