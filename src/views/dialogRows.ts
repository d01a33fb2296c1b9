import type { AppliedFix } from '../engine/fixes/appliedFix'
import { groupBy } from '../engine/model/groupBy'
import type { Report } from '../engine/model/report'
import { rowsOf, type Row } from '../engine/report/rows'
import { rowFixTitle } from './rowFix'

/** Fixes that the dialog lists as one: those of a row of the report, with what they lead to. */
export type DialogRow = {
  readonly key: string
  readonly title: string
  /** What is wrong: absent where only a text with other fixes has the findings. */
  readonly row?: Row
  readonly steps: readonly AppliedFix[]
}

/** The fixes of a plan as rows, in the order of the plan: each where the last of its fixes is. */
export function dialogRows(
  applied: readonly AppliedFix[],
  { findings, rules }: Pick<Report, 'findings' | 'rules'>,
): readonly DialogRow[] {
  const order = new Map(applied.map(({ finding }, index) => [finding, index]))
  const roots = groupBy(applied, ({ finding, follows }) =>
    follows !== undefined && order.has(follows) ? follows : finding,
  )
  const active = findings.filter(({ ignored }) => ignored === undefined)
  const rows = rowsOf(active, rules, 'text').flatMap((row): readonly DialogRow[] => {
    const items = row.items.filter((item) => item.findings.some(({ id }) => roots.has(id)))
    if (items.length === 0) return []
    const ids = new Set(row.findings.map(({ id }) => id))
    const steps = row.findings.flatMap(({ id }) => roots.get(id) ?? [])
    const titles = steps.filter(({ finding }) => ids.has(finding)).map(({ title }) => title)
    const own = { ...row, items }
    return [{ key: row.key, title: rowFixTitle(own, titles, rules), row: own, steps }]
  })
  const listed = new Set(rows.flatMap(({ steps }) => steps))
  const later = groupBy(
    applied.filter((step) => !listed.has(step)),
    ({ rule, title }) => JSON.stringify([rule, title]),
  )
  const others = [...later].map(([key, steps]): DialogRow => ({ key, title: steps[0]?.title ?? '', steps }))
  const lastOf = ({ steps }: DialogRow): number =>
    Math.max(...steps.map(({ finding }) => order.get(finding) ?? 0))
  return [...rows, ...others].toSorted((left, right) => lastOf(left) - lastOf(right))
}

/** Whether a fix is selected before anybody has looked at it: it is safe, and takes nothing out of the text. */
export const isPreselected = ({ safety, removes }: AppliedFix): boolean =>
  safety === 'safe' && removes.length === 0
