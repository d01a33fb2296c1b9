import { canonicalJson, type Json } from './json'

/** The members of `values` that differ from those of `defaults`, in the order of the defaults. */
export function changed<Values extends Readonly<Record<keyof Values, Json>>>(
  values: Values,
  defaults: Values,
): Partial<Values> {
  const result: Partial<Values> = {}
  for (const key in defaults)
    if (canonicalJson(values[key]) !== canonicalJson(defaults[key])) result[key] = values[key]
  return result
}
