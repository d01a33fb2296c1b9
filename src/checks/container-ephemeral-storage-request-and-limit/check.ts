import { check } from '../../engine/check'
import { isZero } from '../../kubernetes/quantity'
import { limitProposals, requestProposals } from '../amounts'
import { noContainers } from '../noContainers'

const resource = 'ephemeral-storage'
const usual = { request: '1Gi', limit: '2Gi' }

export default check({
  id: 'container-ephemeral-storage-request-and-limit',
  title: 'Container ephemeral storage request and limit',
  topic: 'efficient',
  on: 'pod',
  *judge({ pod }) {
    if (pod.containers.length === 0) yield noContainers(pod)
    for (const { container, name, path, title } of pod.containers) {
      const { limits, requests } = container.resources ?? {}
      const [request, limit] = [requests?.[resource], limits?.[resource]]
      const storage = { at: [...path, 'resources'], resource, noun: 'ephemeral storage', request, limit }
      if (isZero(limit)) {
        yield {
          severity: 'critical',
          at: [...path, 'resources', 'limits', resource],
          subject: name,
          message: `${title} has no limit for ephemeral storage.`,
          advice:
            'Logs and files in its own layers can fill the disk of the node, and pods are evicted until there is room.',
          fixes: limitProposals(storage, usual),
        }
      }
      if (isZero(request)) {
        yield {
          severity: 'warning',
          at: [...path, 'resources', 'requests', resource],
          subject: name,
          message: `${title} has no request for ephemeral storage.`,
          advice: 'The scheduler may place the pod on a node whose disk is nearly full.',
          fixes: requestProposals(storage, usual),
        }
      }
    }
  },
})
