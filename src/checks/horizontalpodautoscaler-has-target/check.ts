import { check } from '../../engine/findings/check'
import { titleOf } from '../../engine/objects/readObjects'
import type * as Mends from './fix'

export default check({
  id: 'horizontalpodautoscaler-has-target',
  title: 'HorizontalPodAutoscaler has target',
  topic: 'connected',
  on: 'HorizontalPodAutoscaler',
  *judgeAmong(scaler, relations) {
    const { apiVersion = '', kind = '', name = '' } = scaler.data.spec?.scaleTargetRef ?? {}
    const found = relations
      .named(scaler.namespace, name)
      .some((object) => object.apiVersion === apiVersion && object.kind === kind)
    if (found) return
    yield {
      severity: 'critical',
      at: ['spec', 'scaleTargetRef'],
      subject: '',
      message: `${titleOf(scaler)} scales ${kind || 'an object'} ${name || 'without a name'} (${apiVersion || 'no apiVersion'}), which is not in this text.`,
      advice:
        'An autoscaler without its target does nothing; version, kind, name and namespace must all agree.',
      mend: (by: typeof Mends) => by.meantTarget(scaler, relations),
    }
  },
})
