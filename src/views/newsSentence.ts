import { ruleTitle } from '../store/ruleTitle'

/** What has become applicable by what was typed: `Now also checked: Pod topology spread constraints.` */
export const newsSentence = (checks: readonly string[]): string =>
  `Now also checked: ${checks.map(ruleTitle).join(', ')}.`
