import { check } from '../../engine/findings/check'
import { titleOf } from '../../engine/objects/readObjects'
import { labelsText } from '../../kubernetes/labelSelector'
import { directionsOf } from './directions'

export default check({
  id: 'pod-networkpolicy',
  title: 'Pod NetworkPolicy',
  topic: 'secure',
  severities: ['critical', 'warning'],
  on: 'pod',
  *findAmong(object, relations) {
    let [ingress, egress] = [false, false]
    for (const policy of relations.policiesFor(object)) {
      const covered = directionsOf(policy.data)
      ingress ||= covered.ingress
      egress ||= covered.egress
      if (ingress && egress) return
    }
    const at = [...object.pod.path, 'metadata', 'labels']
    const labels = labelsText(object.pod.labels)
    const pods = `the Pods of ${titleOf(object)}${labels && ` (${labels})`}`
    const data = { ingress: !ingress, egress: !egress }
    if (!ingress && !egress) {
      yield {
        severity: 'critical',
        at,
        subject: '',
        message: `No NetworkPolicy selects ${pods}.`,
        advice:
          'Every Pod in the cluster can connect to them, and they can connect to anything. A policy takes effect only if the network plugin enforces it.',
        data,
      }
      return
    }
    yield {
      severity: 'warning',
      at,
      subject: '',
      message: `No NetworkPolicy covers the ${ingress ? 'egress' : 'ingress'} of ${pods}.`,
      advice: ingress
        ? 'They can connect to anything, inside the cluster and outside.'
        : 'Every Pod in the cluster can connect to them.',
      data,
    }
  },
  fix: () => import('./fix'),
})
