import { severities, type Finding } from '../engine/model/finding'
import { groupBy } from '../engine/model/groupBy'
import type { ObjectReport, Report } from '../engine/model/report'
import { rowsOf, type Row } from '../engine/report/rows'
import { admissionSentence } from './admissionText'
import { lineStarts, positionAt, type LineStarts } from './lines'
import { rowSubject } from './rowText'
import { gradeOf, sentenceWithoutScore } from './scoreText'
import { counted } from './words'

/** What a report is about: its text, and the version that it speaks of. */
type Context = { readonly text: string; readonly version: string }

/** One heading with its rows. */
type Part = { readonly heading: string; readonly rows: readonly Row[] }

/** A report for people, in plain text. */
export function reportText(report: Report, context: Context): string {
  const lines = linesOf(report, context)
  const parts = partsOf(report).flatMap(({ heading, rows }) => [
    '',
    heading,
    ...rows.map((row) => `  ${row.severity.padEnd(8)} ${lines.textOf(row)} (${lines.placesOf(row)})`),
  ])
  return [...headOf(report, context), ...parts, ''].join('\n')
}

/** The same in Markdown, for issues and pull requests. */
export function reportMarkdown(report: Report, context: Context): string {
  const lines = linesOf(report, context)
  const [title = '', ...head] = headOf(report, context)
  const parts = partsOf(report).flatMap(({ heading, rows }) => [
    '',
    `### ${escapeMarkdown(heading)}`,
    '',
    ...rows.map(
      (row) => `- **${row.severity}**: ${escapeMarkdown(lines.textOf(row))} (${lines.placesOf(row)})`,
    ),
  ])
  return [`## ${title}`, '', ...head, ...parts, ''].join('\n')
}

/** Characters that Markdown reads as more than themselves. */
const escapeMarkdown = (text: string): string => text.replace(/[\\`*_[\]<>#|]/g, String.raw`\$&`)

function headOf(report: Report, { version }: Context): readonly string[] {
  const { score, admission, rules } = report
  const title = score
    ? `Score ${score.value} of 100: ${gradeOf(score).sentence.toLowerCase()}`
    : sentenceWithoutScore(report)
  const rows = rowsOf(activeOf(report), rules, 'text')
  const counts = severities.flatMap((severity) => {
    const count = rows.filter((row) => row.severity === severity).length
    return count > 0 ? [`${count} ${severity}`] : []
  })
  return [
    title,
    ...(admission ? [admissionSentence(admission, version)] : []),
    ...(counts.length > 0 ? [counts.join(', ')] : ['No problems found.']),
  ]
}

const activeOf = ({ findings }: Report): readonly Finding[] =>
  findings.filter(({ ignored }) => ignored === undefined)

/** The objects that have something to fix, and the documents with findings outside of objects, in the order of the text. */
function partsOf(report: Report): readonly Part[] {
  const names = new Map(report.objects.map((object) => [object.id, nameOf(object)]))
  const parts = groupBy(
    activeOf(report),
    ({ object, document }) => names.get(object ?? '') ?? `Document ${document + 1}`,
  )
  return [...parts].map(([heading, own]) => ({ heading, rows: rowsOf(own, report.rules, 'object') }))
}

const nameOf = ({ kind, name, namespace }: ObjectReport): string =>
  `${kind} ${name || 'without a name'}${namespace === '' ? '' : ` in ${namespace}`}`

/** More lines than these are only counted. */
const mostLines = 5

function linesOf(report: Report, { text }: Context) {
  const starts: LineStarts = lineStarts(text)
  const objects = new Map(report.objects.map((object) => [object.id, object]))
  return {
    textOf: (row: Row): string => `${row.title.replace(/\.$/, '')} ${rowSubject(row, objects, true)}`.trim(),
    placesOf: ({ findings }: Row): string => {
      const lines = [...new Set(findings.map(({ range }) => positionAt(starts, range.from).line))]
      if (lines.length > mostLines) return counted(lines.length, 'line')
      return `line${lines.length > 1 ? 's' : ''} ${lines.join(', ')}`
    },
  }
}
