import type { Proposal } from '../../engine/findings/remedy'
import type { Change } from '../../engine/model/change'
import type { LocatedContainer, PodBearer } from '../../engine/objects/readObjects'
import { claimNames } from '../facts/podFacts'

/** The fields for the user and the group that a container runs as. */
export type IdField = 'runAsUser' | 'runAsGroup'

/** An ID that hardly any node uses. */
const freeId = 10_001

/**
 * Adds the IDs that a container lacks: for the whole Pod where no container has IDs of its own, and for this container
 * alone.
 */
export function addIds(
  object: PodBearer,
  located: LocatedContainer,
  fields: readonly IdField[],
): readonly Proposal[] {
  const { pod } = object
  const { path, name } = located
  const podPath = [...pod.path, 'spec', 'securityContext']
  const ids = (at: Change['path']): readonly Change[] =>
    fields.map((field) => ({ kind: 'set', path: [...at, field], value: freeId }))
  const what = fields.length > 1 ? 'user and group' : fields[0] === 'runAsUser' ? 'user' : 'group'
  const fsGroup: readonly Change[] =
    keepsFiles(object) && pod.spec.securityContext?.fsGroup === undefined
      ? [{ kind: 'set', path: [...podPath, 'fsGroup'], value: freeId }]
      : []
  const forPod: Proposal = {
    title: `Run as ${what} ${freeId}`,
    safety: 'review',
    note: fsGroup.length > 0 ? `${imageNote} The group also gets access to the volumes.` : imageNote,
    changes: [...ids(podPath), ...fsGroup],
  }
  const forContainer: Proposal = {
    title: `Run ${name ? `container ${name}` : 'this container'} as ${what} ${freeId}`,
    safety: 'review',
    note: imageNote,
    changes: ids([...path, 'securityContext']),
  }
  if (pod.containers.some(({ container }) => hasIds(container.securityContext))) return [forContainer]
  return pod.containers.length === 1 ? [forPod] : [forPod, forContainer]
}

const hasIds = (context: { readonly [Field in IdField]?: unknown } = {}): boolean =>
  context.runAsUser !== undefined || context.runAsGroup !== undefined

/** Replaces an ID that is too low, where it is written. */
export const raiseId = (at: Change['path'], field: IdField): Proposal => ({
  title: `Set ${field === 'runAsUser' ? 'user' : 'group'} ID to ${freeId}`,
  safety: 'review',
  note: imageNote,
  changes: [{ kind: 'set', path: at, value: freeId }],
})

const imageNote =
  'Check that the image runs as any user: some need root at start, or own the directories they write to.'

/** Whether the Pods keep files in volumes that outlive them and then have to belong to the group. */
const keepsFiles = ({ pod, data }: PodBearer): boolean =>
  claimNames(pod).length > 0 || (data.spec?.volumeClaimTemplates ?? []).length > 0
