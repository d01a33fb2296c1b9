import type { CheckResult } from '../findings/checkResult'
import type { SameCheck } from '../findings/rule'
import { severityRank, worstOf, type Finding, type Severity } from '../model/finding'
import { pathText, type Path } from '../model/path'
import type { IndexedLibrary } from './library'

/** What was found in one object: by sources without checks, and by its checks. */
type Found = { readonly findings: readonly Finding[]; readonly checks: readonly CheckResult[] }

/**
 * Lists once what a rule and a check both found: the finding of the check stays, because its page says more, and becomes as
 * severe as that of the rule. The finding of the rule stays where the check is ignored or switched off.
 */
export function withoutSame(found: Found, { rules }: IndexedLibrary): Found {
  if (found.findings.length === 0) return found
  /** By the finding of a check, the worst severity of those that it stands for. */
  const repeated = new Map<string, Severity>()
  const places = new Map<CheckResult, Places>()
  const findingOfCheck = (finding: Finding, { check, within }: SameCheck): Finding | undefined => {
    const result = found.checks.find(({ verdict, counts }) => counts && verdict.check === check)
    if (!result || within === 'object') return result?.findings[0]
    const known = places.get(result) ?? placesOf(result.findings)
    places.set(result, known)
    return findingAround(finding.path, known)
  }
  const findings = found.findings.filter((finding) => {
    const { sameAs = nothing } = rules.get(finding.rule)?.rule ?? {}
    const same = sameAs.map((check) => findingOfCheck(finding, check)).find((one) => one !== undefined)
    if (same) repeated.set(same.id, worse(repeated.get(same.id), finding.severity))
    return !same
  })
  if (repeated.size === 0) return found
  return { findings, checks: found.checks.map((result) => asSevere(result, repeated)) }
}

const worse = (left: Severity | undefined, right: Severity): Severity =>
  left !== undefined && severityRank(left) < severityRank(right) ? left : right

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
function asSevere(result: CheckResult, repeated: ReadonlyMap<string, Severity>): CheckResult {
  if (!result.findings.some(({ id }) => repeated.has(id))) return result
  const findings = result.findings.map((finding) => {
    const severity = worse(repeated.get(finding.id), finding.severity)
    return severity === finding.severity ? finding : { ...finding, severity }
  })
  const active = findings.filter(({ ignored }) => ignored === undefined)
  const severity = worstOf(active.map((finding) => finding.severity))
  return { ...result, findings, ...(severity && { severity }) }
}
