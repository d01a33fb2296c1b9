import type { Verdict } from '../engine/model/finding'
import type { ObjectReport, Report } from '../engine/model/report'
import { objectName } from './objectName'
import type { WriteOptions } from './reporting'
import type { TerminalPage } from './terminalPage'
import { visible } from './visible'

/**
 * The checks of each object that found nothing that counts: those that passed and those that are ignored, and with more
 * verbosity also those that were skipped, with the reason. Objects that no check looks at are left out.
 */
export const humanVerdicts = (
  report: Report,
  page: TerminalPage,
  verbosity: WriteOptions['verbosity'],
): readonly (readonly string[])[] =>
  report.objects.flatMap((object) => {
    const lines = object.verdicts.flatMap((verdict) => verdictLines(verdict, report, page, verbosity))
    return lines.length > 0 ? [[objectLine(object, page), ...lines]] : []
  })

const objectLine = (object: ObjectReport, { paint, linkTo }: TerminalPage): string =>
  `${paint('bold', `${linkTo(object.nameRange)}:`)} ${paint('bold', visible(objectName(object)))}`

function verdictLines(
  { check, cannotTell, findings, grade, notes, skipped }: Verdict,
  { rules }: Report,
  { paint, prose }: TerminalPage,
  verbosity: WriteOptions['verbosity'],
): readonly string[] {
  const title = `${visible(rules[check]?.title ?? check)} ${paint('dim', `[${check}]`)}`
  if (skipped !== undefined) {
    const word = cannotTell ? 'cannot tell' : 'skipped'
    return verbosity > 1 || cannotTell ? [`  ${paint('dim', word)} ${title}`, ...prose(skipped, 4)] : []
  }
  if (findings.length > 0 || grade < 10) return []
  return [
    `  ${paint('green', 'passed')} ${title}`,
    ...(verbosity > 1 ? notes.flatMap(({ message }) => prose(message, 4)) : []),
  ]
}
