import type { Fix } from '../../engine/findings/check'
import { risky } from '../../engine/findings/remedy'
import type { LocatedContainer, PodBearer } from '../../engine/objects/readObjects'
import { agentName, nodePathOf } from '../facts/nodeAccess'
import { isForWindows } from '../facts/operatingSystem'
import { setField } from '../facts/setField'
import { hostPathsOf } from '../facts/volumes'

/** Nobody writes the flag without a reason: turning it off is never one of many fixes. */
const fix: Fix<'pod', LocatedContainer> = ({ data: located }, { object }) => {
  const unfixable = reasonToKeep(object, located)
  if (unfixable !== undefined) return { unfixable }
  const { capabilities } = located.container.securityContext ?? {}
  const note =
    (capabilities?.add ?? []).length > 0
      ? 'Then only the default capabilities and those below add are left: check that it needs no other one, and no device of the node.'
      : 'Whatever it needs the flag for then fails. Often a single capability is enough, such as NET_ADMIN for routes or SYS_PTRACE for debuggers: write it below capabilities.add.'
  const path = [...located.path, 'securityContext', 'privileged']
  return { fixes: [setField('Set privileged to false', path, false, risky(note))] }
}

export default fix

/** Why a container cannot do its work without the flag; undefined where nothing in the manifest says so. */
function reasonToKeep(object: PodBearer, located: LocatedContainer): string | undefined {
  const { pod } = object
  const { container, title } = located
  if (isForWindows(pod))
    return 'These Pods run on Windows, which has no privileged containers, and with os.name windows the API refuses the field. Remove it; a Pod that manages the node sets windowsOptions.hostProcess instead.'
  const advice = 'If it has to be, keep it in a namespace of its own and ignore this check there.'
  const shared = container.volumeMounts?.find(({ mountPropagation }) => mountPropagation === 'Bidirectional')
  if (shared)
    return `${title} mounts ${shared.mountPath ?? 'a volume'} with mountPropagation Bidirectional, which the API allows to privileged containers only. ${advice}`
  const device = container.volumeDevices?.[0]?.devicePath
  if (device !== undefined) return `${title} uses the block device ${device}, mostly to mount it. ${advice}`
  const nodePath =
    nodePathOf(container, object) ??
    (object.kind === 'DaemonSet' ? hostPathsOf(container, object)[0] : undefined)
  if (nodePath !== undefined)
    return `${title} mounts ${nodePath} of the node, so it probably manages the node. ${advice}`
  const { hostPID, hostIPC, hostNetwork } = pod.spec
  if (hostPID || hostIPC)
    return `${title} shares the ${hostPID ? 'processes' : 'memory'} of the node, so it probably manages the node. ${advice}`
  const name = agentName(object, located)
  if (name !== undefined)
    return `${title} seems to manage its node or to run other containers (${name}), which takes a privileged container. ${advice}`
  if (hostNetwork && object.kind === 'DaemonSet')
    return `${title} runs on every node in the network of the node, so it probably manages that. ${advice}`
  return undefined
}
