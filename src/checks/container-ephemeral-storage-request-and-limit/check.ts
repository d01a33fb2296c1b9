import { check, type CheckRun } from '../../engine/findings/check'
import { isZero } from '../../kubernetes/quantity'
import { noContainers } from '../families/noContainers/find'

const resource = 'ephemeral-storage'
import type { LocatedContainer } from '../../engine/objects/readObjects'

export default check({
  id: 'container-ephemeral-storage-request-and-limit',
  title: 'Container ephemeral storage request and limit',
  topic: 'efficient',
  severities: ['critical', 'warning'],
  on: 'pod',
  *find({ pod }): CheckRun<MissingStorage | 'no containers'> {
    if (pod.containers.length === 0) yield noContainers(pod)
    for (const located of pod.containers) {
      const { container, name, path, title } = located
      const { limits, requests } = container.resources ?? {}
      if (isZero(limits?.[resource])) {
        yield {
          severity: 'critical',
          at: [...path, 'resources', 'limits', resource],
          subject: name,
          message: `${title} has no limit for ephemeral storage.`,
          advice:
            'Logs and files in its writable layer can fill the disk of the node; the kubelet then evicts Pods until there is room.',
          data: { located, missing: 'limit' },
        }
      }
      if (isZero(requests?.[resource])) {
        yield {
          severity: 'warning',
          at: [...path, 'resources', 'requests', resource],
          subject: name,
          message: `${title} has no request for ephemeral storage.`,
          advice: 'The scheduler may place the Pod on a node whose disk is nearly full.',
          data: { located, missing: 'request' },
        }
      }
    }
  },
  fix: () => import('./fix'),
})

export type MissingStorage = { readonly located: LocatedContainer; readonly missing: 'limit' | 'request' }
