import type { Finding } from '../engine/model/finding'
import type { Range } from '../engine/model/range'

/** Nobody reads a longer menu of fixes, and the worker verifies each of them. */
const most = 5

/**
 * The findings whose fixes are offered at a cursor or a selection: the innermost of those that it lies within, which are
 * several where they are about the same place. A selection that reaches over several places asks for nothing: somebody who
 * selects everything is about to replace it.
 */
export function findingsToFix(findings: readonly Finding[], { from, to }: Range): readonly Finding[] {
  const touched = findings.filter(
    ({ range, ignored }) => ignored === undefined && range.from <= to && range.to >= from,
  )
  const around = touched.filter(({ range }) => range.from <= from && range.to >= to)
  const [first, ...more] = around.length > 0 ? around : touched
  if (!first) return []
  const inner = more.reduce((best, one) => (lengthOf(one) < lengthOf(best) ? one : best), first)
  const here = touched.filter(({ range }) => range.from === inner.range.from && range.to === inner.range.to)
  return around.length > 0 || here.length === touched.length ? here.slice(0, most) : []
}

const lengthOf = ({ range }: Finding): number => range.to - range.from
