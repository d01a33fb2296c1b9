import { minorOf } from '../kubernetes/version'
import { admitObject } from '../apiServer/admit'
import { warningsSent } from '../apiServer/warnings'
import { DocumentCache } from '../engine/objects/documentCache'
import { locateObjects, valueOf } from '../engine/objects/locatedObjects'
import { isDecodable, isDoubtful, validateObject, type Validity } from '../engine/findings/validateObject'
import type { Problem } from '../engine/model/problem'
import { defaultSettings } from '../engine/model/settings'
import type { SchemaCatalog } from '../engine/schema/schema'
import { SchemaCache } from '../engine/schema/schemaLookup'
import { decodedObject } from '../rules/apiServer/decodedObject'
import { violationsOfOpenParts } from '../rules/apiServer/openParts'
import type { Violation } from '../engine/schema/violation'
import type { Mapping } from '../engine/yaml/value'

/** What the server would answer about one object. */
export type AdmitRow = {
  readonly apiVersion: string
  readonly kind: string
  readonly name: string
  readonly verdict: 'accepted' | 'refused' | 'skipped'
  readonly causes: readonly { readonly reason: string; readonly field: string }[]
  readonly warnings: readonly { readonly field: string; readonly message: string }[]
}

/** Kinds that can be read from the server and not written to it. */
const readOnly = ['v1/ComponentStatus']

/** What the API server of a version would answer about each object of a text, in its order. */
export function admit(
  text: string,
  { kubernetesVersion }: { readonly kubernetesVersion: string },
  catalog: SchemaCatalog,
): readonly AdmitRow[] {
  const settings = { ...defaultSettings, kubernetesVersion, strict: true, ignoreMissingSchemas: true }
  const documents = new DocumentCache().read(text)
  const located = locateObjects(documents)
  const schemas = new SchemaCache({ schemas: catalog }).lookup(located, settings)
  return located.map((one): AdmitRow => {
    const { object } = one
    const { apiVersion, kind, name } = object
    const row = { apiVersion, kind, name, causes: [], warnings: [] }
    const value = valueOf(one)
    const decoded = value && decodedObject(object, value)
    if (!value || !decoded) return { ...row, verdict: 'refused' }
    if ((catalog.spelling(kubernetesVersion, apiVersion, kind) ?? kind) !== kind)
      return { ...row, verdict: 'skipped' }
    if (readOnly.includes(`${apiVersion}/${kind}`)) return { ...row, verdict: 'refused' }
    const { reading, text: document } = one.document
    const around = { value, text: document, problems: reading.problems.filter(reachesServer) }
    const validity = validateObject(object, around, schemas, catalog, settings)
    if (validity.status === 'skipped' || validity.status === 'error') return { ...row, verdict: 'skipped' }
    if (around.problems.some((problem) => isDoubtful(problem, true))) return { ...row, verdict: 'refused' }
    const isDecoded = violationsOf(value, validity, kubernetesVersion, catalog).every(isDecodable)
    if (!isDecoded) return { ...row, verdict: 'refused' }
    const answer = admitObject(decoded, minorOf(kubernetesVersion))
    if (!answer) return { ...row, verdict: validity.status === 'invalid' ? 'refused' : 'accepted' }
    return {
      ...row,
      verdict: answer.causes.length > 0 ? 'refused' : 'accepted',
      causes: answer.causes.map(({ reason, place }) => ({ reason, field: place.field })),
      warnings: warningsSent(answer).map(({ place, message }) => ({ field: place.field, message })),
    }
  })
}

/** Clients send JSON, for which they keep the last of several values of a key. */
const reachesServer = ({ rule }: Problem): boolean => rule !== 'duplicate-key'

const violationsOf = (
  value: Mapping,
  { diagnostics, schema }: Validity,
  version: string,
  catalog: SchemaCatalog,
): readonly Violation[] => [
  ...diagnostics.flatMap(({ cause }) => (cause.kind === 'violation' ? [cause.violation] : [])),
  ...(schema?.origin === 'kubernetes' ? violationsOfOpenParts(value, schema.schema, version, catalog) : []),
]
