import { unwritableReason } from '../engine/edits/sourceData'
import type { Json, JsonObject } from '../engine/model/json'
import { pairObjects, readObjects, type KustomizeObject } from './kustomizeObjects'
import { deletionPatch, patchesBetween, type KustomizePatch } from './kustomizePatches'
import { documentText } from './kustomizeText'

/** One file of an overlay. */
type OverlayFile = { readonly name: string; readonly text: string }

export type Overlay = {
  /** `kustomization.yaml` and, for new objects, `added.yaml`; empty when there is nothing to patch or add. */
  readonly files: readonly OverlayFile[]
  /** A sentence about each change that the files do not make. */
  readonly left: readonly string[]
}

/**
 * A kustomize overlay that turns the objects of one manifest into those of another. `kustomization.yaml` belongs in the
 * folder of the manifest. It has a patch for each object that changes or is removed:
 *
 *     resources:
 *     - manifest.yaml
 *     patches:
 *     - patch: |-
 *         apiVersion: apps/v1
 *         kind: Deployment
 *         metadata:
 *           name: web
 *         spec:
 *           replicas: 2
 *
 * A change is a strategic merge patch where that is possible. Otherwise it is a JSON Patch: for another apiVersion or
 * namespace of the same object, and for what `fitsMerge` excludes. The order of list items is kept where it matters.
 *
 * `before`, `after`: the documents of the two manifests. `resource`: the file name of the first one, any but
 * `kustomization.yaml`. When kustomize cannot load the first manifest, there are no files and `left` says why.
 *
 * Source: the behaviour of kustomize 5.0 to 5.8 (kubectl 1.27 to 1.33). Two bugs of 5.0 cannot be worked around: it
 * removes the quotes of a new key that looks like a number, and it changes all places that share a YAML anchor.
 */
export function kustomizeOverlay(before: readonly Json[], after: readonly Json[], resource: string): Overlay {
  const old = readObjects(before)
  if (old.errors.length > 0)
    return { files: [], left: old.errors.map((error) => `kustomize cannot load this manifest: ${error}`) }
  const changed = readObjects(after)
  const { pairs, removed, added } = pairObjects(
    old.objects.filter(({ id }) => !changed.duplicates.has(id)),
    changed.objects,
  )
  const all = [...old.objects, ...added]
  const patched = pairs.map(([from, to]) => patchesBetween(from, to, all))
  const additions = added.map(additionOf)
  const patches = [...removed.map(deletionPatch), ...patched.flatMap((object) => object.patches)]
  return {
    files: filesOf(
      patches,
      additions.flatMap(({ data }) => (data ? [data] : [])),
      resource,
    ),
    left: [
      ...changed.errors.map((error) => `kustomize cannot load the changed manifest: ${error}`),
      ...[...patched, ...additions].flatMap((object) => object.left ?? []),
    ],
  }
}

type Addition = { readonly data?: JsonObject; readonly left?: string }

function additionOf({ data, title }: KustomizeObject): Addition {
  const error = unwritableReason(data)
  return error === undefined ? { data } : { left: `${title} is not added: ${error}` }
}

function filesOf(
  patches: readonly KustomizePatch[],
  added: readonly JsonObject[],
  resource: string,
): readonly OverlayFile[] {
  if (patches.length + added.length === 0) return []
  const addedName = resource === 'added.yaml' ? 'new.yaml' : 'added.yaml'
  const kustomization = {
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    resources: added.length > 0 ? [resource, addedName] : [resource],
    ...(patches.length > 0 ? { patches } : {}),
  }
  const files = [{ name: 'kustomization.yaml', text: `${documentText(kustomization)}\n` }]
  const addedText = `${added.map(documentText).join('\n---\n')}\n`
  return added.length > 0 ? [...files, { name: addedName, text: addedText }] : files
}
