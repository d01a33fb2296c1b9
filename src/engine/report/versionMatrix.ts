import { memoryOf, type Library } from './cache'
import { locateObjects } from '../objects/locatedObjects'
import type { ObjectValidity } from '../model/report'
import type { Settings } from '../model/settings'
import { validityOf } from '../findings/validateObject'

/** What each bundled version of Kubernetes says of one object. */
export type VersionMatrix = {
  /** Oldest first. */
  readonly versions: readonly {
    readonly version: string
    readonly status: ObjectValidity['status']
    /** Why it is not valid, a sentence for each fault, in the order of the text. */
    readonly reasons: readonly string[]
  }[]
}

/**
 * Holds one object of a text against every bundled version. `object`: its id in the report on the same text; undefined
 * when there is none of this id, or no schemas. Never throws.
 */
export function versionsOf(
  text: string,
  object: string,
  settings: Settings,
  library: Library,
): VersionMatrix | undefined {
  const { schemas } = library
  const memory = memoryOf(library)
  const objects = locateObjects(memory.documents.read(text))
  const placed = objects.find(({ id }) => id === object)
  const { document, problems } = placed?.placed.reading ?? {}
  if (!schemas || !placed || !document?.root || !problems) return undefined
  const around = { root: document.root, text: placed.placed.text, found: problems }
  const versions = schemas.versions.map((version) => {
    const asked = { ...settings, kubernetesVersion: version }
    const source = memory.shelf.lookup(objects, asked)
    const { status, problems: found, skipped } = validityOf(placed.object, around, source, schemas, asked)
    const reasons = [...found.map(({ message }) => message), ...(skipped === undefined ? [] : [skipped])]
    return { version, status, reasons }
  })
  return { versions }
}
