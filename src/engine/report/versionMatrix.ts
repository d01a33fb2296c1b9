import type { Diagnostic } from '../findings/diagnostic'
import type { Finder, Subject } from '../findings/rule'
import { validateObject } from '../findings/validateObject'
import type { ObjectValidity } from '../model/report'
import { valueOf } from '../objects/locatedObjects'
import type { Settings } from '../model/settings'
import type { Engine } from './engine'

/** What each bundled version of Kubernetes says about one object. */
export type VersionMatrix = {
  /** Oldest first. */
  readonly versions: readonly {
    readonly version: string
    /** `invalid`: a cluster of this version refuses it. */
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
  engine: Engine,
  text: string,
  object: string,
  settings: Settings,
): VersionMatrix | undefined {
  const { objects, relations } = engine.read(text, settings)
  const { schemas: catalog, finders } = engine.library
  const located = objects.find(({ id }) => id === object)
  const value = located && valueOf(located)
  if (!catalog || !located || !value) return undefined
  const { text: written, reading } = located.document
  const serverFinders = finders.filter(
    ({ source, finder }) => source.decidesAdmission && finder.applies(located.object),
  )
  const around = { value, text: written, problems: reading.problems }
  const versions = catalog.versions.map((version) => {
    const asked = { ...settings, kubernetesVersion: version }
    const schemas = engine.lookupSchemas(objects, asked)
    const validity = validateObject(located.object, around, schemas, catalog, asked)
    const subject: Subject = {
      ...{ object: located.object, value, text: written, document: reading, relations },
      ...{ schemas, catalog, settings: asked, validity: () => validity },
    }
    const refusals = serverFinders.flatMap(({ finder }) => refusalsOf(finder, subject))
    const { skipped } = validity
    const found = [...validity.diagnostics, ...refusals]
    const reasons = [...found.map(({ message }) => message), ...(skipped === undefined ? [] : [skipped])]
    const status = found.some(isRefused) ? 'invalid' : validity.status
    return { version, status, reasons }
  })
  return { versions }
}

const isRefused = ({ severity }: Diagnostic): boolean => severity === 'refused'

/** A finder that cannot run says nothing here: the report tells of it. */
function refusalsOf(finder: Finder, subject: Subject): readonly Diagnostic[] {
  try {
    return finder.find(subject).diagnostics.filter(isRefused)
  } catch {
    return []
  }
}
