import { check, skip } from '../../engine/findings/check'
import { titleOf } from '../../engine/objects/readObjects'

export default check({
  id: 'deployment-replicas',
  title: 'Deployment replicas',
  topic: 'reliable',
  severities: ['warning'],
  on: 'Deployment',
  *findAmong(deployment, relations, { minReplicasDeployment }) {
    const service = relations.serviceFor(deployment)
    if (!service) return skip('No Service in this text selects its Pods.')
    const { apiVersion, kind, namespace, name } = deployment
    const isScaled = relations.autoscalersOf(namespace, name).some(({ data }) => {
      const target = data.spec?.scaleTargetRef
      return target?.apiVersion === apiVersion && target.kind === kind
    })
    if (isScaled) return skip('A HorizontalPodAutoscaler sets the number of replicas.')
    const replicas = deployment.data.spec?.replicas ?? 1
    if (replicas >= minReplicasDeployment) return
    const noun = replicas === 1 ? 'replica' : 'replicas'
    yield {
      severity: 'warning',
      at: ['spec', 'replicas'],
      subject: '',
      message: `${titleOf(deployment)} has ${replicas} ${noun}, but should have at least ${minReplicasDeployment}.`,
      title: `Only ${replicas} ${noun}`,
      advice: 'While the only Pod restarts or is replaced, nothing answers behind the Service.',
      related: [
        {
          object: service,
          at: ['metadata', 'name'],
          message: `${titleOf(service)} sends traffic to these Pods.`,
        },
      ],
    }
  },
  fix: () => import('./fix'),
})
