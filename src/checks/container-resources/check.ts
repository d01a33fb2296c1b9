import { check } from '../../engine/check'
import { isZero } from '../../kubernetes/quantity'
import { noContainers } from '../noContainers'
import { limitProposal, requestProposal } from '../amounts'

export default check({
  id: 'container-resources',
  title: 'Container resources',
  topic: 'efficient',
  on: 'pod',
  *judge({ pod }, { requireCpuLimit, requireMemoryLimit }) {
    if (pod.containers.length === 0) yield noContainers(pod)
    for (const { container, name, path, title } of pod.containers) {
      const { limits, requests } = container.resources ?? {}
      const at = (kind: string, resource: string) => [...path, 'resources', kind, resource]
      if (requireCpuLimit && isZero(limits?.cpu)) {
        yield {
          severity: 'critical',
          at: at('limits', 'cpu'),
          subject: name,
          message: `${title} has no CPU limit.`,
          advice: 'It may take all the CPU time of its node that nobody else has requested.',
          fixes: [limitProposal('CPU', at('limits', 'cpu'), requests?.cpu, '500m')],
        }
      }
      if (requireMemoryLimit && isZero(limits?.memory)) {
        yield {
          severity: 'critical',
          at: at('limits', 'memory'),
          subject: name,
          message: `${title} has no memory limit.`,
          advice: 'A leak can fill the node, and the kernel may then kill a neighbour instead.',
          fixes: [limitProposal('memory', at('limits', 'memory'), requests?.memory, '256Mi')],
        }
      }
      if (isZero(requests?.cpu)) {
        yield {
          severity: 'warning',
          at: at('requests', 'cpu'),
          subject: name,
          message: `${title} has no CPU request.`,
          advice:
            'The scheduler places the pod as if it needed no CPU, and under pressure it gets the least.',
          fixes: [requestProposal('CPU', at('requests', 'cpu'), limits?.cpu, '100m')],
        }
      }
      if (isZero(requests?.memory)) {
        yield {
          severity: 'warning',
          at: at('requests', 'memory'),
          subject: name,
          message: `${title} has no memory request.`,
          advice:
            'The scheduler places the pod as if it needed no memory, and it is among the first to be evicted.',
          fixes: [requestProposal('memory', at('requests', 'memory'), limits?.memory, '128Mi')],
        }
      }
    }
  },
})
