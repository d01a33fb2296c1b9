import type { CelType } from './types'

/**
 * A type with what is known of the size of its values. `most`: how many characters, items or entries they have at most; 0
 * where that says nothing. `least`: how many bytes they have at least, as JSON. `fields`: of objects, by their names in
 * CEL. `key`: of maps. `item`: of lists and maps. Source: k8s.io/apiserver/pkg/cel, `DeclType`.
 */
export type Declared = {
  readonly type: CelType
  readonly most: number
  readonly least: number
  readonly fields?: ReadonlyMap<string, Declared>
  readonly key?: Declared
  readonly item?: Declared
}

/** A way from a variable to a part of it: `['self', 'names', '@items']`. */
export type Way = readonly string[]

/** The part that a way leads to, from the variable on; undefined when there is none. Source: `EstimateSize`. */
export function partAt(root: Declared, way: Way): Declared | undefined {
  let here: Declared | undefined = root
  for (const name of way.slice(1)) {
    if (name === '@items' || name === '@values') here = here.item
    else if (name === '@keys') here = here.key
    else here = here.fields?.get(name)
    if (!here) return undefined
  }
  return here
}
