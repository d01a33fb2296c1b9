import { check } from '../../engine/findings/check'
import { missingAmounts, type WantedAmount } from '../families/missingAmounts/find'

const cpuLimit: WantedAmount = {
  resource: 'cpu',
  missing: 'limit',
  noun: 'CPU limit',
  advice: 'It can use all the CPU time of its node that nobody else has requested.',
}
const memoryLimit: WantedAmount = {
  resource: 'memory',
  missing: 'limit',
  noun: 'memory limit',
  advice: 'A memory leak can fill the node, and the kernel may then kill other processes instead.',
}
const requests: readonly WantedAmount[] = [
  {
    resource: 'cpu',
    missing: 'request',
    noun: 'CPU request',
    advice:
      'The scheduler places the Pod as if it needed no CPU, and when CPU is scarce it gets the smallest share.',
  },
  {
    resource: 'memory',
    missing: 'request',
    noun: 'memory request',
    advice:
      'The scheduler places the Pod as if it needed no memory, and it is among the first to be evicted.',
  },
]

export default check({
  id: 'container-resources',
  title: 'Container resources',
  topic: 'efficient',
  severities: ['critical', 'warning'],
  oneRow: { title: 'No resource requests or limits', count: 4, fix: 'Set requests and limits' },
  on: 'pod',
  find: ({ pod }, { requireCpuLimit, requireMemoryLimit }) =>
    missingAmounts(pod, [
      ...(requireCpuLimit ? [cpuLimit] : []),
      ...(requireMemoryLimit ? [memoryLimit] : []),
      ...requests,
    ]),
  fix: () => import('../families/missingAmounts/fix'),
})
