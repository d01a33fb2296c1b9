import { reserved, words } from './tokens'

/** Whether CEL has a meaning of its own for a name, so that no variable or field can have it. */
export const isReserved = (name: string): boolean => reserved.has(name) || words.has(name)

const escapes: Readonly<Record<string, string>> = {
  __: '__underscores__',
  '.': '__dot__',
  '-': '__dash__',
  '/': '__slash__',
}

/**
 * How the name of a property is written in an expression: `a-b` is `a__dash__b`. Undefined for names that cannot be written.
 * Source: k8s.io/apiserver/pkg/cel, `Escape`.
 */
export function escapedName(name: string): string | undefined {
  if (isReserved(name)) return `__${name}__`
  if (!/^[A-Za-z_.\-/][A-Za-z0-9_.\-/]*$/.test(name)) return undefined
  return name.replaceAll(/__|[.\-/]/g, (part) => escapes[part] ?? part)
}

/** What a field is called that is written as a reserved word; undefined for other names. */
export const reservedName = (field: string): string | undefined =>
  isReserved(field) ? `__${field}__` : undefined
