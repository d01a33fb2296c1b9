import { fieldsOf, isUnresolved, itemSchema, resolveRef } from './schemaFields'
import type { Schema } from './schema'

/** Longer words are not compared: no field and no value with a meaning of its own is as long. */
const wordLimit = 100

/** So many candidates are compared with a word. */
const candidateLimit = 500

/** Three rows of distances: of the letters before the last one, of the last one, and of the current one. */
const rows = [0, 1, 2].map(() => new Uint8Array(wordLimit + 2))

/**
 * The number of edits between two words. An edit inserts, deletes or replaces a letter, or swaps two neighbours.
 * `limit`: a larger distance counts as `limit + 1`, and so does any distance of very long words.
 */
export function editDistance(left: string, right: string, limit = wordLimit): number {
  const most = Math.max(left.length, right.length)
  if (left === right) return 0
  if (most > wordLimit || Math.abs(left.length - right.length) > limit) return limit + 1
  const beyond = limit + 1
  let [before, row, next] = rows
  if (!before || !row || !next) return beyond
  for (let j = 0; j <= right.length; j++) row[j] = j
  for (let i = 1; i <= left.length; i++) {
    // Only places near the diagonal can be within the limit.
    const from = Math.max(1, i - limit)
    const to = Math.min(right.length, i + limit)
    next[from - 1] = from === 1 ? i : beyond
    let lowest = next[from - 1] ?? beyond
    for (let j = from; j <= to; j++) {
      const replaced = (row[j - 1] ?? 0) + (left.charCodeAt(i - 1) === right.charCodeAt(j - 1) ? 0 : 1)
      let least = Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1)
      if (i > 1 && j > 1 && isSwap(left, i, right, j)) least = Math.min(least, (before[j - 2] ?? 0) + 1)
      next[j] = least
      lowest = Math.min(lowest, least)
    }
    next[to + 1] = beyond
    // A swap goes back two rows, so one row above the limit is not enough to stop.
    if (lowest > limit + 1) return beyond
    ;[before, row, next] = [row, next, before]
  }
  return Math.min(row[right.length] ?? 0, beyond)
}

/** Whether two neighbouring letters of a word are swapped in another. */
const isSwap = (left: string, i: number, right: string, j: number): boolean =>
  left.charCodeAt(i - 1) === right.charCodeAt(j - 2) && left.charCodeAt(i - 2) === right.charCodeAt(j - 1)

/** The candidate that is closest to a word; undefined when none is close. Differences in case do not count. */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  const limit = word.length <= 4 ? 1 : word.length <= 9 ? 2 : 3
  const wanted = word.toLowerCase()
  let best: { readonly candidate: string; readonly distance: number } | undefined
  let count = 0
  for (const candidate of candidates) {
    if (++count > candidateLimit) break
    if (Math.abs(candidate.length - word.length) > limit) continue
    const distance = editDistance(wanted, candidate.toLowerCase(), limit)
    if (distance <= limit && distance < (best?.distance ?? Infinity)) best = { candidate, distance }
  }
  return best?.candidate
}

/** How many levels below an object are searched for a field. */
const depthLimit = 5

/** So many objects below an object are searched for fields. */
const objectLimit = 10_000

/** By the name of a field. `path`: of the highest object with such a field. `children`: how many direct children have it. */
type FieldsBelow = ReadonlyMap<string, { readonly path: string; readonly children: number }>

const known = new WeakMap<Schema, FieldsBelow>()

/**
 * The path from an object to the highest object below it that has a field with this name, `template.spec.containers[]`,
 * and how many fields of the object itself have one.
 */
export function fieldBelow(
  root: Schema,
  name: string,
): { readonly path: string; readonly children: number } | undefined {
  return (known.get(root) ?? fieldsBelow(root)).get(name)
}

/** All fields of all objects below an object, worked out once for a schema. */
function fieldsBelow(root: Schema): FieldsBelow {
  const found = new Map<string, { readonly path: string; readonly children: number }>()
  const seen = new Set<Schema>([root])
  let isComplete = true
  let level: { readonly at: string; readonly schema: Schema }[] = [{ at: '', schema: root }]
  for (let depth = 0; depth < depthLimit; depth++) {
    const next: typeof level = []
    for (const { at, schema } of level) {
      for (const [field, type] of fieldsOf(schema)) {
        const { suffix, schema: child } = objectIn(type)
        if (!child || field === 'status' || seen.has(child) || seen.size > objectLimit) continue
        seen.add(child)
        isComplete &&= !isUnresolved(child)
        const path = `${at}${at && '.'}${field}${suffix}`
        for (const name of fieldsOf(child).keys())
          if (!found.has(name)) found.set(name, { path, children: 0 })
        next.push({ at: path, schema: child })
      }
    }
    level = next
  }
  for (const child of fieldsOf(root).values())
    for (const name of fieldsOf(child).keys()) {
      const entry = found.get(name)
      if (entry) found.set(name, { ...entry, children: entry.children + 1 })
    }
  if (isComplete) known.set(root, found)
  return found
}

/** How many levels of nested lists a field's object can be in. */
const listLimit = 4

/** The object that is the value of a field, or an item of it. `suffix`: `[]` for each list around the object. */
function objectIn(schema: Schema): { readonly suffix: string; readonly schema: Schema | undefined } {
  let target: Schema = resolveRef(schema)
  let suffix = ''
  for (let items = itemSchema(target); items && suffix.length < 2 * listLimit; items = itemSchema(target)) {
    target = items
    suffix += '[]'
  }
  return { suffix, schema: target }
}
