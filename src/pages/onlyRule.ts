import type { RuleSummary } from '../engine/model/report'
import { defaultSettings, type Settings } from '../engine/model/settings'

/** The default settings, except that one rule alone is left of all checks: for a manifest that shows what the rule means. */
export const onlyRule = (rule: string, rules: Readonly<Record<string, RuleSummary>>): Settings => ({
  ...defaultSettings,
  enabledChecks: rules[rule]?.isOptional ? [rule] : [],
  disabledChecks: Object.entries(rules)
    .filter(([id, { isCheck, isOptional }]) => isCheck && !isOptional && id !== rule)
    .map(([id]) => id),
})
