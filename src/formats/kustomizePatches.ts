import { unwritableReason } from '../engine/edits/sourceData'
import { isObject, type JsonObject } from '../engine/model/json'
import { mergeShape } from '../kubernetes/mergeShape'
import { jsonPatch } from './jsonPatch'
import type { KustomizeObject } from './kustomizeObjects'
import { mergePatchText, operationsText } from './kustomizeText'
import { fitsMerge, mergePatch } from './strategicMerge'

/** An entry of `patches` in a kustomization. */
export type KustomizePatch = {
  /** The object to patch; absent for a strategic merge patch, which names its object itself. */
  readonly target?: JsonObject
  /** The patch as YAML. */
  readonly patch: string
}

/** The patches for one object, and a sentence about what they do not change. */
type ObjectPatches = { readonly patches: readonly KustomizePatch[]; readonly left?: string }

/** The patch that deletes an object. */
export const deletionPatch = (object: KustomizeObject): KustomizePatch => ({
  patch: mergePatchText({ $patch: 'delete', ...patchHead(object) }),
})

/**
 * The patches that turn an object into another one: a strategic merge patch as far as possible, and a JSON Patch for the
 * rest. `all`: all objects of the manifest, which the target of a JSON Patch must not match.
 */
export function patchesBetween(
  before: KustomizeObject,
  after: KustomizeObject,
  all: readonly KustomizeObject[],
): ObjectPatches {
  const error = unwritableReason(after.data)
  if (error !== undefined) return { patches: [], left: `${before.title} is not patched: ${error}` }
  // kustomize finds the object of a merge patch by apiVersion and namespace, so a merge patch cannot change these.
  const mergeable = withIdentity(after.data, before)
  const shape = mergeShape(before.apiVersion, before.kind)
  const isMerge = fitsMerge(before.data, mergeable, shape)
  const merge = isMerge ? mergePatch(before.data, mergeable, shape) : undefined
  const merges = merge ? [{ patch: mergePatchText(withHead(before, merge)) }] : []
  const operations = jsonPatch(isMerge ? mergeable : before.data, after.data, '')
  if (operations.length === 0) return { patches: merges }
  const target = targetOf(before, all)
  return target
    ? { patches: [...merges, { target, patch: operationsText(operations) }] }
    : { patches: merges, left: `${before.title} is not fully patched: ${ambiguousTarget}` }
}

const ambiguousTarget =
  'the rest needs a JSON Patch, and kustomize cannot tell this object from the one with the same kind and name in another API group.'

/** An object's data with the apiVersion and namespace of another object. */
function withIdentity(data: JsonObject, { apiVersion, namespace }: KustomizeObject): JsonObject {
  const { namespace: _, ...metadata } = metadataOf(data)
  return {
    ...data,
    apiVersion,
    metadata: namespace === undefined ? metadata : { ...metadata, namespace },
  }
}

const metadataOf = ({ metadata }: JsonObject): JsonObject =>
  metadata !== undefined && isObject(metadata) ? metadata : {}

/** The first fields of a strategic merge patch, by which kustomize finds the object. */
const patchHead = ({ apiVersion, kind, name, namespace }: KustomizeObject) => ({
  apiVersion,
  kind,
  metadata: namespace === undefined ? { name } : { name, namespace },
})

function withHead(object: KustomizeObject, { metadata: own = {}, ...merge }: JsonObject): JsonObject {
  const { apiVersion, kind, metadata } = patchHead(object)
  return { apiVersion, kind, metadata: { ...metadata, ...(isObject(own) ? own : {}) }, ...merge }
}

/**
 * The target of a JSON Patch for one object; undefined when no target matches this object only. A target cannot ask for
 * the core group, so it would also match an object of the same kind and name in another group. It only names the
 * namespace where objects differ by it, because kustomize ignores the namespace of cluster-scoped kinds.
 */
function targetOf(object: KustomizeObject, all: readonly KustomizeObject[]): JsonObject | undefined {
  const { apiVersion, group, kind, name, namespace } = object
  const version = apiVersion.slice(apiVersion.lastIndexOf('/') + 1)
  const others = all.filter((other) => other !== object && other.kind === kind && other.name === name)
  const isUnique = others.every(
    (other) =>
      (group !== '' && other.group !== group) || (other.namespace ?? 'default') !== (namespace ?? 'default'),
  )
  if (!isUnique) return undefined
  return {
    ...(group === '' ? {} : { group }),
    version,
    kind,
    // kustomize reads the name as a regular expression.
    name: name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
    ...(others.length > 0 ? { namespace: namespace ?? 'default' } : {}),
  }
}
