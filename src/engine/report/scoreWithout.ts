import type { Score } from '../model/report'

/**
 * The score once a rule finds nothing more and everything else stays the same. A cap stays, unless the rule is the only one
 * that makes the API server refuse something.
 */
export function scoreWithout({ value, steps, cap }: Score, rule: string): number {
  const others = steps.filter((step) => step.rule !== rule)
  if (others.length === steps.length) return value
  if (others.length === 0) return 100
  const left = others.reduce((rest, { loss }) => rest * (1 - loss), 1)
  const isCapped = cap?.reason === 'unreadable' || others.some(({ severity }) => severity === 'refused')
  return Math.min(99, Math.floor(100 * left), cap && isCapped ? cap.value : 99)
}
