import { isObject, type JsonObject } from '../../engine/model/json'
import { decodeBase64 } from '../../kubernetes/base64'
import type { Answer } from '../answer'
import type { Kind } from '../kind'
import { subdomainName } from '../metadata/nameRules'
import { Place, root } from '../place'
import { annotationOf, has, parseJson, textAt, textsOf } from '../read'
import { byteLength, invalid, required, tooLong } from '../say'
import { base64Bytes, checkDataKey, mostDataBytes } from './data'
import { tlsProblem } from './tls'

/** A value of a Secret: its text, which is decoded when it is needed, its length in bytes, and where it is. */
type Entry = { readonly text: () => string; readonly bytes: number; readonly place: Place }

const dataPlace = root.child('data')

/** `stringData` over `data`, as the server keeps them. Source: `Convert_v1_Secret_To_core_Secret`. */
function entriesOf(object: JsonObject): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>()
  for (const [key, text] of textsOf(object, 'data'))
    entries.set(key, {
      text: () => decodeBase64(text) ?? '',
      bytes: base64Bytes(text),
      place: dataPlace.key(key),
    })
  for (const [key, text] of textsOf(object, 'stringData')) {
    const place = root.child('stringData', key).spelled(dataPlace.key(key).field)
    entries.set(key, { text: () => text, bytes: byteLength(text), place })
  }
  return entries
}

const serviceAccountName = 'kubernetes.io/service-account.name'

/** The keys that a type of Secret needs. */
const needed: ReadonlyMap<string, readonly string[]> = new Map([
  ['kubernetes.io/dockercfg', ['.dockercfg']],
  ['kubernetes.io/dockerconfigjson', ['.dockerconfigjson']],
  ['kubernetes.io/ssh-auth', ['ssh-privatekey']],
  ['kubernetes.io/tls', ['tls.crt', 'tls.key']],
])

/** The data and annotations that the type of a Secret needs. */
function validateType(
  type: string,
  object: JsonObject,
  entries: ReadonlyMap<string, Entry>,
  answer: Answer,
): void {
  const missing = (place: Place, what: string): void =>
    required(answer, place, `A Secret of type ${type} needs ${what}.`, 'invalid-secret-data')
  // A missing key is shown where the others are.
  const given = has(object, 'data') || !has(object, 'stringData') ? 'data' : 'stringData'
  const missingKey = (key: string): void =>
    missing(root.child(given, key).spelled(dataPlace.key(key).field), `the key ${key}`)
  if (type === 'kubernetes.io/service-account-token' && !annotationOf(object, serviceAccountName))
    missing(
      root.child('metadata', 'annotations').key(serviceAccountName),
      `the annotation ${serviceAccountName}`,
    )
  if (type === 'kubernetes.io/basic-auth' && !entries.has('username') && !entries.has('password'))
    for (const key of ['username', 'password']) missingKey(key)
  for (const key of needed.get(type) ?? []) {
    const entry = entries.get(key)
    if (!entry || (key === 'ssh-privatekey' && entry.bytes === 0)) missingKey(key)
    else if (key.startsWith('.docker')) {
      const json = parseJson(entry.text())
      // Go reads null into a map as well.
      if (json !== null && !isObject(json))
        invalid(answer, entry.place, `The value of ${key} must be a JSON object.`, 'invalid-secret-data')
    }
  }
}

/** Source: `ValidateSecret`. */
function validate(object: JsonObject, answer: Answer): void {
  const entries = entriesOf(object)
  for (const [key, { place }] of entries)
    checkDataKey(answer, new Place(place.path, place.field, true), 'Secret', key)
  const bytes = [...entries.values()].reduce((sum, entry) => sum + entry.bytes, 0)
  if (bytes > mostDataBytes) tooLong(answer, dataPlace, 'The data of the Secret', mostDataBytes, 'bytes')
  const type = textAt(object, 'type')
  validateType(type, object, entries, answer)
  const [certificate, key] = [entries.get('tls.crt'), entries.get('tls.key')]
  if (type !== 'kubernetes.io/tls' || !certificate || !key) return
  const problem = tlsProblem(certificate.text(), key.text())
  if (problem !== undefined) answer.warn('unreadable-certificate', certificate.place, problem)
}

export const secret: Kind = {
  of: ['v1 Secret'],
  name: subdomainName,
  // Source: `SetDefaults_Secret`.
  complete: (object) => (textAt(object, 'type') === '' ? { ...object, type: 'Opaque' } : object),
  validate,
}
