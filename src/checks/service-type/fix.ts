import type { Fix } from '../../engine/findings/check'

/** A ClusterIP Service, without the fields that only other types have. */
const fix: Fix<'Service'> = (_, { object }) => ({
  fixes: [
    {
      title: 'Change type to ClusterIP',
      safety: 'review',
      note: 'Clients that use the ports of the nodes need another way in, such as an Ingress.',
      changes: [
        { kind: 'set', path: ['spec', 'type'], value: 'ClusterIP' },
        ...(object.data.spec?.ports ?? []).map(
          (_port, index) => ({ kind: 'remove', path: ['spec', 'ports', index, 'nodePort'] }) as const,
        ),
        { kind: 'remove', path: ['spec', 'externalTrafficPolicy'] },
        { kind: 'remove', path: ['spec', 'healthCheckNodePort'] },
      ],
    },
  ],
})

export default fix
