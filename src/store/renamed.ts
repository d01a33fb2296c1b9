import type { Finding } from '../engine/model/finding'
import { pathText } from '../engine/model/path'
import type { Report } from '../engine/model/report'

/**
 * The keys of rows by now, after an object has got another name: what is open stays open while somebody types a name. The
 * same set where no object has been renamed.
 */
export function renamedRows(rows: ReadonlySet<string>, before: Report, after: Report): ReadonlySet<string> {
  if (rows.size === 0 || before.objects.length !== after.objects.length) return rows
  const changed = after.objects.flatMap(({ id }, index) => {
    const known = before.objects[index]?.id
    return known === undefined || known === id ? [] : [{ from: known, to: id }]
  })
  const [only] = changed
  if (!only || changed.length > 1) return rows
  const { from, to } = only
  const ids = new Map(findingsOf(after, to).map((finding) => [placeOf(finding), finding.id]))
  const keys = new Map([
    [`object ${from}`, `object ${to}`],
    ...findingsOf(before, from).map((finding): readonly [string, string] => [
      `finding ${finding.id}`,
      `finding ${ids.get(placeOf(finding)) ?? finding.id}`,
    ]),
  ])
  return new Set(
    [...rows].map((row) => keys.get(row) ?? row.replaceAll(JSON.stringify(from), JSON.stringify(to))),
  )
}

const findingsOf = ({ findings }: Report, object: string): readonly Finding[] =>
  findings.filter((finding) => finding.object === object)

const placeOf = ({ rule, path, subject }: Finding): string => JSON.stringify([rule, pathText(path), subject])
