import { once } from '../engine/model/lookup'
import type { SchemaCatalog } from '../engine/schema/schema'
import { groupOf } from '../kubernetes/apiVersion'

/** The groups of all apiVersions that a text mentions anywhere, except those of Kubernetes. */
export const customGroupsIn = (text: string, catalog: SchemaCatalog | undefined): readonly string[] => {
  const named = text.matchAll(/apiVersion["']?\s*:\s*["']?([\w-]+(?:\.[\w-]+)+)\//g)
  const builtIn = catalog && builtInGroups(catalog)
  return [...new Set([...named].map(([, group = '']) => group))].filter((group) => !builtIn?.has(group))
}

const builtInGroups = once(
  (catalog: SchemaCatalog): ReadonlySet<string> =>
    new Set(
      catalog.versions.flatMap((version) => catalog.kindsOf(version)).map((kind) => groupOf(kind.apiVersion)),
    ),
)
