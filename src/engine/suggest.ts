import type { ObjectSchema, Schema } from './schema'

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
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
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
export function fieldBelow(root: ObjectSchema, name: string): string | undefined {
  const seen = new Set([root.name])
  let level: { readonly at: string; readonly schema: ObjectSchema }[] = [{ at: '', schema: root }]
  for (let depth = 0; depth < depthLimit; depth++) {
    const next: typeof level = []
    for (const { at, schema } of level) {
      for (const [field, type] of schema.fields ?? []) {
        const { suffix, schema: child } = objectIn(type)
        if (!child || field === 'status' || seen.has(child.name)) continue
        seen.add(child.name)
        const place = `${at}${at && '.'}${field}${suffix}`
        if (child.fields?.has(name)) return place
        next.push({ at: place, schema: child })
      }
    }
    level = next
  }
  return undefined
}

function objectIn(schema: Schema): { readonly suffix: string; readonly schema: ObjectSchema | undefined } {
  if (schema.type === 'object') return { suffix: '', schema: schema.definition() }
  if (schema.type !== 'list') return { suffix: '', schema: undefined }
  const inner = objectIn(schema.items)
  return { suffix: `[]${inner.suffix}`, schema: inner.schema }
}
