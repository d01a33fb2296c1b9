import type { Mended } from '../../engine/findings/check'
import type { PodBearer } from '../../engine/objects/readObjects'
import type { Relations } from '../../engine/objects/relations'
import { selectorFault } from '../../kubernetes/labelSelector'
import { ensurePodLabels } from '../facts/ensurePodLabels'
import { freeName, newPolicy, unnamed } from '../facts/newObjects'
import { labelsOfPods, unlabelled } from '../facts/podSelector'

/** Whether a policy is about each direction. */
export type Directions = { readonly ingress: boolean; readonly egress: boolean }

/** A new policy for the directions that none covers. */
export const covering = (object: PodBearer, missing: Directions, relations: Relations): Mended =>
  ensurePodLabels(object, (labelled) => covered(labelled, missing, relations))

function covered(object: PodBearer, missing: Directions, relations: Relations): Mended {
  if ((object.pod.spec as { readonly hostNetwork?: boolean }).hostNetwork)
    return {
      unfixable:
        'The pods are in the network of their node (hostNetwork), where no NetworkPolicy holds. Guard the nodes, or take the pods out of it.',
    }
  const labels = labelsOfPods(object.pod)
  if (Object.keys(labels).length === 0 || selectorFault({ matchLabels: labels }))
    return { unfixable: unlabelled }
  if (!object.name) return { unfixable: unnamed }
  const direction = missing.ingress && missing.egress ? '' : missing.ingress ? 'ingress' : 'egress'
  const wanted = direction ? `${object.name}-${direction}` : object.name
  const name = freeName(wanted, 'NetworkPolicy', object, relations)
  return {
    fixes: [
      {
        title: direction ? `Add NetworkPolicy for ${direction}` : 'Add NetworkPolicy',
        safety: 'review',
        note: cutOff(missing),
        adds: [newPolicy(name, object, missing)],
      },
    ],
  }
}

/** What a new policy forbids. */
function cutOff({ ingress, egress }: Directions): string {
  if (!egress)
    return `${inwards} All else is cut off: add whoever comes from elsewhere, such as an ingress controller.`
  if (!ingress)
    return 'The pods can only look up names. All else is cut off: add every destination that they need.'
  return `${inwards} They can only look up names. All else is cut off: add who comes from elsewhere, and every destination that they need.`
}

const inwards = 'Only pods of the same namespace reach these.'
