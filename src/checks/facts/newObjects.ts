import type { Json } from '../../engine/model/json'
import type { KubernetesObject, PodBearer } from '../../engine/objects/readObjects'
import { labelProblem } from '../../kubernetes/names'
import type { LabelSelector } from '../../kubernetes/pods'
import { declaredPorts } from './podFacts'
import { selectorData } from './podSelector'

/** `metadata` with a name and, where the other object has one, its namespace. */
export const metadataOf = (name: string, { namespace }: Pick<KubernetesObject, 'namespace'>): Json => ({
  name,
  ...(namespace && { namespace }),
})

/**
 * A PodDisruptionBudget that allows one Pod of an object to be evicted at a time. `evictsUnhealthy`: Pods that are not
 * ready can always be evicted, a field that exists since Kubernetes 1.27.
 */
export const newBudget = (
  name: string,
  object: PodBearer,
  selector: LabelSelector,
  evictsUnhealthy: boolean,
): Json => ({
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  metadata: metadataOf(name, object),
  spec: {
    maxUnavailable: 1,
    ...(evictsUnhealthy && { unhealthyPodEvictionPolicy: 'AlwaysAllow' }),
    selector: selectorData(selector),
  },
})

/** A headless Service for the Pods of an object. When there are several ports, each needs a name of its own. */
export function newHeadlessService(
  name: string,
  object: PodBearer,
  selector: Readonly<Record<string, string>>,
): Json {
  const declared = declaredPorts(object)
  const taken = new Set<string>()
  const ports = declared.map(({ name: given, port, protocol }) => {
    const isFree = given !== undefined && labelProblem(given) === undefined && !taken.has(given)
    const numbered = `${protocol?.toLowerCase() ?? 'tcp'}-${port}`
    const own = isFree ? given : declared.length > 1 ? numbered : undefined
    if (own !== undefined) taken.add(own)
    return { ...(own !== undefined && { name: own }), port, ...(protocol && { protocol }) }
  })
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: metadataOf(name, object),
    spec: { clusterIP: 'None', selector: { ...selector }, ...(ports.length > 0 && { ports }) },
  }
}

/** Why nothing can be added for an object with generateName. */
export const unnamed = 'The object has no name to derive one from. Name it, or write the new object by hand.'
