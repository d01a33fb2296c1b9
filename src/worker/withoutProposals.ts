import type { Report } from '../engine/model/report'
import type { Finding } from '../engine/model/finding'

/**
 * A report as the page needs it: of what would mend a finding it shows only that there is something. The proposals
 * themselves stay in the worker, which is asked for the fixes: they would be half of what is copied at each key stroke.
 */
export const withoutProposals = (report: Report): Report => ({
  ...report,
  findings: report.findings.map(lean),
})

/** Findings that stay the same from one report to the next are made lean once. */
const known = new WeakMap<Finding, Finding>()

function lean(finding: Finding): Finding {
  const { proposals, unfixable, ...rest } = finding
  if (!proposals && unfixable === undefined) return finding
  const made = known.get(finding) ?? (proposals?.[0] ? { ...rest, mendable: proposals[0].safety } : rest)
  known.set(finding, made)
  return made
}
