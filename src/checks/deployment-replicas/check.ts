import { check, skip, type Remark } from '../../engine/check'
import { titleOf, type PodBearer } from '../../engine/objects'
import type { Deployment } from '../../kubernetes/objects'
import { claims } from '../ownPods'
import { setting } from '../setting'

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
      ...mend(deployment, minReplicasDeployment),
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

function mend(deployment: PodBearer<Deployment>, least: number): Pick<Remark, 'fixes' | 'unfixable'> {
  const [claim] = claims(deployment.pod)
  if (claim !== undefined)
    return {
      unfixable: `All replicas would mount the claim ${claim}. Only a volume for many (ReadWriteMany) bears that; else a StatefulSet gives each pod its own.`,
    }
  const isOff = deployment.data.spec?.replicas === 0
  const note = isOff
    ? 'It is switched off now, and would be started.'
    : 'The program must bear to run more than once at the same time.'
  return { fixes: [setting(`Run ${least} replicas`, ['spec', 'replicas'], least, note)] }
}
