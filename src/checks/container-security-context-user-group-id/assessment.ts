import { review, risky, type Assessment } from '../../engine/findings/remedy'
import type { Change } from '../../engine/model/change'
import type { LocatedContainer, PodBearer } from '../../engine/objects/readObjects'
import type { KnownImage } from '../facts/images'
import { allowLowPorts, lowestRootPort } from '../facts/lowPorts'
import { programOf } from '../facts/ownProgram'
import { closedFiles, hasGroupedVolume, lastingVolumes, volumeText } from '../facts/volumes'
import type { IdChange } from './idChange'
import { isHigh, runsAsNonRoot } from './obstacles'

/** `added`: changes that the IDs need beside them; `addition`: what the title says of those. */
export type Assessed = Assessment & { readonly added: readonly Change[]; readonly addition: string }

/** How sure a change of IDs is, and what has to change with it. */
export function assess(
  object: PodBearer,
  containers: readonly LocatedContainer[],
  change: IdChange,
): Assessed {
  if (!change.fields.includes('runAsUser'))
    return { ...assessGroup(object, containers, change), added: [], addition: '' }
  const { ids, replaced } = change
  const images = containers.map((located) => programOf(object, located))
  if (
    replaced === undefined &&
    images.every((image) => isHigh(image?.user) && image.user === ids.runAsUser)
  ) {
    const note = `${programsOf(images)} images run as this user anyway: check that yours does, too.`
    return { ...review(note), added: [], addition: '' }
  }
  const group = fsGroupFor(object, containers, change)
  const port = replaced === undefined ? lowestRootPort(containers) : undefined
  const sysctl = port === undefined ? [] : allowLowPorts(object.pod)
  const allowed = sysctl.length > 0 ? port : undefined
  const volume = lastingVolumes(object)[0]
  const image = imageNote(object, containers, images)
  const changed = changeNote(group.clauses, allowed)
  const isRisky = replaced !== undefined || volume !== undefined
  const note =
    replaced !== undefined
      ? [chosenUser(replaced, volume), ...changed]
      : volume !== undefined
        ? [existingFiles(object, volume), ...(changed.length > 0 ? changed : [image])]
        : [image, ...changed]
  return {
    ...(isRisky ? risky : review)(note.join(' ')),
    added: [...group.changes, ...sysctl],
    addition: allowed === undefined ? '' : `, allowing port ${allowed}`,
  }
}
const programsOf = (images: readonly (KnownImage | undefined)[]): string =>
  [...new Set(images.map((image) => image?.program))].join(' and ')

/** What to check of the images of containers that get another user. */
function imageNote(
  object: PodBearer,
  containers: readonly LocatedContainer[],
  images: readonly (KnownImage | undefined)[],
): string {
  if (images.every((image) => image?.anyUser))
    return `${programsOf(images)} images run as any user: check the directories that your program writes to.`
  return containers.every((located) => runsAsNonRoot(object, located))
    ? 'The image has a user other than root, to which files in it may belong: check that it runs as any user.'
    : 'Check that the image runs as any user: some need root at start, or own the directories they write to.'
}

const existingFiles = (object: PodBearer, volume: string): string => {
  const files = `Existing files in ${volumeText(volume)} belong to another user`
  return hasGroupedVolume(object)
    ? `${files}: check that the group can use them, or change their owner first.`
    : `${files}, and fsGroup does not change that: check their owner and mode.`
}

/** What changes beside the IDs, as one sentence, where anything does. `port`: what the sysctl allows. */
function changeNote(clauses: readonly string[], port: number | undefined): readonly string[] {
  const sysctl = `sysctl net.ipv4.ip_unprivileged_port_start lets it open port ${port} without root`
  if (clauses.length === 0) return port === undefined ? [] : [`The ${sysctl}.`]
  return [`${[...clauses, ...(port === undefined ? [] : [`the ${sysctl}`])].join('; ')}.`]
}

const chosenUser = (replaced: number, volume: string | undefined): string =>
  replaced === 0
    ? 'It replaces root: check that the program neither writes where only root may, nor needs a capability.'
    : `It replaces user ${replaced}, to which files in the image and in ${volumeText(volume ?? '')} may belong.`

/**
 * The `fsGroup` that a new user needs: for volumes that outlive the Pod, where the whole Pod gets the user, and for files
 * that not everybody can read.
 */
function fsGroupFor(
  object: PodBearer,
  containers: readonly LocatedContainer[],
  { fields, ids, isWhole }: IdChange,
): { readonly changes: readonly Change[]; readonly clauses: readonly string[] } {
  const { path, spec } = object.pod
  const closed = containers.flatMap(({ container }) => closedFiles(container, object) ?? [])[0]
  const grouped = hasGroupedVolume(object)
  const isNeeded = closed !== undefined || (isWhole && grouped)
  if (spec.securityContext?.fsGroup !== undefined || !isNeeded) return { changes: [], clauses: [] }
  const at = [...path, 'spec', 'securityContext']
  const chosen = containers[0]?.container.securityContext?.runAsGroup ?? spec.securityContext?.runAsGroup
  const value = fields.includes('runAsGroup')
    ? ids.runAsGroup
    : isHigh(chosen)
      ? Number(chosen)
      : ids.runAsUser
  const group: Change = { kind: 'set', path: [...at, 'fsGroup'], value }
  const policy: Change = { kind: 'set', path: [...at, 'fsGroupChangePolicy'], value: 'OnRootMismatch' }
  const ownPolicy = spec.securityContext?.fsGroupChangePolicy
  const setsPolicy = grouped && ownPolicy === undefined
  const once = setsPolicy || ownPolicy === 'OnRootMismatch'
  return {
    changes: [group, ...(setsPolicy ? [policy] : [])],
    clauses: [
      ...(closed === undefined
        ? []
        : [
            `fsGroup lets the group read ${volumeText(closed.volume)} (mode ${closed.mode}), which a program that checks the mode may refuse`,
          ]),
      ...(grouped
        ? [
            `fsGroup gives the group access to the volumes, which takes long when they are large${once ? ', but with OnRootMismatch only once' : ''}`,
          ]
        : []),
    ],
  }
}

/** For a group alone: the user stays. */
function assessGroup(
  { pod }: PodBearer,
  containers: readonly LocatedContainer[],
  { replaced }: IdChange,
): Assessment {
  if (replaced === 0)
    return risky(
      'It replaces group 0, to which many images give the directories that any user may write to: check that the program needs none of them.',
    )
  if (replaced !== undefined)
    return risky(`It replaces group ${replaced}, to which files in the image and in volumes may belong.`)
  const user = containers[0]?.container.securityContext?.runAsUser ?? pod.spec.securityContext?.runAsUser
  if (isHigh(user))
    return review(
      `User ${user} then has no other group: check that it does not need files of the group it has in the image.`,
    )
  if (user !== undefined && BigInt(user) === 0n)
    return review('Root has access to all files whatever its group, but new files then belong to this one.')
  return review(
    `User ${user} is below 10000, so it was probably chosen for the image: check that it does not need files of the group it has there.`,
  )
}
