import { severityRank, type Finding } from '../engine/model/finding'
import { groupBy } from '../engine/model/groupBy'
import type { Report } from '../engine/model/report'
import { rowsOf, type Row } from '../engine/report/rows'
import { admissionSentence } from './admissionText'
import { codeSpan, escapeMarkdown } from './markdownText'
import type { Reporting } from './reporting'
import { rowSubject } from './rowText'
import { activeOf, severityCounts } from './said'
import { gradeOf, sentenceWithoutScore } from './scoreText'
import { locator, type Place, type SourceFile } from './sourceSet'
import { counted, withoutStop } from './words'

/** The longest comment that GitHub takes, in characters. */
const longestComment = 65_536

/** What the line about what is left out may need. */
const spare = 200

/** The rows of a file beyond these are folded. */
const mostOpen = 10

/** The places of a row beyond these are only counted. */
const mostPlaces = 5

type Line = { readonly file: SourceFile; readonly row: Row; readonly text: string }

/** The report as a comment on a pull request: the worst file first, and in it the worst row. */
export function writeMarkdown({ report, sources, settings }: Reporting): string {
  const placeOf = locator(sources)
  const active = activeOf(report)
  const lines = linesOf(active, report, placeOf)
  const head = headOf(report, lines, settings.kubernetesVersion)
  const kept = fitting(lines, longestComment - spare - head.length)
  const left = lines.length - kept.length
  const parts = [...groupBy(kept, ({ file }) => file)].map(([file, own]) => partOf(file, own))
  const rest =
    left > 0
      ? [`${counted(left, 'more row is', 'more rows are')} left out: the comment would be too long.\n`]
      : []
  return [head, ...parts, ...rest].join('\n')
}

function headOf(report: Report, lines: readonly Line[], version: string): string {
  const { score, admission, findings } = report
  const title = score
    ? `Score ${score.value} of 100: ${gradeOf(score).sentence.toLowerCase()}`
    : sentenceWithoutScore(report)
  const counts = severityCounts(lines.map(({ row }) => row)).map(({ text }) => text)
  const ignored = findings.filter((finding) => finding.ignored !== undefined).length
  const sentences = [
    ...(admission ? [admissionSentence(admission, version)] : []),
    counts.length > 0 ? `To fix: ${counts.join(', ')}.` : 'No problems found.',
    ...(ignored > 0 ? [`${counted(ignored, 'finding is', 'findings are')} ignored.`] : []),
  ]
  return `## ${title}\n\n${sentences.join(' ')}\n`
}

/** The files with the worst rows first, each with its rows, the worst first. */
function linesOf(active: readonly Finding[], report: Report, placeOf: PlaceOf): readonly Line[] {
  const objects = new Map(report.objects.map((object) => [object.id, object]))
  const byFile = groupBy(active, ({ range }) => placeOf(range).file)
  const files = [...byFile].map(([file, own]) => {
    const rows = rowsOf(own, report.rules, 'text')
    return rows.map((row) => {
      const what = `${withoutStop(row.title)} ${rowSubject(row, objects, false)}`.trim()
      return {
        file,
        row,
        text: `- **${row.severity}**: ${escapeMarkdown(what)} (${placesOf(row, placeOf)})\n`,
      }
    })
  })
  const rankOf = ([first]: readonly Line[]): number => (first ? severityRank(first.row.severity) : 0)
  return files.toSorted((left, right) => rankOf(left) - rankOf(right)).flat()
}

type PlaceOf = (range: Finding['range']) => Place

/** `web.yaml:3`, `web.yaml:7` */
function placesOf({ findings }: Row, placeOf: PlaceOf): string {
  const places = findings.map(({ range }) => placeOf(range))
  const all = [...new Set(places.map(({ file, start }) => `${file.name}:${start.line}`))]
  const rest = all.length - mostPlaces
  const shown = all.slice(0, mostPlaces).map(codeSpan)
  return [...shown, ...(rest > 0 ? [counted(rest, 'more place')] : [])].join(', ')
}

/** As many lines as fit, the worst of all files first; in the order that they had. */
function fitting(lines: readonly Line[], room: number): readonly Line[] {
  const kept = new Set<Line>()
  const headed = new Set<SourceFile>()
  let left = room
  for (const line of lines.toSorted((a, b) => severityRank(a.row.severity) - severityRank(b.row.severity))) {
    const { file, text } = line
    const cost = text.length + (headed.has(file) ? 0 : partOf(file, []).length + folded([]).length + 20)
    if (cost > left) break
    left -= cost
    kept.add(line)
    headed.add(file)
  }
  return lines.filter((line) => kept.has(line))
}

/** A file with its rows; those beyond the first are folded. */
function partOf(file: SourceFile, lines: readonly Line[]): string {
  const rows = lines.map(({ text }) => text)
  const open = rows.length > mostOpen + 1 ? mostOpen : rows.length
  const rest = rows.slice(open)
  return `### ${codeSpan(file.name)}\n\n${rows.slice(0, open).join('')}${rest.length > 0 ? folded(rest) : ''}`
}

/** The blank lines make what is inside Markdown. */
const folded = (rows: readonly string[]): string =>
  `\n<details>\n<summary>${counted(rows.length, 'more row')}</summary>\n\n${rows.join('')}\n</details>\n`
