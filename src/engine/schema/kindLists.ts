import { byMaturity } from '../../kubernetes/apiVersion'
import type { SchemaCatalog } from './schema'

/**
 * The kinds that a version serves in an apiVersion, or in any if that is empty, sorted by name. The most mature apiVersion
 * of a kind comes first.
 */
export function kindsFor(
  apiVersion: string,
  catalog: SchemaCatalog,
  version: string,
): readonly { readonly kind: string; readonly apiVersions: readonly string[] }[] {
  const kinds = new Map<string, string[]>()
  for (const served of kindsIn(catalog, version))
    if (!apiVersion || served.apiVersion === apiVersion)
      kinds.set(served.kind, [...(kinds.get(served.kind) ?? []), served.apiVersion])
  return [...kinds.keys()].toSorted().map((kind) => ({
    kind,
    apiVersions: (kinds.get(kind) ?? []).toSorted(byMaturity),
  }))
}

/** The apiVersions in which a version serves a kind, or any kind if that is empty. The most mature ones come first. */
export function apiVersionsFor(
  kind: string,
  catalog: SchemaCatalog,
  version: string,
): readonly { readonly apiVersion: string; readonly kinds: readonly string[] }[] {
  const apiVersions = new Map<string, string[]>()
  for (const served of kindsIn(catalog, version))
    if (!kind || served.kind === kind)
      apiVersions.set(served.apiVersion, [...(apiVersions.get(served.apiVersion) ?? []), served.kind])
  return [...apiVersions.keys()].toSorted(byMaturity).map((apiVersion) => ({
    apiVersion,
    kinds: apiVersions.get(apiVersion) ?? [],
  }))
}

/** The kinds of a version without lists of another kind, such as PodList, which nobody writes. */
function kindsIn(catalog: SchemaCatalog, version: string) {
  const served = catalog.kindsOf(version)
  const names = new Set(served.map(({ kind }) => kind))
  return served.filter(({ kind }) => !kind.endsWith('List') || !names.has(kind.replace(/List$/, '')))
}
