import { valueAt, type Value } from '../../yaml/value'

/** The text at a path; empty for anything that is no text. */
export const textAt = (value: Value | undefined, ...path: readonly string[]): string => {
  const found = valueAt(value, path)
  return found?.type === 'scalar' && typeof found.data === 'string' ? found.data : ''
}

/** The items of the list at a path; none for anything that is no list. */
export const itemsAt = (value: Value | undefined, ...path: readonly string[]): readonly Value[] => {
  const found = valueAt(value, path)
  return found?.type === 'sequence' ? found.items : []
}

/** Whether there is `true` at a path. */
export const isTrueAt = (value: Value, ...path: readonly string[]): boolean => {
  const found = valueAt(value, path)
  return found?.type === 'scalar' && found.data === true
}

/** The labels at a path; values that are no text are left out. */
export const labelsAt = (value: Value, path: readonly string[]): Readonly<Record<string, string>> => {
  const found = valueAt(value, path)
  if (found?.type !== 'mapping') return {}
  return Object.fromEntries(
    [...found.entries].flatMap(([key, { value: label }]) =>
      label.type === 'scalar' && typeof label.data === 'string' ? [[key, label.data] as const] : [],
    ),
  )
}
