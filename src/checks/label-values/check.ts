import { check } from '../../engine/findings/check'
import { titleOf } from '../../engine/objects/readObjects'
import { isLabelValue } from '../../kubernetes/labelSelector'
import type * as Mends from './fix'

export default check({
  id: 'label-values',
  title: 'Label values',
  topic: 'valid',
  on: 'any',
  *judge(object) {
    for (const [key, value] of Object.entries(object.labels)) {
      if (isLabelValue(value)) continue
      yield {
        severity: 'critical',
        at: ['metadata', 'labels', key],
        subject: key,
        message: `${titleOf(object)} has the label ${key} with the illegal value ${JSON.stringify(value)}.`,
        advice:
          'Letters, digits, dots, dashes and underscores are allowed, with a letter or digit at both ends.',
        mend: (by: typeof Mends) => by.legal(object, key, value),
      }
    }
  },
})
