import type { Json } from './json'
import type { Path } from './path'

/**
 * One change of the data of one document. Paths are from the document's root, each in the document as the changes
 * before it left it.
 */
export type Change =
  /**
   * Replaces what stands at the path, or adds it with all its missing parents. Of mappings and lists, what is equal
   * stays as it is, in its place.
   */
  | { readonly kind: 'set'; readonly path: Path; readonly value: Json }
  /** Removes a key with its value, or an item of a list. A parent that this empties stays, as `{}` or `[]`. */
  | { readonly kind: 'remove'; readonly path: Path }
  /** Gives the key at the end of the path another name, in its old place. */
  | { readonly kind: 'rename'; readonly path: Path; readonly key: string }
  /** Adds an item to a list, which is made when it is missing; nothing when the list has an equal item. */
  | { readonly kind: 'append'; readonly path: Path; readonly value: Json }

/** Why something is not done, in one sentence for people. */
export type EditRefusal = { readonly refused: string }
