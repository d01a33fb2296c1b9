import { validateObject } from '../findings/validateObject'
import type { ObjectValidity } from '../model/report'
import { valueOf } from '../objects/locatedObjects'
import type { EngineCache } from './engineCache'
import type { Library } from './library'
import type { ReadText } from './readText'

/** What each bundled version of Kubernetes says about one object. */
export type VersionMatrix = {
  /** Oldest first. */
  readonly versions: readonly {
    readonly version: string
    readonly status: ObjectValidity['status']
    /** Why it is not valid, one sentence for each problem, in the order of the text. */
    readonly reasons: readonly string[]
  }[]
}

/**
 * Checks one object of a text against every bundled version. `object`: its id in the report on the same text; undefined
 * when there is none of this id, or no schemas. Never throws.
 */
export function versionMatrix(
  { objects, settings }: ReadText,
  object: string,
  { schemas: catalog }: Library,
  cache: EngineCache,
): VersionMatrix | undefined {
  const located = objects.find(({ id }) => id === object)
  const value = located && valueOf(located)
  if (!catalog || !located || !value) return undefined
  const { text, reading } = located.document
  const around = { value, text, problems: reading.problems }
  const versions = catalog.versions.map((version) => {
    const asked = { ...settings, kubernetesVersion: version }
    const schemas = cache.schemas.lookup(objects, asked)
    const { status, diagnostics, skipped } = validateObject(located.object, around, schemas, catalog, asked)
    const reasons = [
      ...diagnostics.map(({ message }) => message),
      ...(skipped === undefined ? [] : [skipped]),
    ]
    return { version, status, reasons }
  })
  return { versions }
}
