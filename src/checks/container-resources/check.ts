import { check, type CheckRun } from '../../engine/findings/check'
import { isZero } from '../../kubernetes/quantity'
import { noContainers } from '../families/noContainers/find'
import type { LocatedContainer } from '../../engine/objects/readObjects'

export default check({
  id: 'container-resources',
  title: 'Container resources',
  topic: 'efficient',
  severities: ['critical', 'warning'],
  on: 'pod',
  *find({ pod }, { requireCpuLimit, requireMemoryLimit }): CheckRun<MissingAmount | 'no containers'> {
    if (pod.containers.length === 0) yield noContainers(pod)
    for (const located of pod.containers) {
      const { container, name, path, title } = located
      const { limits, requests } = container.resources ?? {}
      const at = (kind: string, resource: string) => [...path, 'resources', kind, resource]
      if (requireCpuLimit && isZero(limits?.cpu)) {
        yield {
          severity: 'critical',
          at: at('limits', 'cpu'),
          subject: name,
          message: `${title} has no CPU limit.`,
          advice: 'It can use all the CPU time of its node that nobody else has requested.',
          data: { located, resource: 'cpu', missing: 'limit' },
        }
      }
      if (requireMemoryLimit && isZero(limits?.memory)) {
        yield {
          severity: 'critical',
          at: at('limits', 'memory'),
          subject: name,
          message: `${title} has no memory limit.`,
          advice: 'A memory leak can fill the node, and the kernel may then kill other processes instead.',
          data: { located, resource: 'memory', missing: 'limit' },
        }
      }
      if (isZero(requests?.cpu)) {
        yield {
          severity: 'warning',
          at: at('requests', 'cpu'),
          subject: name,
          message: `${title} has no CPU request.`,
          advice:
            'The scheduler places the Pod as if it needed no CPU, and when CPU is scarce it gets the smallest share.',
          data: { located, resource: 'cpu', missing: 'request' },
        }
      }
      if (isZero(requests?.memory)) {
        yield {
          severity: 'warning',
          at: at('requests', 'memory'),
          subject: name,
          message: `${title} has no memory request.`,
          advice:
            'The scheduler places the Pod as if it needed no memory, and it is among the first to be evicted.',
          data: { located, resource: 'memory', missing: 'request' },
        }
      }
    }
  },
  fix: () => import('./fix'),
})

export type MissingAmount = {
  readonly located: LocatedContainer
  readonly resource: 'cpu' | 'memory'
  readonly missing: 'limit' | 'request'
}
