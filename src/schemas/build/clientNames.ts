import { kindOfClass } from './clientNode'
import { kindsOf, target, type Definitions, type Shape } from './definition'

/**
 * The API's names of the classes of @kubernetes/client-node (V1PodSpec → io.k8s.api.core.v1.PodSpec): where a class
 * and a definition serve the same kind they are the same, and so are whatever their equal fields refer to.
 * Lists and reviews, which no other package serves, are named by their group and version, and what only they refer
 * to by theirs.
 */
export const clientNames = (
  classes: Definitions,
  others: readonly Definitions[],
): ReadonlyMap<string, string> => {
  const names = new Map<string, string>()
  const kinds = kindsOf(classes)
  for (const other of others) {
    const pairs = [...kindsOf(other)].flatMap(([kind, name]) => {
      const own = kinds.get(kind)
      return own === undefined ? [] : [[own, name] as const]
    })
    // What an earlier package named may lead to classes that only this one knows.
    const seen = new Set<string>()
    const follow = (own: string, name: string): void => {
      const from = classes.get(own)
      const to = other.get(name)
      if (!from || !to || seen.has(own)) return
      seen.add(own)
      if (!names.has(own)) names.set(own, name)
      for (const [field, { shape }] of from.properties) {
        const match = to.properties.get(field)
        const [next, nextName] = match ? sameReference(shape, match.shape) : []
        if (next !== undefined && nextName !== undefined) follow(next, names.get(next) ?? nextName)
      }
    }
    for (const [own, name] of pairs) follow(own, names.get(own) ?? name)
  }
  for (const [kind, own] of kinds) if (!names.has(own)) names.set(own, nameOfKind(kind))
  // A map is walked in the order of its entries, those added on the way included.
  for (const [own, name] of names)
    for (const { shape } of classes.get(own)?.properties.values() ?? []) {
      const to = target(shape)
      if (to !== undefined && !names.has(to)) names.set(to, name.replace(/\w+$/, kindOfClass(to)))
    }
  return names
}

/** Both names, when both shapes are the same nest of lists and maps around a reference. */
const sameReference = (a: Shape, b: Shape): readonly [string?, string?] => {
  if (a.is === 'reference' && b.is === 'reference') return [a.to, b.to]
  return 'of' in a && 'of' in b && a.is === b.is ? sameReference(a.of, b.of) : []
}

/** 'authentication.k8s.io/v1/TokenReview' → 'io.k8s.api.authentication.v1.TokenReview' */
const nameOfKind = (path: string): string => {
  const [kind, version, group = 'core'] = path.split('/').toReversed()
  const folder = group === 'flowcontrol.apiserver.k8s.io' ? 'flowcontrol' : group.split('.')[0]
  return `io.k8s.api.${folder}.${version}.${kind}`
}
