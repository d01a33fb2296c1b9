import { check } from '../../engine/findings/check'
import { missingAmounts, type WantedAmount } from '../families/missingAmounts/find'

const resource = 'ephemeral-storage'

const wanted: readonly WantedAmount[] = [
  {
    resource,
    missing: 'limit',
    noun: 'ephemeral storage limit',
    advice:
      'Logs and files in its writable layer can fill the disk of the node; the kubelet then evicts Pods until there is room.',
  },
  {
    resource,
    missing: 'request',
    noun: 'ephemeral storage request',
    advice: 'The scheduler may place the Pod on a node whose disk is nearly full.',
  },
]

export default check({
  id: 'container-ephemeral-storage-request-and-limit',
  title: 'Container ephemeral storage request and limit',
  topic: 'efficient',
  severities: ['critical', 'warning'],
  oneRow: {
    title: 'No ephemeral storage request or limit',
    count: 2,
    fix: 'Set ephemeral storage request and limit',
  },
  on: 'pod',
  find: ({ pod }) => missingAmounts(pod, wanted),
  fix: () => import('../families/missingAmounts/fix'),
})
