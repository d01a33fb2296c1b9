import { groupBy } from '../engine/model/groupBy'
import type { Finding, Verdict } from '../engine/model/finding'
import type { Range } from '../engine/model/range'
import type { ObjectReport, Report } from '../engine/model/report'
import { objectName } from './objectName'
import type { Reporting } from './reporting'
import { locator, type Place } from './sourceSet'
import { visible } from './visible'
import { xmlText } from './xmlText'

type PlaceOf = (range: Range) => Place

/** One rule on one object, or on a document that cannot be read. */
type Case = {
  readonly className: string
  readonly rule: string
  readonly place: Place
  /** What fails it. Advice does not: it is listed beside what passed. */
  readonly failing: readonly Finding[]
  readonly advice: readonly Finding[]
  /** Why it does not count; undefined when it does. */
  readonly skipped?: string
}

/**
 * JUnit XML as GitLab, Jenkins and GitHub's reporters read it: a suite for each file, and a case for each rule that looked at an
 * object. Viewers tell cases apart by `classname` and `name` together, so that no two cases have the same of both. `file` and
 * `line` are where viewers link to. Times are left at 0: equal input gives equal output.
 */
export function writeJunit(reporting: Reporting): string {
  const { report, sources } = reporting
  const placeOf = locator(sources)
  const byFile = groupBy(casesOf(report, placeOf), ({ place }) => place.file)
  const suites = sources.files.map((file) => ({ name: file.name, cases: byFile.get(file) ?? [] }))
  const all = suites.flatMap(({ cases }) => cases)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: 'Kubernetes manifests', ...countsOf(all) })}>`,
    ...suites.flatMap(({ name, cases }) => [
      `  <testsuite${attributes({ name, ...countsOf(cases) })}>`,
      ...cases.flatMap((one) => caseLines(one, placeOf)),
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n')
}

const countsOf = (cases: readonly Case[]): Attributes => ({
  tests: cases.length,
  failures: cases.filter(({ failing }) => failing.length > 0).length,
  errors: 0,
  skipped: cases.filter(isSkipped).length,
  time: 0,
})

/** A finding that counts is never hidden behind a skip. */
const isSkipped = ({ skipped, failing }: Case): boolean => skipped !== undefined && failing.length === 0

/** In the order of the text; those of one object in the order of the rules. */
function casesOf(report: Report, placeOf: PlaceOf): readonly Case[] {
  const byObject = groupBy(report.findings, ({ object }) => object)
  const distinct = distinctNames()
  const ofObjects = report.objects.map((object) =>
    casesOfObject(
      object,
      distinct(objectName(object)),
      placeOf(object.nameRange),
      byObject.get(object.id) ?? [],
      report,
    ),
  )
  const unread = groupBy(byObject.get(undefined) ?? [], ({ document }) => document)
  const documents = [...groupBy(report.documents.entries(), ([, { range }]) => placeOf(range).file)]
  const ofDocuments = documents.flatMap(([file, own]) =>
    own.flatMap(([index, { range }], nth) => {
      const found = unread.get(index)
      if (!found) return []
      const className = distinct(`Document ${nth + 1} of ${file.name}`)
      const byRule = [...groupBy(found, ({ rule }) => rule)]
      return [byRule.map(([rule, said]) => caseOf(className, rule, placeOf(range), said))]
    }),
  )
  return [...ofObjects, ...ofDocuments]
    .toSorted(([left], [right]) => (left?.place.range.from ?? 0) - (right?.place.range.from ?? 0))
    .flat()
}

/** The checks with their verdicts, the other rules that found something, and `valid` where none of these did. */
function casesOfObject(
  { verdicts, validity }: ObjectReport,
  className: string,
  place: Place,
  found: readonly Finding[],
  { rules }: Report,
): readonly Case[] {
  const byRule = groupBy(found, ({ rule }) => rule)
  const checked = new Set(verdicts.map(({ check }) => check))
  const others = Object.keys(rules).filter((rule) => byRule.has(rule) && !checked.has(rule))
  const isValid = validity.status === 'valid' || validity.status === 'skipped'
  const valid: Case = {
    ...caseOf(className, 'valid', place, []),
    ...(validity.status === 'skipped' && { skipped: validity.skipped ?? 'There is no schema.' }),
  }
  return [
    ...(isValid && !others.some((rule) => (byRule.get(rule) ?? []).some(isFailing)) ? [valid] : []),
    ...others.map((rule) => caseOf(className, rule, place, byRule.get(rule) ?? [])),
    ...verdicts.map((verdict) => caseOfCheck(className, verdict, place, byRule.get(verdict.check) ?? [])),
  ]
}

const isFailing = ({ severity, ignored }: Finding): boolean => severity !== 'advice' && ignored === undefined

/** `place`: of the object, for a case without a finding. */
function caseOf(className: string, rule: string, place: Place, found: readonly Finding[]): Case {
  const failing = found.filter(isFailing)
  const ignored = found.find((finding) => finding.ignored !== undefined)?.ignored
  const advice = found.filter((finding) => finding.severity === 'advice' && finding.ignored === undefined)
  return {
    ...{ className, rule, place, failing, advice },
    ...(ignored !== undefined && advice.length === 0 && { skipped: ignored }),
  }
}

function caseOfCheck(
  className: string,
  { check, skipped }: Verdict,
  place: Place,
  found: readonly Finding[],
): Case {
  const own = caseOf(className, check, place, found)
  return skipped === undefined ? own : { ...own, skipped }
}

/** Gives each name once, and with a number where it was given before: for one object in two apiVersions. */
function distinctNames(): (name: string) => string {
  const given = new Map<string, number>()
  return (name) => {
    const shown = visible(name)
    let count = (given.get(shown) ?? 0) + 1
    while (count > 1 && given.has(`${shown} (${count})`)) count += 1
    given.set(shown, count)
    const distinct = count === 1 ? shown : `${shown} (${count})`
    given.set(distinct, given.get(distinct) ?? 1)
    return distinct
  }
}

function caseLines(one: Case, placeOf: PlaceOf): readonly string[] {
  const { className, rule, place, failing, advice, skipped } = one
  const [first, ...others] = failing
  const { file, start } = first ? placeOf(first.range) : place
  const opened = `    <testcase${attributes({
    ...{ name: rule, classname: className, file: file.name, line: start.line, time: 0 },
  })}`
  const textOf = (found: readonly Finding[]): string =>
    found.map((finding) => bodyOf(finding, placeOf)).join('\n')
  const inside = [
    ...(first
      ? [
          `      <failure${attributes({
            message: others.length > 0 ? `${first.message} (and ${others.length} more)` : first.message,
            type: first.severity,
          })}>${textOf(failing)}</failure>`,
        ]
      : []),
    ...(isSkipped(one) ? [`      <skipped${attributes({ message: skipped ?? '' })}/>`] : []),
    ...(advice.length > 0 ? [`      <system-out>${textOf(advice)}</system-out>`] : []),
  ]
  return inside.length > 0 ? [`${opened}>`, ...inside, '    </testcase>'] : [`${opened}/>`]
}

function bodyOf({ range, message, advice }: Finding, placeOf: PlaceOf): string {
  const { file, start } = placeOf(range)
  const lines = [
    `${file.name}:${start.line}:${start.column} ${message}`,
    ...(advice === undefined ? [] : [advice]),
  ]
  return lines.map((line) => xmlText(visible(line))).join('\n')
}

type Attributes = Readonly<Record<string, string | number>>

const attributes = (values: Attributes): string =>
  Object.entries(values)
    .map(([key, value]) => ` ${key}="${xmlText(visible(String(value)))}"`)
    .join('')
