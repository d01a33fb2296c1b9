import type { Fix } from '../../engine/findings/check'
import type { LocatedContainer } from '../../engine/objects/readObjects'
import { setField } from '../facts/setField'
import { noContainersRemedy } from '../families/noContainers/fix'

const note = 'Programs that need unusual system calls, such as debuggers and sandboxes, may stop working.'

/** Once for the whole Pod, unless some containers have a profile of their own. */
const fix: Fix<'pod', LocatedContainer | 'no containers'> = ({ data }, { object: { pod } }) => {
  if (data === 'no containers') return noContainersRemedy
  const { path, name } = data
  const profile = { type: 'RuntimeDefault' }
  const podPath = [...pod.path, 'spec', 'securityContext', 'seccompProfile']
  const forPod = setField('Set seccomp profile of the Pod to RuntimeDefault', podPath, profile, note)
  const subject = name ? `container ${name}` : 'this container'
  const containerPath = [...path, 'securityContext', 'seccompProfile']
  const forContainer = setField(
    `Set seccomp profile of ${subject} to RuntimeDefault`,
    containerPath,
    profile,
    note,
  )
  if (pod.containers.some(({ container }) => container.securityContext?.seccompProfile))
    return { fixes: [forContainer, forPod] }
  return { fixes: pod.containers.length > 1 ? [forPod, forContainer] : [forPod] }
}

export default fix
