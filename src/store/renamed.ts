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
  return new Set(
    [...rows].map((row) =>
      row.endsWith(` ${from}`)
        ? `${row.slice(0, -from.length)}${to}`
        : row.replaceAll(JSON.stringify(from), JSON.stringify(to)),
    ),
  )
}
