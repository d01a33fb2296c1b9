import type { Severity } from '../engine/model/finding'
import { groupBy } from '../engine/model/groupBy'
import type { Range } from '../engine/model/range'
import { repositoryPath } from './fileAddress'
import type { Reporting } from './reporting'
import { activeOf, saidByPlace, severityCounts, type Said } from './said'
import { locator, type Place } from './sourceSet'
import { visible } from './visible'
import { counted, numberText } from './words'

const levelNames = ['error', 'warning', 'notice'] as const

type Level = (typeof levelNames)[number]

const levels: Readonly<Record<Severity, Level>> = {
  refused: 'error',
  critical: 'error',
  warning: 'warning',
  advice: 'notice',
}

/** How many annotations of each level GitHub shows of one step; the others stand only in its log. */
const mostShown = 10

/** What there is to say about one line: the worst first. */
type Lined = readonly [Said, ...Said[]]

/**
 * Workflow commands of GitHub Actions, which annotate the lines of a pull request: one for each line, because GitHub shows so few,
 * and the worst first. The last one says how many there are; so that GitHub shows it, there are fewer notices than it shows.
 * Source: GitHub's documentation of workflow commands.
 */
export function writeGithub({ report, sources }: Reporting): string {
  const placeOf = locator(sources)
  const all = saidByPlace(report)
  const lines = linesOf(all, placeOf)
  const of = (level: Level): readonly Lined[] => lines.filter(([{ row }]) => levels[row.severity] === level)
  const commands = [...of('error'), ...of('warning'), ...of('notice').slice(0, mostShown - 1)].map((line) =>
    annotation(line, placeOf(line[0].findings[0].range)),
  )
  if (all.length > 0) {
    const isMore = levelNames.some((level) => of(level).length > mostShown)
    commands.push(
      command('notice', { title: 'Kubernetes manifests' }, summary(all, lines.length, isMore, report)),
    )
  }
  return commands.map((line) => `${line}\n`).join('')
}

function linesOf(all: readonly Said[], placeOf: PlaceOf): readonly Lined[] {
  const byLine = groupBy(all, ({ findings: [{ range }] }) => {
    const { file, start } = placeOf(range)
    return JSON.stringify([file.range.from, start.line])
  })
  return [...byLine.values()].flatMap(([first, ...others]) => (first ? [[first, ...others] as const] : []))
}

type PlaceOf = (range: Range) => Place

function annotation([first, ...others]: Lined, { file, start, end }: Place): string {
  const { row, findings } = first
  // The end of a range that ends with a line is the start of the next one.
  const endLine = end.column === 1 && end.line > start.line ? end.line - 1 : end.line
  const properties = {
    file: repositoryPath(file.name),
    line: start.line,
    endLine,
    // GitHub takes columns only of a range in one line.
    ...(endLine === start.line && {
      col: start.column,
      ...(end.line === start.line && { endColumn: end.column }),
    }),
    title: others.length > 0 ? `${row.title}, and ${numberText(others.length)} more` : row.title,
  }
  // What is said about one line alone has room for the consequence.
  const { advice } = findings[0]
  const text = [first, ...others].flatMap(messagesOf)
  if (others.length === 0 && advice !== undefined) text.push(advice)
  return command(levels[row.severity], properties, text.map(visible).join('\n'))
}

const messagesOf = ({ findings }: Said): readonly string[] => [
  ...new Set(findings.map(({ severity, message, rule }) => `${severity}: ${message} (${rule})`)),
]

function summary(all: readonly Said[], lines: number, isMore: boolean, report: Reporting['report']): string {
  const counts = severityCounts(all.map(({ row }) => row)).map(({ text }) => text)
  const ignored = report.findings.length - activeOf(report).length
  return [
    `To fix: ${counts.join(', ')}, in ${counted(lines, 'line')}.`,
    ...(ignored > 0 ? [`${counted(ignored, 'finding is', 'findings are')} ignored.`] : []),
    ...(isMore ? [`GitHub shows the first ${mostShown} annotations of each level.`] : []),
  ].join(' ')
}

type Properties = Readonly<Record<string, string | number>>

const command = (level: Level, properties: Properties, message: string): string => {
  const pairs = Object.entries(properties).map(([key, value]) => `${key}=${escapedValue(String(value))}`)
  return `::${level} ${pairs.join(',')}::${escapedMessage(message)}`
}

const escapedMessage = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const escapedValue = (text: string): string =>
  escapedMessage(visible(text)).replaceAll(':', '%3A').replaceAll(',', '%2C')
