import type { Fix } from '../../engine/findings/check'
import type { Remedy } from '../../engine/findings/remedy'
import type { PodBearer } from '../../engine/objects/readObjects'
import type { Relations } from '../../engine/objects/relations'
import { selectorError } from '../../kubernetes/labelSelector'
import { ensurePodLabels } from '../facts/ensurePodLabels'
import { freeName, newPolicy, unnamed } from '../facts/newObjects'
import { labelsOfPods, withoutLabels } from '../facts/podSelector'
import type { Directions } from './directions'

/** Adds a policy for the directions that none covers. */
const fix: Fix<'pod', Directions> = ({ data: missing }, { object, relations }) =>
  ensurePodLabels(object, (labelled) => addPolicy(labelled, missing, relations))

export default fix

function addPolicy(object: PodBearer, missing: Directions, relations: Relations): Remedy {
  if (object.pod.spec.hostNetwork)
    return {
      unfixable:
        'The Pods use the network of their node (hostNetwork), where no NetworkPolicy applies. Protect the nodes, or turn hostNetwork off.',
    }
  const labels = labelsOfPods(object.pod)
  if (Object.keys(labels).length === 0 || selectorError({ matchLabels: labels }))
    return { unfixable: withoutLabels }
  if (!object.name) return { unfixable: unnamed }
  const direction = missing.ingress && missing.egress ? '' : missing.ingress ? 'ingress' : 'egress'
  const wanted = direction ? `${object.name}-${direction}` : object.name
  const name = freeName(wanted, 'NetworkPolicy', object, relations)
  return {
    fixes: [
      {
        title: direction ? `Add a NetworkPolicy for ${direction}` : 'Add a NetworkPolicy',
        safety: 'review',
        note: consequences(missing),
        adds: [newPolicy(name, object, missing)],
      },
    ],
  }
}

/** What the new policy forbids. */
function consequences({ ingress, egress }: Directions): string {
  if (!egress)
    return `${ingressNote} All other ingress is blocked: add rules for clients elsewhere, such as an ingress controller.`
  if (!ingress)
    return 'The Pods can reach only DNS. All other egress is blocked: add rules for every destination they need.'
  return `${ingressNote} They can reach only DNS. Everything else is blocked: add rules for clients elsewhere, and for every destination they need.`
}

const ingressNote = 'Only Pods of the same namespace can connect.'
