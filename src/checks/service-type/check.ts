import { check } from '../../engine/findings/check'
import { titleOf } from '../../engine/objects/readObjects'

export default check({
  id: 'service-type',
  title: 'Service type',
  topic: 'connected',
  severities: ['warning'],
  on: 'Service',
  *find(service) {
    if (service.data.spec?.type !== 'NodePort') return
    yield {
      severity: 'warning',
      at: ['spec', 'type'],
      subject: '',
      message: `${titleOf(service)} has the type NodePort.`,
      title: 'Type is NodePort',
      advice:
        'It opens a port on every node that bypasses the Ingress and its rules. A ClusterIP Service behind an Ingress does not.',
    }
  },
  fix: () => import('./fix'),
})
