import { ruleTitle } from '../store/ruleTitle'

/** The title of a rule, as a link to its page. */
export const RuleLink = ({ rule }: { readonly rule: string }) => (
  <a className="rule-link" href={`#/checks/${rule}`}>
    {ruleTitle(rule)}
  </a>
)
