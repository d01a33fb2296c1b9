import { check } from '../../engine/check'
import { titleOf, type PodBearer } from '../../engine/objects'
import { labelsText } from '../../kubernetes/labelSelector'
import type { NetworkPolicy } from '../../kubernetes/objects'
import { newNetworkPolicy } from '../newObjects'

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
        ...proposed(object, { ingress: true, egress: true }),
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
      ...proposed(object, { ingress: !ingress, egress: !egress }),
    }
  },
})

const cuts =
  'It cuts off all other traffic: add whom the pods talk to, and who talks to them from other namespaces.'

/** Pods without labels cannot be selected without all others. */
function proposed(object: PodBearer, open: Parameters<typeof newNetworkPolicy>[1]) {
  if (Object.keys(object.pod.labels).length === 0)
    return { unfixable: 'The pods have no labels to select them by: give them some first.' }
  const adds = [newNetworkPolicy(object, open)]
  return { fixes: [{ title: 'Add NetworkPolicy', safety: 'review', note: cuts, adds }] } as const
}

/** Without policyTypes a policy is about ingress, and about egress only if it has egress rules. */
function coverage({ spec }: NetworkPolicy): { readonly ingress: boolean; readonly egress: boolean } {
  const types = spec?.policyTypes ?? []
  if (types.length === 0) return { ingress: true, egress: (spec?.egress ?? []).length > 0 }
  return { ingress: types.includes('Ingress'), egress: types.includes('Egress') }
}
