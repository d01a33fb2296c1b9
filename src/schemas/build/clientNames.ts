import { kindOfClass } from './clientNode'
import { servedKinds, targetOf, type Definitions, type Shape } from './definition'

/**
 * The API's names for the classes of @kubernetes/client-node: `V1PodSpec` → `io.k8s.api.core.v1.PodSpec`. A class and a
 * definition of `others` that serve the same kind are the same, and so are the targets of their fields of equal name.
 * No other package has lists and reviews, so these are named after their group and version, and so is everything that
 * only they refer to.
 */
export const clientNames = (
  classes: Definitions,
  others: readonly Definitions[],
): ReadonlyMap<string, string> => {
  const names = new Map<string, string>()
  const classOfKind = servedKinds(classes)
  for (const other of others) {
    const pairs = [...servedKinds(other)].flatMap(([kind, name]) => {
      const className = classOfKind.get(kind)
      return className === undefined ? [] : [[className, name] as const]
    })
    // Starts again for each package: a class that is already named may refer to classes that only this one has.
    const seen = new Set<string>()
    const follow = (className: string, name: string): void => {
      const from = classes.get(className)
      const to = other.get(name)
      if (!from || !to || seen.has(className)) return
      seen.add(className)
      if (!names.has(className)) names.set(className, name)
      for (const [field, { shape }] of from.properties) {
        const match = to.properties.get(field)
        const [next, nextName] = match ? targetsOf(shape, match.shape) : []
        if (next !== undefined && nextName !== undefined) follow(next, names.get(next) ?? nextName)
      }
    }
    for (const [className, name] of pairs) follow(className, names.get(className) ?? name)
  }
  for (const [kind, className] of classOfKind)
    if (!names.has(className)) names.set(className, nameOfKind(kind))
  // Iterating over a map includes the entries that are added on the way.
  for (const [className, name] of names)
    for (const { shape } of classes.get(className)?.properties.values() ?? []) {
      const to = targetOf(shape)
      if (to !== undefined && !names.has(to)) names.set(to, name.replace(/\w+$/, kindOfClass(to)))
    }
  return names
}

/** What two shapes refer to, if both have the same lists and maps around the reference. */
const targetsOf = (a: Shape, b: Shape): readonly [string?, string?] => {
  if (a.is === 'reference' && b.is === 'reference') return [a.to, b.to]
  return 'of' in a && 'of' in b && a.is === b.is ? targetsOf(a.of, b.of) : []
}

/** `authentication.k8s.io/v1/TokenReview` → `io.k8s.api.authentication.v1.TokenReview` */
const nameOfKind = (path: string): string => {
  const [kind, version, group = 'core'] = path.split('/').toReversed()
  const folder = group === 'flowcontrol.apiserver.k8s.io' ? 'flowcontrol' : group.split('.')[0]
  return `io.k8s.api.${folder}.${version}.${kind}`
}
