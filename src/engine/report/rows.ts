import { severityRank, worstOf, type Finding, type Severity } from '../model/finding'
import { groupBy } from '../model/groupBy'
import { lowered } from '../model/lowered'
import type { Report } from '../model/report'

/** What a list says once: findings of one severity that say the same, each with its place. */
export type Row = {
  /** Stays the same while the text around the findings changes, and while some of them are fixed. */
  readonly key: string
  /** What is wrong, without what it is wrong with, where it can be said so. */
  readonly title: string
  readonly severity: Severity
  /** The rule that speaks: of several that say the same about the same place, the first. */
  readonly rule: string
  /** What it is wrong with, in the order of the text; at least one. */
  readonly items: readonly RowItem[]
  /** Those of all items. */
  readonly findings: readonly Finding[]
}

/** One thing that a row is about, such as a container: several findings where they are parts of one row. */
export type RowItem = { readonly findings: readonly [Finding, ...Finding[]] }

type Draft = RowItem & { readonly title: string; readonly severity: Severity; readonly key: string }

/**
 * Findings as a list shows them, the worst first, then in the order of the text: those of one rule that say the same are one
 * row, and so are those that say the same about the same place under several rules. `scope`: whether findings of different
 * objects can be one row.
 */
export function rowsOf(
  findings: readonly Finding[],
  rules: Report['rules'],
  scope: 'object' | 'text',
): readonly Row[] {
  const items = [...groupBy(findings, (finding) => itemKey(finding, rules)).values()].map((own) =>
    draftOf(own, rules, scope),
  )
  const rows = [...groupBy(withoutRepeated(items), ({ key }) => key)].map(([key, own]) => rowOf(key, own))
  return rows
    .map((row) => inItsOwnWords(row, rules))
    .toSorted((left, right) => severityRank(left.severity) - severityRank(right.severity))
}

/** What is no check says most in its own message: the value, what it has to be, a name that was meant. */
function inItsOwnWords(row: Row, rules: Report['rules']): Row {
  const [first, ...others] = row.findings
  if (!first || others.length > 0 || rules[row.rule]?.isCheck !== false) return row
  return { ...row, title: withoutStop(first.message) }
}

/** Equal for findings that are parts of one item: of two containers with one name, the path tells which. */
const itemKey = ({ id, rule, object, about, path }: Finding, rules: Report['rules']): string => {
  if (!rules[rule]?.oneRow) return id
  const inList = path.findLastIndex((step) => typeof step === 'number')
  return JSON.stringify([rule, object, about?.noun, about?.name, about && path.slice(0, inList + 1)])
}

function draftOf(found: readonly Finding[], rules: Report['rules'], scope: 'object' | 'text'): Draft {
  const [first, ...others] = found
  if (!first) throw new Error('A row needs a finding')
  const findings: RowItem['findings'] = [first, ...others]
  const title = titleOf(findings, rules)
  const severity = worstOf(findings.map((finding) => finding.severity)) ?? first.severity
  const where = scope === 'object' ? [first.object ?? `document ${first.document}`] : []
  return { findings, title, severity, key: JSON.stringify([first.rule, title, severity, ...where]) }
}

function titleOf(findings: RowItem['findings'], rules: Report['rules']): string {
  const [first] = findings
  // In the order in which the rule looks for them, however the text has them.
  const inOrder = findings.toSorted((left, right) => (left.origin?.nth ?? 0) - (right.origin?.nth ?? 0))
  const titles = [...new Set(inOrder.map(({ title, message }) => title ?? withoutStop(message)))]
  const { oneRow } = rules[first.rule] ?? {}
  if (oneRow && titles.length === oneRow.count) return oneRow.title
  return titles.map((title, index) => (index === 0 ? title : lowered(title))).join(', ')
}

/** A message that is one sentence, as a title. */
const withoutStop = (message: string): string =>
  /[.?!] /.test(message) ? message : message.replace(/\.$/, '')

function rowOf(key: string, drafts: readonly Draft[]): Row {
  const [first] = drafts
  if (!first) throw new Error('A row needs a finding')
  const { title, severity } = first
  const [{ rule }] = first.findings
  return {
    ...{ key, title, severity, rule },
    items: drafts.map(({ findings }) => ({ findings })),
    findings: drafts.flatMap(({ findings }) => findings),
  }
}

/** Of items of several rules that say the same about the same place, the worst, or else the first. */
function withoutRepeated(items: readonly Draft[]): readonly Draft[] {
  const best = new Map<string, Draft>()
  for (const item of items) {
    const place = placeKey(item)
    const known = best.get(place)
    if (!known || severityRank(item.severity) < severityRank(known.severity)) best.set(place, item)
  }
  return items.filter((item) => {
    const spoken = best.get(placeKey(item))
    return spoken === item || spoken?.findings[0].rule === item.findings[0].rule
  })
}

const placeKey = ({ title, findings }: Draft): string =>
  JSON.stringify([title, findings.map(({ object, document, path }) => [object ?? document, path])])
