import { check, mayBeElsewhere } from '../../engine/findings/check'
import { titleOf } from '../../engine/objects/readObjects'

export default check({
  id: 'horizontalpodautoscaler-has-target',
  title: 'HorizontalPodAutoscaler has target',
  topic: 'connected',
  severities: ['critical'],
  on: 'HorizontalPodAutoscaler',
  *findAmong(autoscaler, relations) {
    const { apiVersion = '', kind = '', name = '' } = autoscaler.data.spec?.scaleTargetRef ?? {}
    const namesakes = relations.named(autoscaler.namespace, name).filter((object) => object.kind === kind)
    if (namesakes.some((object) => object.apiVersion === apiVersion)) return
    const isNamed = apiVersion !== '' && kind !== '' && name !== '' && namesakes.length === 0
    yield {
      severity: 'critical',
      at: ['spec', 'scaleTargetRef'],
      subject: '',
      message: `${titleOf(autoscaler)} scales ${kind || 'an object'} ${name || 'without a name'} (${apiVersion || 'no apiVersion'}), which is not in this text.`,
      title: 'Target is not in this text',
      ...(isNamed && mayBeElsewhere),
      advice:
        'An autoscaler without its target does nothing; apiVersion, kind, name and namespace must all match.',
    }
  },
  fix: () => import('./fix'),
})
