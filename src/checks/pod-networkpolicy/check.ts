import { check } from '../../engine/findings/check'
import { titleOf } from '../../engine/objects/readObjects'
import { labelsText } from '../../kubernetes/labelSelector'
import type { NetworkPolicy } from '../../kubernetes/objects'
import type * as Mends from './fix'

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
        mend: (by: typeof Mends) => by.covering(object, { ingress: true, egress: true }, relations),
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
      mend: (by: typeof Mends) => by.covering(object, { ingress: !ingress, egress: !egress }, relations),
    }
  },
})

/** Without policyTypes a policy is about ingress, and about egress only if it has egress rules. */
function coverage({ spec }: NetworkPolicy): Mends.Directions {
  const types = spec?.policyTypes ?? []
  if (types.length === 0) return { ingress: true, egress: (spec?.egress ?? []).length > 0 }
  return { ingress: types.includes('Ingress'), egress: types.includes('Egress') }
}
