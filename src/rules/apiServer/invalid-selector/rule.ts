import type { Finder, Rule } from '../../../engine/findings/rule'
import { invalidSelectors } from '../../../engine/objects/labelSelectors'

const rule: Rule = {
  id: 'invalid-selector',
  title: 'Invalid selector',
  topic: 'valid',
  severities: ['refused'],
  unfixable: 'We cannot tell which objects you want to select. Correct the selector.',
}

const finder: Finder = {
  reach: 'object',
  applies: ({ isSupportedKind }) => isSupportedKind,
  find: ({ object }) => ({
    diagnostics: invalidSelectors(object).map(({ at, message, advice }) => ({
      rule: rule.id,
      severity: 'refused',
      at,
      message,
      advice,
    })),
  }),
}

/** Source: apimachinery, `labels.NewRequirement` and `ValidateLabelSelector`. */
export const invalidSelector = { rule, finder }
