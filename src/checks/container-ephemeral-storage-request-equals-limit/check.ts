import { check } from '../../engine/findings/check'
import { isZero, sameQuantity } from '../../kubernetes/quantity'
import type * as Mends from './fix'

const resource = 'ephemeral-storage'

export default check({
  id: 'container-ephemeral-storage-request-equals-limit',
  title: 'Container ephemeral storage request equals limit',
  topic: 'reliable',
  optional: true,
  on: 'pod',
  *judge({ pod }) {
    for (const placed of pod.containers) {
      const { container, name, path, title } = placed
      const limit = container.resources?.limits?.[resource]
      const request = container.resources?.requests?.[resource]
      if (isZero(limit) || isZero(request) || sameQuantity(limit, request)) continue
      yield {
        severity: 'critical',
        at: [...path, 'resources', 'requests', resource],
        subject: name,
        message: `${title} requests ${request} of ephemeral storage but may use ${limit}.`,
        advice:
          'What lies between the two is not reserved: the pod can be evicted while it is within its limit.',
        mend: (by: typeof Mends) => by.levelled(placed, resource, 'ephemeral storage'),
      }
    }
  },
})
