import type { Group } from '../store/groups'

/** How many lines of a list are open by themselves: what is beyond them is one line for each object. */
const openLines = 20

/**
 * Which groups are open by themselves: the worst, as many as fit. A group that is known stays as it was, so that nothing
 * closes under the eyes of a reader when something above it grows.
 */
export function defaultOpen(
  groups: readonly Group[],
  known: ReadonlyMap<string, boolean>,
): ReadonlyMap<string, boolean> {
  const failing = groups.filter(({ rows }) => rows.length > 0)
  let left = openLines - failing.length
  const open = new Map<string, boolean>()
  for (const [index, { key, rows }] of failing.entries()) {
    const isOpen = known.get(key) ?? (index === 0 || rows.length <= left)
    open.set(key, isOpen)
    if (isOpen) left -= rows.length
  }
  return open
}
