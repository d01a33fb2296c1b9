import { check, skip } from '../../engine/findings/check'
import { titleOf } from '../../engine/objects/readObjects'

export default check({
  id: 'deployment-strategy',
  title: 'Deployment strategy',
  topic: 'reliable',
  severities: ['warning'],
  on: 'Deployment',
  *findAmong(deployment, relations) {
    const service = relations.serviceFor(deployment)
    if (!service) return skip('No Service in this text selects its Pods.')
    const type = deployment.data.spec?.strategy?.type ?? ''
    if (type === '' || type === 'RollingUpdate') return
    yield {
      severity: 'warning',
      at: ['spec', 'strategy', 'type'],
      subject: '',
      message: `${titleOf(deployment)} uses the strategy ${type}.`,
      title: 'Strategy is not RollingUpdate',
      advice:
        'All old Pods stop before a new one starts, so the Service has no Pods for a while at every release.',
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
