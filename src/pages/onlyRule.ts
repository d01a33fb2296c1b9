import type { RuleSummary } from '../engine/model/report'
import { defaultSettings, type Settings } from '../engine/model/settings'

/** Rules that find nothing by default, and the settings under which they do. */
const needs: Readonly<Record<string, Partial<Settings>>> = {
  'missing-schema': { ignoreMissingSchemas: false },
  'rejected-kind': { rejectKinds: ['Secret'] },
}

/** The settings for a manifest that shows what a rule means: of all checks, at most this one is left. */
export const onlyRule = (rule: string, rules: Readonly<Record<string, RuleSummary>>): Settings => ({
  ...defaultSettings,
  ...needs[rule],
  enabledChecks: rules[rule]?.isOptional ? [rule] : [],
  disabledChecks: Object.entries(rules)
    .filter(([id, { isCheck, isOptional }]) => isCheck && !isOptional && id !== rule)
    .map(([id]) => id),
})
