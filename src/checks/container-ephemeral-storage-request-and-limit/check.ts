import { check } from '../../engine/check'
import { isZero } from '../../kubernetes/quantity'
import { noContainers } from '../noContainers'
import { limitProposal, requestProposal } from '../amounts'

export default check({
  id: 'container-ephemeral-storage-request-and-limit',
  title: 'Container ephemeral storage request and limit',
  topic: 'efficient',
  on: 'pod',
  *judge({ pod }) {
    if (pod.containers.length === 0) yield noContainers(pod)
    for (const { container, name, path, title } of pod.containers) {
      const { limits, requests } = container.resources ?? {}
      if (isZero(limits?.['ephemeral-storage'])) {
        yield {
          severity: 'critical',
          at: [...path, 'resources', 'limits', 'ephemeral-storage'],
          subject: name,
          message: `${title} has no limit for ephemeral storage.`,
          advice:
            'Logs and files in its own layers can fill the disk of the node, and pods are evicted until there is room.',
          fixes: [
            limitProposal(
              'ephemeral storage',
              [...path, 'resources', 'limits', 'ephemeral-storage'],
              requests?.['ephemeral-storage'],
              '2Gi',
            ),
          ],
        }
      }
      if (isZero(requests?.['ephemeral-storage'])) {
        yield {
          severity: 'warning',
          at: [...path, 'resources', 'requests', 'ephemeral-storage'],
          subject: name,
          message: `${title} has no request for ephemeral storage.`,
          advice: 'The scheduler may place the pod on a node whose disk is nearly full.',
          fixes: [
            requestProposal(
              'ephemeral storage',
              [...path, 'resources', 'requests', 'ephemeral-storage'],
              limits?.['ephemeral-storage'],
              '1Gi',
            ),
          ],
        }
      }
    }
  },
})
