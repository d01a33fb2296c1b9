import type { Json } from './json'
import type { Path } from './path'

/**
 * One change to the data of a document. Paths start at the root of the document. In a list of changes, each path refers
 * to the document as the changes before it left it.
 */
export type Change =
  /**
   * Replaces the value at the path, or adds it with all its missing parents. Members of mappings and lists that are
   * already equal keep their text and their order.
   */
  | { readonly kind: 'set'; readonly path: Path; readonly value: Json }
  /** Removes a key with its value, or an item of a list. A parent that becomes empty is kept, as `{}` or `[]`. */
  | { readonly kind: 'remove'; readonly path: Path }
  /** Renames the key at the end of the path and keeps its position. */
  | { readonly kind: 'rename'; readonly path: Path; readonly key: string }
  /** Adds an item to a list, and the list if it is missing. Does nothing when the list already has an equal item. */
  | { readonly kind: 'append'; readonly path: Path; readonly value: Json }

/** Why an edit is not made, in one sentence for people. */
export type EditRefusal = { readonly refused: string }
