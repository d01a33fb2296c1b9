import { byMaturity } from '../../kubernetes/apiVersion'
import type { SchemaCatalog } from './schema'

/** The kinds that a version serves under an apiVersion, or under any, by name. The most mature apiVersion comes first. */
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

/** The apiVersions under which a version serves a kind, or any kind. Those that are there to stay come first. */
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

/** The list of each kind is a kind of its own, which nobody writes. */
function kindsIn(catalog: SchemaCatalog, version: string) {
  const served = catalog.kindsOf(version)
  const names = new Set(served.map(({ kind }) => kind))
  return served.filter(({ kind }) => !kind.endsWith('List') || !names.has(kind.replace(/List$/, '')))
}
