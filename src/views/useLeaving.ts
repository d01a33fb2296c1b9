import { useEffect, useState } from 'react'
import type { Row } from '../engine/report/rows'

/** In milliseconds; as in finding.css. */
const leavingTime = 120

type ListedRow = { readonly row: Row; readonly isLeaving: boolean }

/**
 * The rows of a list, and for a moment those that have just gone, each where it was: so a reader sees what has been settled,
 * and nothing jumps.
 */
export function useLeaving(rows: readonly Row[]): readonly ListedRow[] {
  const [shown, setShown] = useState<{
    readonly rows: readonly Row[]
    readonly listed: readonly ListedRow[]
  }>(() => ({ rows, listed: rows.map(staying) }))
  const listed = shown.rows === rows ? shown.listed : withLeaving(shown.listed, rows)
  if (shown.rows !== rows) setShown({ rows, listed })
  const hasLeaving = listed.some(({ isLeaving }) => isLeaving)
  useEffect(() => {
    if (!hasLeaving) return undefined
    const timer = setTimeout(() => setShown({ rows, listed: rows.map(staying) }), leavingTime)
    return () => clearTimeout(timer)
  }, [rows, hasLeaving])
  return listed
}

const staying = (row: Row): ListedRow => ({ row, isLeaving: false })

/** The new rows in their order; those that are gone come after the row that they came after. */
export function withLeaving(before: readonly ListedRow[], rows: readonly Row[]): readonly ListedRow[] {
  const keys = new Set(rows.map(({ key }) => key))
  const goneAfter = new Map<string, ListedRow[]>()
  let last = ''
  for (const { row, isLeaving } of before) {
    if (keys.has(row.key)) last = row.key
    else if (!isLeaving) goneAfter.set(last, [...(goneAfter.get(last) ?? []), { row, isLeaving: true }])
  }
  return [
    ...(goneAfter.get('') ?? []),
    ...rows.flatMap((row) => [staying(row), ...(goneAfter.get(row.key) ?? [])]),
  ]
}
