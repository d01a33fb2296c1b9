import type { JsonObject } from '../engine/model/json'
import { Answer } from './answer'
import type { Kind } from './kind'
import { kinds } from './kinds'
import { validateMetadata } from './metadata/metadata'
import { textAt } from './read'

const byName: ReadonlyMap<string, Kind> = new Map(
  kinds.flatMap((kind) => kind.of.map((name) => [name, kind])),
)

/** Whether the rules of the server know a kind. */
export const isKnownKind = (apiVersion: string, kind: string): boolean => byName.has(`${apiVersion} ${kind}`)

/**
 * What the server says about an object that it could decode: a create as a dry run. Undefined for kinds that are not known
 * here. `minor`: of the version of Kubernetes. Pure; the object is not changed.
 */
export function admitObject(object: JsonObject, minor: number): Answer | undefined {
  const kind = byName.get(`${textAt(object, 'apiVersion')} ${textAt(object, 'kind')}`)
  if (!kind) return undefined
  const answer = new Answer(minor)
  const complete = kind.complete?.(object, minor) ?? object
  if (!kind.isMetadataLast) validateMetadata(complete, kind, answer)
  kind.validate?.(complete, answer)
  if (kind.isMetadataLast && answer.causes.length === 0) validateMetadata(complete, kind, answer)
  return answer
}
