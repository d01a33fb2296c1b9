import { check, type Remark } from '../../engine/check'
import { titleOf, type PodBearer } from '../../engine/objects'
import type { Relations } from '../../engine/relations'
import { labelsText, selectorFault } from '../../kubernetes/labelSelector'
import type { NetworkPolicy } from '../../kubernetes/objects'
import { withLabels } from '../givenLabels'
import { freeName, newPolicy, unnamed } from '../newObjects'
import { ownLabels, unlabelled } from '../ownPods'

export default check({
  id: 'pod-networkpolicy',
  title: 'Pod NetworkPolicy',
  topic: 'secure',
  on: 'pod',
  *judgeAmong(object, relations) {
    let [ingress, egress] = [false, false]
    for (const policy of relations.policiesFor(object)) {
      const covered = coverage(policy.data)
      ingress ||= covered.ingress
      egress ||= covered.egress
      if (ingress && egress) return
    }
    const at = [...object.pod.path, 'metadata', 'labels']
    const labels = labelsText(object.pod.labels)
    const pods = `the pods of ${titleOf(object)}${labels && ` (${labels})`}`
    if (!ingress && !egress) {
      yield {
        severity: 'critical',
        at,
        subject: '',
        message: `No NetworkPolicy selects ${pods}.`,
        advice:
          'Every pod of the cluster may talk to them, and they to anyone. A policy takes effect where the network plugin enforces it.',
        ...withLabels(object, (labelled) => mend(labelled, { ingress: true, egress: true }, relations)),
      }
      return
    }
    yield {
      severity: 'warning',
      at,
      subject: '',
      message: `No NetworkPolicy covers the ${ingress ? 'egress' : 'ingress'} of ${pods}.`,
      advice: ingress
        ? 'They may connect to anyone, inside the cluster and out.'
        : 'Every pod may connect to them.',
      ...withLabels(object, (labelled) => mend(labelled, { ingress: !ingress, egress: !egress }, relations)),
    }
  },
})

type Directions = { readonly ingress: boolean; readonly egress: boolean }

function mend(
  object: PodBearer,
  missing: Directions,
  relations: Relations,
): Pick<Remark, 'fixes' | 'unfixable'> {
  if ((object.pod.spec as { readonly hostNetwork?: boolean }).hostNetwork)
    return {
      unfixable:
        'The pods are in the network of their node (hostNetwork), where no NetworkPolicy holds. Guard the nodes, or take the pods out of it.',
    }
  const labels = ownLabels(object.pod)
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

/** Without policyTypes a policy is about ingress, and about egress only if it has egress rules. */
function coverage({ spec }: NetworkPolicy): Directions {
  const types = spec?.policyTypes ?? []
  if (types.length === 0) return { ingress: true, egress: (spec?.egress ?? []).length > 0 }
  return { ingress: types.includes('Ingress'), egress: types.includes('Egress') }
}
