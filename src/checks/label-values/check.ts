import { check } from '../../engine/findings/check'
import { titleOf } from '../../engine/objects/readObjects'
import { isLabelValue } from '../../kubernetes/labelSelector'

export default check({
  id: 'label-values',
  title: 'Label values',
  topic: 'valid',
  severities: ['critical'],
  on: 'any',
  *find(object) {
    for (const [key, value] of Object.entries(object.labels)) {
      if (isLabelValue(value)) continue
      yield {
        severity: 'critical',
        at: ['metadata', 'labels', key],
        subject: key,
        message: `${titleOf(object)} has the invalid value ${JSON.stringify(value)} for label ${key}.`,
        title: 'Invalid label value',
        about: { noun: 'label', name: key },
        advice:
          'A label value can contain letters, digits, dots, dashes and underscores, and must start and end with a letter or digit.',
        data: { key, value },
      }
    }
  },
  fix: () => import('./fix'),
})
