import { severities, type Finding, type Severity } from '../engine/model/finding'
import type { Report } from '../engine/model/report'
import { rowsOf, type Row } from '../engine/report/rows'
import { numberText } from './words'

/** The findings that count. */
export const activeOf = ({ findings }: Report): readonly Finding[] =>
  findings.filter(({ ignored }) => ignored === undefined)

/** How many there are of each severity that there are some of, the worst first: `3 critical`. */
export const severityCounts = (
  items: readonly { readonly severity: Severity }[],
): readonly { readonly severity: Severity; readonly text: string }[] =>
  severities.flatMap((severity) => {
    const count = items.filter((item) => item.severity === severity).length
    return count > 0 ? [{ severity, text: `${numberText(count)} ${severity}` }] : []
  })

/** What is said once about one place. */
export type Said = {
  readonly row: Row
  /** At least one; several where they are parts of one row, such as the missing limits of a container. */
  readonly findings: Row['items'][number]['findings']
}

/** All that counts, said once for each place: the worst first, then in the order of the text. */
export const saidByPlace = (report: Report): readonly Said[] =>
  rowsOf(activeOf(report), report.rules, 'text').flatMap((row) =>
    row.items.map(({ findings }) => ({ row, findings })),
  )
