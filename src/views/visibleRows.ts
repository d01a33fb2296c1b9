import type { Group } from '../store/groups'

/** A group, and how many of its rows are shown. */
type Shown = { readonly group: Group; readonly rows: number }

export type VisibleRows = { readonly shown: readonly Shown[]; readonly hiddenRows: number }

/**
 * The first `rows` rows of the list, headings included. Ten thousand findings are shown a part at a time: that keeps the
 * page fast, and nobody reads them all at once.
 */
export const visibleRows = (
  groups: readonly Group[],
  isOpen: (group: Group) => boolean,
  rows: number,
): VisibleRows => {
  const shown: Shown[] = []
  let left = rows
  let hiddenRows = 0
  for (const group of groups) {
    const wanted = isOpen(group) ? group.rows.length : 0
    if (left <= 0) {
      hiddenRows += 1 + wanted
      continue
    }
    const count = Math.min(wanted, left)
    shown.push({ group, rows: count })
    hiddenRows += wanted - count
    left -= 1 + count
  }
  return { shown, hiddenRows }
}
