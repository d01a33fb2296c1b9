import type { Report } from '../engine/model/report'
import type { Row } from '../engine/report/rows'
import { wrapWords } from '../pages/wrapWords'
import { admissionSentence, uncountedNote } from './admissionText'
import { paintedWidth } from './paint'
import type { Reporting } from './reporting'
import { activeOf, severityCounts } from './said'
import { gradeOf, sentenceWithoutScore } from './scoreText'
import { tones, type TerminalPage } from './terminalPage'
import { summaryLine, validitySummary } from './validitySummary'
import { counted, numberText } from './words'

/** What there is to say about all files together. One line where nothing is wrong and nothing is left out. */
export function humanEnding(
  { report, sources, settings }: Reporting,
  rows: readonly Row[],
  page: TerminalPage,
): readonly string[] {
  const { admission, objects, score } = report
  const cluster = admission ? [admissionSentence(admission, settings.kubernetesVersion)] : []
  const notes = notesOf(report).map((note) => `${note}.`)
  if (rows.length === 0) {
    const nothing = objects.length === 0
    const calm = nothing ? ['There are no Kubernetes objects to check.'] : ['No problems found.', ...cluster]
    const whole = score?.value === 100 ? ['The score is 100 of 100.'] : []
    return page.prose([...calm, ...whole, ...notes].join(' '), 0)
  }
  const summary = validitySummary(report)
  const files = sources.files.length > 1 ? sources.files.length : summary.files
  return [
    ...page.prose(scoreLine(report), 0).map((line) => page.paint('bold', line)),
    ...wrapWords(countsLine(rows, page), page.width, paintedWidth),
    ...[...cluster, summaryLine({ ...summary, files }), ...notes].flatMap((line) => page.prose(line, 0)),
  ]
}

const scoreLine = (report: Report): string =>
  report.score
    ? `Score ${report.score.value} of 100: ${gradeOf(report.score).sentence.toLowerCase()}`
    : sentenceWithoutScore(report)

/** `9 problems in 31 places: 1 refused, 3 critical, 5 warning` */
function countsLine(rows: readonly Row[], { paint }: TerminalPage): string {
  const places = rows.reduce((sum, { items }) => sum + items.length, 0)
  const counts = severityCounts(rows).map(({ severity, text }) => paint(tones[severity], text))
  return `${counted(rows.length, 'problem')} in ${counted(places, 'place')}: ${counts.join(', ')}`
}

/** What was not counted, not read and not answered. */
function notesOf(report: Report): readonly string[] {
  const { documents, findings, objects } = report
  const active = activeOf(report)
  const elsewhere = active.filter(({ mayBeElsewhere }) => mayBeElsewhere).length
  const ignored = findings.length - active.length
  const broken = documents.filter(({ status }) => status === 'broken').length
  const all = documents.filter(({ status }) => status !== 'empty').length
  const unknown = objects.flatMap(({ verdicts }) => verdicts.filter(({ cannotTell }) => cannotTell)).length
  return [
    ...uncountedNote(objects),
    ...(broken > 0 ? [`${numberText(broken)} of ${counted(all, 'document')} cannot be read`] : []),
    ...(unknown > 0 ? [`No answer for ${counted(unknown, 'check')}, because of what cannot be read`] : []),
    ...(elsewhere > 0 ? [`${aboutFindings(elsewhere)} about objects that may be elsewhere`] : []),
    ...(ignored > 0 ? [`${counted(ignored, 'finding')} ignored`] : []),
  ]
}

const aboutFindings = (count: number): string => `${counted(count, 'finding')} ${count === 1 ? 'is' : 'are'}`
