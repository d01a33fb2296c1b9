import { check } from '../../engine/findings/check'
import { isZero } from '../../kubernetes/quantity'
import { noContainers } from '../families/noContainers/find'
import type * as Mends from './fix'

export default check({
  id: 'container-resources',
  title: 'Container resources',
  topic: 'efficient',
  on: 'pod',
  *judge({ pod }, { requireCpuLimit, requireMemoryLimit }) {
    if (pod.containers.length === 0) yield noContainers(pod)
    for (const placed of pod.containers) {
      const { container, name, path, title } = placed
      const { limits, requests } = container.resources ?? {}
      const at = (kind: string, resource: string) => [...path, 'resources', kind, resource]
      if (requireCpuLimit && isZero(limits?.cpu)) {
        yield {
          severity: 'critical',
          at: at('limits', 'cpu'),
          subject: name,
          message: `${title} has no CPU limit.`,
          advice: 'It may take all the CPU time of its node that nobody else has requested.',
          mend: (by: typeof Mends) => by.limit(placed, 'cpu'),
        }
      }
      if (requireMemoryLimit && isZero(limits?.memory)) {
        yield {
          severity: 'critical',
          at: at('limits', 'memory'),
          subject: name,
          message: `${title} has no memory limit.`,
          advice: 'A leak can fill the node, and the kernel may then kill a neighbour instead.',
          mend: (by: typeof Mends) => by.limit(placed, 'memory'),
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
          mend: (by: typeof Mends) => by.request(placed, 'cpu'),
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
          mend: (by: typeof Mends) => by.request(placed, 'memory'),
        }
      }
    }
  },
})
