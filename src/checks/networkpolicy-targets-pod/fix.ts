import type { Fix } from '../../engine/findings/check'
import { guessSelectors } from '../facts/guessSelector'

const fix: Fix<'NetworkPolicy'> = (_, { object, relations }) => {
  const selector = object.data.spec?.podSelector ?? {}
  const fixes = guessSelectors(object, selector, ['spec', 'podSelector', 'matchLabels'], relations)
  if (fixes.length > 0)
    return {
      fixes: fixes.map((one) => ({
        ...one,
        note: `${one.note} The policy then blocks what it does not allow.`,
        effect: 'may cut traffic',
      })),
    }
  return {
    unfixable:
      'No Pod in this text has similar labels. Add the workload that it protects, or copy the labels of the one you want, in the same namespace.',
  }
}

export default fix
