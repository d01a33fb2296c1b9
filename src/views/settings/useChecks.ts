import { useMemo } from 'react'
import type { RuleSummary } from '../../engine/model/report'
import { useApp } from '../../store/store'

/** A check with its id, as a report lists it. */
export type Check = RuleSummary & { readonly id: string }

/** All checks, in the order in which reports list them; none before the first report. */
export const useChecks = (): readonly Check[] => {
  const rules = useApp((state) => state.report?.rules)
  return useMemo(
    () =>
      Object.entries(rules ?? {})
        .map(([id, rule]) => ({ id, ...rule }))
        .filter(({ isCheck }) => isCheck),
    [rules],
  )
}

export const optionalIds = (checks: readonly Check[]): readonly string[] =>
  checks.filter(({ isOptional }) => isOptional).map(({ id }) => id)
