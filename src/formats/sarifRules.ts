import { worstOf, type Finding, type Severity } from '../engine/model/finding'
import type { Report, RuleSummary } from '../engine/model/report'
import { docsOf } from './ruleDocs'

/** The rules that found something, in their order, with their pages as help. */
export function sarifRules(findings: readonly Finding[], rules: Report['rules']) {
  const elsewhere = new Set(findings.flatMap(({ rule, mayBeElsewhere }) => (mayBeElsewhere ? [rule] : [])))
  const named = new Set(findings.map(({ rule }) => rule))
  return Object.entries(rules).flatMap(([id, rule]) =>
    named.has(id) ? [ruleData(id, rule, elsewhere.has(id))] : [],
  )
}

/** The levels of SARIF. */
export const sarifLevels: Readonly<Record<Severity, string>> = {
  refused: 'error',
  critical: 'error',
  warning: 'warning',
  advice: 'note',
}

/** What GitHub sorts rules by that are not about security. */
const problemSeverities: Readonly<Record<Severity, string>> = {
  refused: 'error',
  critical: 'error',
  warning: 'warning',
  advice: 'recommendation',
}

/**
 * What GitHub shows as high, medium and low. A number in the middle of each: a manifest alone has no CVSS score, and none of
 * our checks is a proof that something can be attacked, which its critical is for.
 */
const securitySeverities: Readonly<Record<Severity, string>> = {
  refused: '8.0',
  critical: '8.0',
  warning: '5.5',
  advice: '2.0',
}

function ruleData(
  id: string,
  { title, topic, source, isCheck, severities }: RuleSummary,
  elsewhere: boolean,
) {
  const severity = worstOf(severities) ?? 'advice'
  const docs = docsOf(id)
  const intro = docs === undefined ? undefined : introOf(docs)
  const isSecurity = topic === 'secure'
  return {
    id,
    name: title,
    shortDescription: { text: title },
    ...(intro !== undefined && { fullDescription: { text: intro } }),
    ...(docs !== undefined && { help: { text: intro ?? title, markdown: docs } }),
    defaultConfiguration: { level: sarifLevels[severity] },
    properties: {
      tags: [...(isSecurity ? ['security'] : []), topic, source],
      precision: precisionOf(isCheck, elsewhere),
      'problem.severity': problemSeverities[severity],
      ...(isSecurity && { 'security-severity': securitySeverities[severity] }),
    },
  }
}

/** How often a finding is right: what is missing may be elsewhere, and a check is a rule with exceptions. */
const precisionOf = (isCheck: boolean, elsewhere: boolean): string => {
  if (elsewhere) return 'medium'
  return isCheck ? 'high' : 'very-high'
}

/** GitHub cuts descriptions beyond this. */
const longestDescription = 1024

/** The first paragraph of a page, in one line, without the marks of Markdown. */
function introOf(page: string): string {
  const [, intro = ''] = page.split(/\n{2,}/)
  return intro
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[`*]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longestDescription)
}
