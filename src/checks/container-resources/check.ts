import { check } from '../../engine/check'
import { isZero } from '../../kubernetes/quantity'
import { limitProposals, requestProposals } from '../amounts'
import { noContainers } from '../noContainers'

const usualCpu = { request: '100m', limit: '500m' }
const usualMemory = { request: '128Mi', limit: '256Mi' }

export default check({
  id: 'container-resources',
  title: 'Container resources',
  topic: 'efficient',
  on: 'pod',
  *judge({ pod }, { requireCpuLimit, requireMemoryLimit }) {
    if (pod.containers.length === 0) yield noContainers(pod)
    for (const { container, name, path, title } of pod.containers) {
      const { limits, requests } = container.resources ?? {}
      const resources = [...path, 'resources']
      const cpu = { at: resources, resource: 'cpu', noun: 'CPU', request: requests?.cpu, limit: limits?.cpu }
      const memory = {
        at: resources,
        resource: 'memory',
        noun: 'memory',
        request: requests?.memory,
        limit: limits?.memory,
      }
      const at = (kind: string, resource: string) => [...resources, kind, resource]
      if (requireCpuLimit && isZero(limits?.cpu)) {
        yield {
          severity: 'critical',
          at: at('limits', 'cpu'),
          subject: name,
          message: `${title} has no CPU limit.`,
          advice: 'It may take all the CPU time of its node that nobody else has requested.',
          fixes: limitProposals(cpu, usualCpu),
        }
      }
      if (requireMemoryLimit && isZero(limits?.memory)) {
        yield {
          severity: 'critical',
          at: at('limits', 'memory'),
          subject: name,
          message: `${title} has no memory limit.`,
          advice: 'A leak can fill the node, and the kernel may then kill a neighbour instead.',
          fixes: limitProposals(memory, usualMemory),
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
          fixes: requestProposals(cpu, usualCpu),
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
          fixes: requestProposals(memory, usualMemory),
        }
      }
    }
  },
})
