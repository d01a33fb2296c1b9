import { check, skip } from '../../engine/findings/check'
import { titleOf } from '../../engine/objects/readObjects'
import type * as Mends from './fix'

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
      mend: (by: typeof Mends) => by.rollingUpdate(deployment),
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
