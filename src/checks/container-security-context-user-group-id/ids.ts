import type { Proposal } from '../../engine/findings/check'
import type { LocatedContainer, PodBearer } from '../../engine/objects/readObjects'
import { claims } from '../facts/podSelector'
import type { Change } from '../../engine/model/change'

/** The fields for the user and the group that a container runs as. */
export type IdField = 'runAsUser' | 'runAsGroup'

/** An id that is hardly anybody's on a node. */
const freeId = 10_001

/**
 * The proposals to give a container the ids it lacks: for the whole pod where no container has ids of its own, and for
 * this one alone.
 */
export function idProposals(
  object: PodBearer,
  placed: LocatedContainer,
  fields: readonly IdField[],
): readonly Proposal[] {
  const { pod } = object
  const { path, name } = placed
  const base = [...pod.path, 'spec', 'securityContext']
  const ids = (at: Change['path']): readonly Change[] =>
    fields.map((field) => ({ kind: 'set', path: [...at, field], value: freeId }))
  const what = fields.length > 1 ? 'user and group' : fields[0] === 'runAsUser' ? 'user' : 'group'
  const files: readonly Change[] =
    keepsFiles(object) && !hasFileGroup(pod.spec.securityContext)
      ? [{ kind: 'set', path: [...base, 'fsGroup'], value: freeId }]
      : []
  const forPod: Proposal = {
    title: `Run the pod as ${what} ${freeId}`,
    safety: 'review',
    note: files.length > 0 ? `${byImage} Its volumes are handed to the group, too.` : byImage,
    changes: [...ids(base), ...files],
  }
  const forContainer: Proposal = {
    title: `Run ${name ? `container ${name}` : 'this container'} as ${what} ${freeId}`,
    safety: 'review',
    note: byImage,
    changes: ids([...path, 'securityContext']),
  }
  const isAlone = pod.containers.length === 1
  if (pod.containers.some(({ container }) => hasOwnIds(container.securityContext))) return [forContainer]
  return isAlone ? [forPod] : [forPod, forContainer]
}

const hasOwnIds = (context: { readonly [Field in IdField]?: unknown } = {}): boolean =>
  context.runAsUser !== undefined || context.runAsGroup !== undefined

/** The proposal to replace an id that is too low, where it stands. */
export const idProposal = (at: Change['path'], field: IdField): Proposal => ({
  title: `Set ${field === 'runAsUser' ? 'user' : 'group'} ID to ${freeId}`,
  safety: 'review',
  note: byImage,
  changes: [{ kind: 'set', path: at, value: freeId }],
})

const byImage =
  'Look whether the image runs as anyone: some need root at start, or own the directories they write to.'

/** Whether the pods keep files beyond their life, which then have to belong to the group. */
const keepsFiles = ({ pod, data }: PodBearer): boolean =>
  claims(pod).length > 0 || ((data as ClaimTemplates).spec?.volumeClaimTemplates ?? []).length > 0

type ClaimTemplates = { readonly spec?: { readonly volumeClaimTemplates?: readonly unknown[] } }

const hasFileGroup = (context: object | undefined): boolean => context !== undefined && 'fsGroup' in context
