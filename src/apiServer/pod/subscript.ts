/** The two parts of a path with a key at its end: `metadata.labels['a/b']`. */
export type Subscript = { readonly map: string; readonly key: string }

/** Undefined for a path without a key. Source: fieldpath, `SplitMaybeSubscriptedPath`. */
export function subscriptOf(path: string): Subscript | undefined {
  const open = path.indexOf("['", 1)
  const from = open + 2
  const to = path.length - 2
  if (open < 0 || to < from || !path.endsWith("']")) return undefined
  return { map: path.slice(0, open), key: path.slice(from, to) }
}
