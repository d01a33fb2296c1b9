import type { Mended } from '../../engine/findings/check'
import type { KubernetesObject } from '../../engine/objects/readObjects'
import type { Service } from '../../kubernetes/objects'

/** A Service that is open only to the cluster, without what only a NodePort may have. */
export const inward = (service: KubernetesObject<Service>): Mended => ({
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
})
