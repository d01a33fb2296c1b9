import type { CheckResult } from '../findings/checkResult'
import type { SameCheck } from '../findings/rule'
import { severityRank, worstOf, type Finding } from '../model/finding'
import { pathText, type Path } from '../model/path'
import type { IndexedLibrary } from './library'

/** What was found in one object: by sources without checks, and by its checks. */
type Found = { readonly findings: readonly Finding[]; readonly checks: readonly CheckResult[] }

/**
 * Says once what a rule and a check both found. The check speaks, because its page says more; its finding becomes as severe
 * as that of the rule. A check that is ignored or switched off leaves the word to the rule.
 */
export function withoutSame(found: Found, { rules }: IndexedLibrary): Found {
  if (found.findings.length === 0) return found
  const spoken = new Map<string, Finding>()
  const places = new Map<CheckResult, Places>()
  const sayerOf = (finding: Finding, { check, within }: SameCheck): Finding | undefined => {
    const result = found.checks.find(({ verdict, counts }) => counts && verdict.check === check)
    if (!result || within === 'object') return result?.findings[0]
    const known = places.get(result) ?? placesOf(result.findings)
    places.set(result, known)
    return findingAround(finding.path, known)
  }
  const findings = found.findings.filter((finding) => {
    const same = rules.get(finding.rule)?.rule.sameAs ?? nothing
    const sayer = same.map((one) => sayerOf(finding, one)).find((one) => one !== undefined)
    if (sayer) spoken.set(sayer.id, finding)
    return !sayer
  })
  if (spoken.size === 0) return found
  return { findings, checks: found.checks.map((result) => sharpened(result, spoken)) }
}

const nothing: readonly never[] = []

/** Findings by the text of their path, and by those of all paths above it. */
type Places = { readonly at: ReadonlyMap<string, Finding>; readonly above: ReadonlyMap<string, Finding> }

const placesOf = (findings: readonly Finding[]): Places => ({
  at: new Map(findings.map((finding) => [pathText(finding.path), finding])),
  above: new Map(
    findings.flatMap((finding) => pathsTo(finding.path).map((path) => [path, finding] as const)),
  ),
})

/** A finding whose place contains a path, or is contained by it. */
const findingAround = (path: Path, { at, above }: Places): Finding | undefined =>
  above.get(pathText(path)) ??
  pathsTo(path)
    .map((text) => at.get(text))
    .find((one) => one !== undefined)

/** The texts of a path and of all above it but the root. */
const pathsTo = (path: Path): readonly string[] => path.map((_, index) => pathText(path.slice(0, index + 1)))

/** A check whose findings are as severe as those that they stand for. */
function sharpened(result: CheckResult, spoken: ReadonlyMap<string, Finding>): CheckResult {
  if (!result.findings.some(({ id }) => spoken.has(id))) return result
  const findings = result.findings.map((finding) => {
    const severity = spoken.get(finding.id)?.severity ?? finding.severity
    return severityRank(severity) < severityRank(finding.severity) ? { ...finding, severity } : finding
  })
  const severity = worstOf(findings.map((finding) => finding.severity))
  return { ...result, findings, ...(severity && { severity }) }
}
