import type { Mended } from '../../engine/findings/check'
import type { LocatedContainer, Pod } from '../../engine/objects/readObjects'
import { setField } from '../facts/setField'

export * from '../families/noContainers/fix'

/** Once for the whole pod, unless some containers have a profile of their own. */
export function runtimeDefault(pod: Pod, { path, name }: LocatedContainer): Mended {
  const profile = { type: 'RuntimeDefault' }
  const base = [...pod.path, 'spec', 'securityContext', 'seccompProfile']
  const forPod = setField('Set seccomp profile of the pod to RuntimeDefault', base, profile, unusual)
  const subject = name ? `container ${name}` : 'this container'
  const place = [...path, 'securityContext', 'seccompProfile']
  const forContainer = setField(
    `Set seccomp profile of ${subject} to RuntimeDefault`,
    place,
    profile,
    unusual,
  )
  if (pod.containers.some(({ container }) => container.securityContext?.seccompProfile))
    return { fixes: [forContainer, forPod] }
  return { fixes: pod.containers.length > 1 ? [forPod, forContainer] : [forPod] }
}

const unusual = 'Programs with unusual system calls, such as debuggers and sandboxes, may stop working.'
