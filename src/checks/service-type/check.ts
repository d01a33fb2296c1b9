import { check } from '../../engine/findings/check'
import { titleOf } from '../../engine/objects/readObjects'
import type * as Mends from './fix'

export default check({
  id: 'service-type',
  title: 'Service type',
  topic: 'connected',
  on: 'Service',
  *judge(service) {
    if (service.data.spec?.type !== 'NodePort') return
    yield {
      severity: 'warning',
      at: ['spec', 'type'],
      subject: '',
      message: `${titleOf(service)} is of type NodePort.`,
      advice:
        'It opens a port on every node, past the ingress and its rules. ClusterIP behind an Ingress does not.',
      mend: (by: typeof Mends) => by.inward(service),
    }
  },
})
