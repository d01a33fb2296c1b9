import type { Fix } from '../../engine/findings/check'
import { risky } from '../../engine/findings/remedy'
import { listText } from '../../engine/model/shorten'
import type { Service } from '../../kubernetes/objects'

/** A ClusterIP Service, without the fields that only other types have. */
const fix: Fix<'Service'> = (_, { object }) => ({
  fixes: [
    {
      title: 'Change type to ClusterIP',
      ...risky(noteOf(object.data)),
      effect: 'cuts traffic',
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

/** Which ports of the nodes are lost, and what still reaches the Service. */
function noteOf({ spec }: Service): string {
  const ports = (spec?.ports ?? []).flatMap(({ nodePort = 0 }) => (nodePort > 0 ? [String(nodePort)] : []))
  const lost =
    ports.length > 0
      ? `Node port${ports.length > 1 ? 's' : ''} ${listText(ports, ', ', 5)} on every node ${ports.length > 1 ? 'are' : 'is'} lost`
      : 'The ports that the cluster has opened on every node are lost'
  const still =
    (spec?.externalIPs ?? []).length > 0
      ? 'Pods, Ingresses and its externalIPs still reach it'
      : 'only Pods of the cluster and an Ingress or Gateway still reach it'
  return `${lost}: ${still}. Clients of the nodes need another way in first.`
}
