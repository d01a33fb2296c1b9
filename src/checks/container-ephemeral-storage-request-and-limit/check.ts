import { check } from '../../engine/findings/check'
import { isZero } from '../../kubernetes/quantity'
import { noContainers } from '../families/noContainers/find'
import type * as Mends from './fix'

const resource = 'ephemeral-storage'

export default check({
  id: 'container-ephemeral-storage-request-and-limit',
  title: 'Container ephemeral storage request and limit',
  topic: 'efficient',
  on: 'pod',
  *judge({ pod }) {
    if (pod.containers.length === 0) yield noContainers(pod)
    for (const placed of pod.containers) {
      const { container, name, path, title } = placed
      const { limits, requests } = container.resources ?? {}
      if (isZero(limits?.[resource])) {
        yield {
          severity: 'critical',
          at: [...path, 'resources', 'limits', resource],
          subject: name,
          message: `${title} has no limit for ephemeral storage.`,
          advice:
            'Logs and files in its own layers can fill the disk of the node, and pods are evicted until there is room.',
          mend: (by: typeof Mends) => by.limit(placed),
        }
      }
      if (isZero(requests?.[resource])) {
        yield {
          severity: 'warning',
          at: [...path, 'resources', 'requests', resource],
          subject: name,
          message: `${title} has no request for ephemeral storage.`,
          advice: 'The scheduler may place the pod on a node whose disk is nearly full.',
          mend: (by: typeof Mends) => by.request(placed),
        }
      }
    }
  },
})
