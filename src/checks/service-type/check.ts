import { check } from '../../engine/check'
import { titleOf } from '../../engine/objects'

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
      fixes: [
        {
          title: 'Make it a ClusterIP Service',
          safety: 'review',
          note: 'Whoever comes in through the ports of the nodes needs another way, such as an Ingress.',
          changes: [
            { kind: 'set', path: ['spec', 'type'], value: 'ClusterIP' },
            ...(service.data.spec?.ports ?? []).map(
              (_, index) => ({ kind: 'remove', path: ['spec', 'ports', index, 'nodePort'] }) as const,
            ),
            { kind: 'remove', path: ['spec', 'externalTrafficPolicy'] },
            { kind: 'remove', path: ['spec', 'healthCheckNodePort'] },
          ],
        },
      ],
    }
  },
})
