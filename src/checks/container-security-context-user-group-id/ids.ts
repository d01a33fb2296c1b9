import type { Proposal, Remedy } from '../../engine/findings/remedy'
import type { Change } from '../../engine/model/change'
import type { Path } from '../../engine/model/path'
import type { LocatedContainer, PodBearer } from '../../engine/objects/readObjects'
import { programOf } from '../facts/ownProgram'
import { assess } from './assessment'
import type { IdChange, IdField, Ids } from './idChange'
import { idObstacle, isHigh, userObstacle } from './obstacles'

/** An ID that hardly any node uses. */
const freeId = 10_001

/** A Pod with more containers gets its IDs container by container: comparing all of them for each takes too long. */
const mostContainers = 40

/** The API refuses higher ones. */
const highestId = 2_147_483_647

/**
 * Adds the IDs that a container lacks: for the whole Pod where no container has IDs of its own, and for this container
 * alone.
 */
export function addIds(object: PodBearer, located: LocatedContainer, fields: readonly IdField[]): Remedy {
  const { pod } = object
  const { path, name } = located
  const unfixable = obstacle(object, located, fields)
  if (unfixable !== undefined) return { unfixable }
  const add = (what: string, at: Path, containers: readonly LocatedContainer[]): Proposal => {
    const ids = idsFor(object, located)
    const changes = fields.map((field): Change => ({
      kind: 'set',
      path: [...at, field],
      value: ids[field],
    }))
    const isWhole = at[at.length - 2] === 'spec'
    return proposalFor(
      object,
      containers,
      { fields, ids, changes, isWhole },
      `Run ${what}as ${idText(fields, ids)}`,
    )
  }
  const subject = name ? `container ${name} ` : 'this container '
  const forContainer = add(subject, [...path, 'securityContext'], [located])
  if (pod.containers.some(({ container }) => hasIds(container.securityContext)))
    return { fixes: [forContainer] }
  const ids = idsFor(object, located)
  const isSmall = pod.containers.length <= mostContainers
  const isSame =
    isSmall &&
    pod.containers.every((other) => {
      const wanted = idsFor(object, other)
      const isFree = obstacle(object, other, fields) === undefined
      return isFree && fields.every((field) => wanted[field] === ids[field])
    })
  const podPath = [...pod.path, 'spec', 'securityContext']
  const forPod = isSame ? [add('', podPath, pod.containers)] : []
  return { fixes: pod.containers.length === 1 ? forPod : [...forPod, forContainer] }
}

/** Replaces an ID that is too low, where it is written. */
export function raiseId(object: PodBearer, located: LocatedContainer, at: Path, field: IdField): Remedy {
  const { pod } = object
  const isWhole = at.length === pod.path.length + 3
  const containers = isWhole
    ? pod.containers
        .filter(({ container }) => container.securityContext?.[field] === undefined)
        .slice(0, mostContainers)
    : [located]
  const reasons = containers.flatMap((one) => obstacle(object, one, [field]) ?? [])
  if (reasons[0] !== undefined) return { unfixable: reasons[0] }
  const ids = idsFor(object, located)
  const changes: readonly Change[] = [{ kind: 'set', path: at, value: ids[field] }]
  const title = `Set ${field === 'runAsUser' ? 'user' : 'group'} ID to ${ids[field]}`
  const replaced = Number(located.container.securityContext?.[field] ?? pod.spec.securityContext?.[field])
  return {
    fixes: [proposalFor(object, containers, { fields: [field], ids, changes, isWhole, replaced }, title)],
  }
}

function proposalFor(
  object: PodBearer,
  containers: readonly LocatedContainer[],
  change: IdChange,
  title: string,
): Proposal {
  const { added, addition, ...assessment } = assess(object, containers, change)
  return { title: `${title}${addition}`, ...assessment, changes: [...change.changes, ...added] }
}

const obstacle = (
  object: PodBearer,
  located: LocatedContainer,
  fields: readonly IdField[],
): string | undefined =>
  fields.includes('runAsUser') ? userObstacle(object, located) : idObstacle(object, located)

/** A free number for both, except where the image, the other ID, or the group of the volumes already says one. */
function idsFor(object: PodBearer, located: LocatedContainer): Ids {
  const shared = object.pod.spec.securityContext ?? {}
  const own = located.container.securityContext ?? {}
  const image = programOf(object, located)
  const known = isHigh(image?.user) && isHigh(image.group) ? image : undefined
  const free = (...ids: (number | bigint | undefined)[]): number =>
    Number(ids.find((id) => isHigh(id) && id <= highestId) ?? freeId)
  return {
    runAsUser: free(known?.user, own.runAsGroup ?? shared.runAsGroup),
    runAsGroup: free(own.runAsUser ?? shared.runAsUser, known?.group, shared.fsGroup),
  }
}

const idText = (fields: readonly IdField[], { runAsUser, runAsGroup }: Ids): string => {
  if (fields.length === 1) return fields[0] === 'runAsUser' ? `user ${runAsUser}` : `group ${runAsGroup}`
  return runAsUser === runAsGroup
    ? `user and group ${runAsUser}`
    : `user ${runAsUser} and group ${runAsGroup}`
}

const hasIds = (context: { readonly [Field in IdField]?: unknown } = {}): boolean =>
  context.runAsUser !== undefined || context.runAsGroup !== undefined
