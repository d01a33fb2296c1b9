import type { Proposal } from '../findings/remedy'
import { pathText, type Path } from '../model/path'
import type { KubernetesObject } from '../objects/readObjects'
import { isImmutable } from '../../kubernetes/immutable'
import { templatePaths } from '../../kubernetes/objects'

/** What a change means for what runs, the most disruptive first. */
const effects = [
  'delete and create again',
  'creates another object',
  'restarts Pods',
  'restarts the container',
  'changes Pod count',
  'from next run',
  'new Pods only',
  'no restart',
] as const

type Effect = (typeof effects)[number]

/**
 * What a fix means for what runs, in at most five words: as the proposal says, else by what it changes. `owner`: the
 * object of the finding; absent where the document could not be read as one. `says`: whether an object has something at a
 * path.
 */
export function effectOf(
  { effect, changes = [], adds = [] }: Proposal,
  owner: KubernetesObject | undefined,
  says: (object: KubernetesObject, path: Path) => boolean,
): string {
  if (effect !== undefined) return effect
  const ofChanges = changes.map(({ object = owner, path, kind }) =>
    object ? effectOfChange(object, path, kind === 'rename', says(object, path)) : 'no restart',
  )
  const worst = effects.find((one) => ofChanges.includes(one)) ?? 'no restart'
  const added = adds.length === 0 ? '' : adds.length === 1 ? 'new object' : 'new objects'
  if (!added || effects.indexOf(worst) < effects.indexOf('restarts Pods')) return worst
  return worst === 'no restart' ? added : `${added}, ${worst}`
}

function effectOfChange({ kind }: KubernetesObject, path: Path, isRename: boolean, isThere: boolean): Effect {
  const [first, second] = path
  if (first === 'kind' || (first === 'metadata' && (second === 'name' || second === 'namespace')))
    return 'creates another object'
  const template = templatePaths[kind] ?? (isReplicator(kind) ? ['spec', 'template'] : undefined)
  const isBelow = template?.every((step, index) => path[index] === step) ?? false
  if (kind === 'Pod' && first === 'spec' && path.at(-1) === 'image' && !isRename)
    return 'restarts the container'
  // Without a selector the object is not in a cluster, or the API server has filled in the same.
  const isNewSelector = pathText(path) === 'spec.selector' && !isThere
  if (isImmutable(kind, path) && !isNewSelector) return 'delete and create again'
  if (kind === 'Pod' || !isBelow) return second === 'replicas' ? 'changes Pod count' : 'no restart'
  if (kind === 'CronJob') return 'from next run'
  return isReplicator(kind) ? 'new Pods only' : 'restarts Pods'
}

/** They replace no Pod when their template changes. */
const isReplicator = (kind: string): boolean => kind === 'ReplicaSet' || kind === 'ReplicationController'
