import { fieldsOf, itemSchema, resolveRef } from './schemaFields'
import type { Schema } from './schema'

/** The number of edits between two words. An edit inserts, deletes or replaces a letter, or swaps two neighbours. */
export function editDistance(left: string, right: string): number {
  let before: number[] = []
  let row = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (let i = 1; i <= left.length; i++) {
    const next = [i]
    for (let j = 1; j <= right.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1)
      let least = Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1)
      if (left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1)
      next.push(least)
    }
    before = row
    row = next
  }
  return row[right.length] ?? 0
}

/** The candidate that is closest to a word; undefined when none is close. Differences in case do not count. */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  const limit = word.length <= 4 ? 1 : word.length <= 9 ? 2 : 3
  let best: { readonly candidate: string; readonly distance: number } | undefined
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > limit) continue
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase())
    if (distance <= limit && distance < (best?.distance ?? Infinity)) best = { candidate, distance }
  }
  return best?.candidate
}

/** How many levels below an object are searched for a field. */
const depthLimit = 5

/** The path from an object to the highest object below it that has a field with this name: `template.spec.containers[]`. */
export function fieldBelow(root: Schema, name: string): string | undefined {
  const seen = new Set<Schema>([root])
  let level: { readonly at: string; readonly schema: Schema }[] = [{ at: '', schema: root }]
  for (let depth = 0; depth < depthLimit; depth++) {
    const next: typeof level = []
    for (const { at, schema } of level) {
      for (const [field, type] of fieldsOf(schema)) {
        const { suffix, schema: child } = objectIn(type)
        if (!child || field === 'status' || seen.has(child)) continue
        seen.add(child)
        const path = `${at}${at && '.'}${field}${suffix}`
        if (fieldsOf(child).has(name)) return path
        next.push({ at: path, schema: child })
      }
    }
    level = next
  }
  return undefined
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
