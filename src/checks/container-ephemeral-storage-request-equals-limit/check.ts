import { check } from '../../engine/findings/check'
import { isZero, sameQuantity } from '../../kubernetes/quantity'

const resource = 'ephemeral-storage'

export default check({
  id: 'container-ephemeral-storage-request-equals-limit',
  title: 'Container ephemeral storage request equals limit',
  topic: 'reliable',
  severities: ['critical'],
  optional: true,
  on: 'pod',
  *find({ pod }) {
    for (const located of pod.containers) {
      const { container, name, path, about, title } = located
      const limit = container.resources?.limits?.[resource]
      const request = container.resources?.requests?.[resource]
      if (isZero(limit) || isZero(request) || sameQuantity(limit, request)) continue
      yield {
        severity: 'critical',
        at: [...path, 'resources', 'requests', resource],
        subject: name,
        message: `${title} requests ${request} of ephemeral storage but has a limit of ${limit}.`,
        title: 'Ephemeral storage request and limit differ',
        about,
        advice: 'The difference is not reserved: the Pod can be evicted while it is within its limit.',
        data: { located, resource },
      }
    }
  },
  fix: () => import('../families/requestsEqualLimits/fix'),
})
