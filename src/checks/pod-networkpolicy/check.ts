import { check } from '../../engine/findings/check'
import { titleOf } from '../../engine/objects/readObjects'
import { labelsText } from '../../kubernetes/labelSelector'
import { uncovered } from './directions'

export default check({
  id: 'pod-networkpolicy',
  title: 'Pod NetworkPolicy',
  topic: 'secure',
  severities: ['critical', 'warning'],
  on: 'pod',
  *findAmong(object, relations) {
    const data = uncovered(object, relations)
    if (!data.ingress && !data.egress) return
    const at = [...object.pod.path, 'metadata', 'labels']
    const labels = labelsText(object.pod.labels)
    const pods = `the Pods of ${titleOf(object)}${labels && ` (${labels})`}`
    if (data.ingress && data.egress) {
      yield {
        severity: 'critical',
        at,
        subject: '',
        message: `No NetworkPolicy selects ${pods}.`,
        title: 'No NetworkPolicy selects these Pods',
        mayBeElsewhere: true,
        advice:
          'Every Pod in the cluster can connect to them, and they can connect to anything. A policy takes effect only if the network plugin enforces it.',
        data,
      }
      return
    }
    const direction = data.ingress ? 'ingress' : 'egress'
    yield {
      severity: 'warning',
      at,
      subject: '',
      message: `No NetworkPolicy covers the ${direction} of ${pods}.`,
      title: `No NetworkPolicy covers the ${direction} of these Pods`,
      advice: data.ingress
        ? 'Every Pod in the cluster can connect to them.'
        : 'They can connect to anything, inside the cluster and outside.',
      data,
    }
  },
  fix: () => import('./fix'),
})
