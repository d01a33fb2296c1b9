import { check, skip } from '../../engine/findings/check'
import { titleOf } from '../../engine/objects/readObjects'
import type * as Mends from './fix'

export default check({
  id: 'deployment-replicas',
  title: 'Deployment replicas',
  topic: 'reliable',
  on: 'Deployment',
  *judgeAmong(deployment, relations, { minReplicasDeployment }) {
    const service = relations.serviceFor(deployment)
    if (!service) return skip('No Service in this text selects its pods.')
    const { apiVersion, kind, namespace, name } = deployment
    const scaled = relations.autoscalersOf(namespace, name).some(({ data }) => {
      const target = data.spec?.scaleTargetRef
      return target?.apiVersion === apiVersion && target.kind === kind
    })
    if (scaled) return skip('A HorizontalPodAutoscaler sets the number of replicas.')
    const replicas = deployment.data.spec?.replicas ?? 1
    if (replicas >= minReplicasDeployment) return
    yield {
      severity: 'warning',
      at: ['spec', 'replicas'],
      subject: '',
      message: `${titleOf(deployment)} runs ${replicas} replica${replicas === 1 ? '' : 's'}; at least ${minReplicasDeployment} are asked for.`,
      advice: 'While the only pod restarts or moves to another node, nobody answers behind the Service.',
      mend: (by: typeof Mends) => by.replicas(deployment, minReplicasDeployment),
      related: [
        {
          object: service,
          at: ['metadata', 'name'],
          message: `${titleOf(service)} sends traffic to these pods.`,
        },
      ],
    }
  },
})
