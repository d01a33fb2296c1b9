import type { Finding } from '../engine/model/finding'
import { groupBy } from '../engine/model/groupBy'
import type { ObjectReport } from '../engine/model/report'
import { rowsOf, type Row } from '../engine/report/rows'
import { codeFrame } from './codeFrame'
import { humanEnding } from './humanEnding'
import { humanVerdicts } from './humanVerdicts'
import type { Reporting, WriteOptions } from './reporting'
import { rowSubject } from './rowText'
import { activeOf } from './said'
import { firstOf, terminalPage, tones, type TerminalPage } from './terminalPage'
import { visible } from './visible'
import { withoutStop } from './words'

/**
 * A report for people, in plain text or in colours: everything said once, at its first place with the lines around it, file
 * by file, the worst first; then what is left to say about the whole.
 */
export function writeHuman(reporting: Reporting, options: WriteOptions): string {
  const { report, sources } = reporting
  const page = terminalPage(sources, options)
  const rows = rowsOf(activeOf(report), report.rules, 'text')
  const objects = new Map(report.objects.map((object) => [object.id, object]))
  const blocks = [
    ...byFile(rows, reporting, page).map((row) => rowBlock(row, objects, page, options)),
    ...(options.verbosity > 0 ? humanVerdicts(report, page, options.verbosity) : []),
    humanEnding(reporting, rows, page),
  ]
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

/** Rows by the files of their first places, in the order of the files. */
function byFile(rows: readonly Row[], { sources }: Reporting, { placeOf }: TerminalPage): readonly Row[] {
  const grouped = groupBy(rows, ({ findings: [first] }) => first && placeOf(first.range).file)
  return sources.files.flatMap((file) => grouped.get(file) ?? [])
}

type Objects = ReadonlyMap<string, ObjectReport>

/** So many other places of a row are named; with more verbosity, all of them. */
const mostPlaces = 5
/** So many places that explain a finding are named. */
const mostRelated = 3

function rowBlock(
  row: Row,
  objects: Objects,
  page: TerminalPage,
  { verbosity }: WriteOptions,
): readonly string[] {
  const [item, ...others] = row.items
  if (!item) return []
  const [first] = item.findings
  const { paint, width } = page
  const tone = tones[row.severity]
  const links = [...new Set(others.map(({ findings: [other] }) => page.linkTo(other.range)))]
  const more = firstOf(links, verbosity > 0 ? links.length : mostPlaces)
  return [
    headline(row, first, objects, page),
    ...codeFrame(page.placeOf(first.range), { width, paint, tone }),
    ...(links.length > 0 ? page.prose(`Also at ${more}`, 2) : []),
    ...adviceOf(item.findings).flatMap((advice) => page.prose(advice, 2)),
    ...first.related
      .slice(0, mostRelated)
      .flatMap(({ message, range }) => page.prose(`${withoutStop(message)} (${page.linkTo(range)})`, 2)),
  ]
}

/** One line, however long: `web.yaml:18:11: critical: No memory limit on container web of Deployment web [container-resources]` */
function headline(
  row: Row,
  { range, message }: Finding,
  objects: Objects,
  { paint, linkTo }: TerminalPage,
): string {
  const said = withoutStop(row.title)
  // A message names what it is about.
  const isMessage = row.findings.length === 1 && said === withoutStop(message)
  const title = isMessage ? said : `${said} ${rowSubject(row, objects, false)}`.trim()
  const isElsewhere = row.findings.every(({ mayBeElsewhere }) => mayBeElsewhere)
  const where = paint('bold', `${linkTo(range)}:`)
  const severity = paint(tones[row.severity], `${row.severity}:`)
  const note = isElsewhere ? ' (may be elsewhere)' : ''
  return `${where} ${severity} ${paint('bold', visible(title))}${note} ${paint('dim', `[${row.rule}]`)}`
}

/** What the findings of one thing advise, each once: a paragraph, or none. */
function adviceOf(findings: readonly Finding[]): readonly string[] {
  const sentences = new Set(findings.flatMap(({ advice }) => advice ?? []))
  return sentences.size > 0 ? [[...sentences].join(' ')] : []
}
