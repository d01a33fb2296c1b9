import type { Fix } from '../../engine/findings/check'
import { serviceSelector } from '../../engine/objects/labelSelectors'
import { guessSelectors } from '../facts/guessSelector'

const fix: Fix<'Service'> = (_, { object, relations }) => {
  const selector = serviceSelector(object.data)
  if (Object.keys(selector.matchLabels ?? {}).length === 0)
    return {
      unfixable:
        'It has no selector, and there are no Pods in this text. Ignore this check if something else creates its endpoints; otherwise add a selector.',
    }
  const fixes = guessSelectors(object, selector, ['spec', 'selector'], relations)
  if (fixes.length > 0) return { fixes }
  return {
    unfixable:
      'No Pod in this text has similar labels. Add the workload behind it, or copy the labels of the one you want, in the same namespace.',
  }
}

export default fix
