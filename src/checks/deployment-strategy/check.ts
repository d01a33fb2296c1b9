import { check, skip } from '../../engine/check'
import { titleOf } from '../../engine/objects'
import { setting } from '../setting'

export default check({
  id: 'deployment-strategy',
  title: 'Deployment strategy',
  topic: 'reliable',
  on: 'Deployment',
  *judgeAmong(deployment, relations) {
    const service = relations.serviceFor(deployment)
    if (!service) return skip('No Service in this text selects its pods.')
    const type = deployment.data.spec?.strategy?.type ?? ''
    if (type === '' || type === 'RollingUpdate') return
    yield {
      severity: 'warning',
      at: ['spec', 'strategy', 'type'],
      subject: '',
      message: `${titleOf(deployment)} is rolled out with the strategy ${type}.`,
      advice:
        'All old pods stop before a new one starts, so the Service answers nobody during every release.',
      fixes: [
        setting(
          'Roll out pod by pod',
          ['spec', 'strategy', 'type'],
          'RollingUpdate',
          'Old and new pods run side by side for a while; a volume for one pod alone does not allow it.',
        ),
      ],
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
