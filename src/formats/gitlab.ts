import { findingId } from '../engine/findings/findingId'
import type { Severity } from '../engine/model/finding'
import { repositoryPath } from './fileAddress'
import { jsonText } from './jsonText'
import type { Reporting } from './reporting'
import { locator } from './sourceSet'
import { visible } from './visible'

/** GitLab's severities; the page of a merge request sorts by them. */
const severityNames: Readonly<Record<Severity, string>> = {
  refused: 'blocker',
  critical: 'critical',
  warning: 'major',
  advice: 'minor',
}

/**
 * A code quality report for GitLab: the findings that count, each with its line. GitLab shows one entry for each fingerprint,
 * and takes a finding for the same as long as its fingerprint stays, wherever its line is. Source: GitLab's documentation of
 * the report format.
 */
export function writeGitlab({ report, sources }: Reporting): string {
  const placeOf = locator(sources)
  const entries = report.findings.flatMap(({ id, rule, range, severity, message, ignored }) => {
    if (ignored !== undefined) return []
    const { file, start } = placeOf(range)
    const path = repositoryPath(file.name)
    return {
      description: visible(message),
      check_name: rule,
      fingerprint: findingId(rule, path, id),
      severity: severityNames[severity],
      location: { path, lines: { begin: start.line } },
    }
  })
  return jsonText(entries)
}
