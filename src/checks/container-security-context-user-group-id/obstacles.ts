import type { LocatedContainer, PodBearer } from '../../engine/objects/readObjects'
import { rootToolOf } from '../facts/commands'
import type { KnownImage } from '../facts/images'
import { lowestRootPort } from '../facts/lowPorts'
import { nodePathOf } from '../facts/nodeAccess'
import { isForWindows } from '../facts/operatingSystem'
import { programOf } from '../facts/ownProgram'
import { hostPathsOf, lastingVolumes, volumeText } from '../facts/volumes'

/** IDs below this may belong to users of the node itself: what the check asks for. */
const lowestId = 10_000

const sshPort = 22

export const isHigh = (id: number | bigint | undefined): id is number | bigint =>
  id !== undefined && id >= lowestId

/** Why the IDs of a container, whatever they are, say nothing. */
export function idObstacle({ pod }: PodBearer, { container, title }: LocatedContainer): string | undefined {
  if (isForWindows(pod))
    return 'These Pods run on Windows, which has no user and group IDs, and with os.name windows the API refuses both. Set windowsOptions.runAsUserName, for example to ContainerUser, and ignore this check.'
  if (container.securityContext?.privileged === true)
    return `${title} is privileged, so another user hardly limits it. Decide first whether it has to be privileged.`
  return undefined
}

/** Why no other user is right for a container that runs as root, as a user of its image, or as a chosen one. */
export function userObstacle(object: PodBearer, located: LocatedContainer): string | undefined {
  const obstacle = idObstacle(object, located)
  if (obstacle !== undefined) return obstacle
  const own = located.container.securityContext?.runAsUser
  const chosen = own ?? object.pod.spec.securityContext?.runAsUser
  const program = programOf(object, located)
  const fixed = program && ownUser(object, located, program)
  const isOther = chosen === undefined ? runsAsNonRoot(object, located) : BigInt(chosen) !== 0n
  if (isOther) return fixed
  return needOfRoot(object, located, chosen !== undefined) ?? fixed
}

/** Whether the kubelet starts a container only when its image has a user other than root. */
export const runsAsNonRoot = ({ pod }: PodBearer, { container }: LocatedContainer): boolean =>
  (container.securityContext?.runAsNonRoot ?? pod.spec.securityContext?.runAsNonRoot) === true

/** Why a container probably needs root. `isChosen`: whether somebody wrote `runAsUser: 0`. */
function needOfRoot(object: PodBearer, located: LocatedContainer, isChosen: boolean): string | undefined {
  const { container, title } = located
  const { hostNetwork, hostPID, hostIPC } = object.pod.spec
  const decide = 'Decide whether it needs that; if it does, keep root and ignore this check.'
  const nodePath = nodePathOf(container, object) ?? (isChosen ? hostPathsOf(container, object)[0] : undefined)
  if (nodePath !== undefined)
    return `${title} mounts ${nodePath} of the node, where usually only root has access. ${decide}`
  if (hostPID || hostIPC)
    return `${title} shares ${hostPID ? 'the processes' : 'the memory'} of the node, where usually only root has access. ${decide}`
  if (hostNetwork)
    return `${title} uses the network of the node, and many such programs configure it or open ports below 1024 as root. ${decide}`
  const capability = addedCapabilities(located).find((name) => isChosen || name !== 'NET_BIND_SERVICE')
  if (capability !== undefined)
    return `${title} adds the capability ${capability}, and only root gets it: the process of another user starts without it. ${decide}`
  const tool = rootToolOf(container)
  if (tool === 'chown')
    return `${title} runs chown, which needs root. With fsGroup in the security context of the Pod it may not be needed at all; if it is, keep root and ignore this check.`
  if (tool !== undefined) return `${title} runs ${tool}, which needs root. ${decide}`
  const port = lowestRootPort([located])
  if (port === sshPort)
    return `${title} opens port ${sshPort}, and an SSH server needs root to start sessions of other users. ${decide}`
  if (isChosen && port !== undefined)
    return `${title} runs as root on purpose, probably to open port ${port}. Let it listen on a port above 1023, or set the sysctl net.ipv4.ip_unprivileged_port_start to 0; then choose another user.`
  return undefined
}

const addedCapabilities = ({ container }: LocatedContainer): readonly string[] =>
  (container.securityContext?.capabilities?.add ?? []).map((name) => name.toUpperCase().replace(/^CAP_/, ''))

/** Why the program of a well-known image keeps its user; undefined where it works with another one. */
function ownUser(object: PodBearer, { title }: LocatedContainer, image: KnownImage): string | undefined {
  const { program, user, group, anyUser, root, data = [], instead } = image
  if (user === undefined || anyUser || (isHigh(user) && isHigh(group))) return undefined
  const ids = group === user ? `user and group ${user}` : `user ${user}`
  const runs = root ? `start as root to ${root} and then run as ${ids}` : `run as ${ids}`
  const kept = data.length > 0 ? lastingVolumes(object)[0] : undefined
  const files = kept === undefined ? 'their files' : `the files in ${volumeText(kept)}`
  const advice = `Use ${instead ?? 'an image that is built for another user'}, or ignore this check, which asks for ${lowestId} or more.`
  return `${title} should keep its user: ${program} images ${runs}, to which ${files} belong. ${advice}`
}
