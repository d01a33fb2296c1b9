import { fieldsOf, itemSchema, resolved } from './schemaFields'
import type { Schema } from './schema'

/** How many edits turn one word into another: insert, delete, replace, or swap two neighbours. */
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

/** The candidate that a word was most likely meant to be; undefined when none is near. Case alone always counts. */
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

/** How deep below an object to look for a field that stands too high. */
const depthLimit = 5

/** Where below an object a field of this name belongs, `template.spec.containers[]`; the shallowest place, if there is one. */
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
        const place = `${at}${at && '.'}${field}${suffix}`
        if (fieldsOf(child).has(name)) return place
        next.push({ at: place, schema: child })
      }
    }
    level = next
  }
  return undefined
}

/** How many lists may stand in each other before a field's mapping. */
const listLimit = 4

/** The mapping that a field holds, itself or in a list. */
function objectIn(schema: Schema): { readonly suffix: string; readonly schema: Schema | undefined } {
  let target: Schema = resolved(schema)
  let suffix = ''
  for (let items = itemSchema(target); items && suffix.length < 2 * listLimit; items = itemSchema(target)) {
    target = items
    suffix += '[]'
  }
  return { suffix, schema: target }
}
