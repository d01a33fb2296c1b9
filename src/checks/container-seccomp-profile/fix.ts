import type { Fix } from '../../engine/findings/check'
import { review, risky, type Assessment } from '../../engine/findings/remedy'
import type { LocatedContainer, Pod } from '../../engine/objects/readObjects'
import { isForWindows } from '../facts/operatingSystem'
import { setField } from '../facts/setField'
import { noContainersRemedy } from '../families/noContainers/fix'

const windows =
  'These Pods run on Windows, which has no seccomp, and with os.name windows the API refuses the field. Limit the user with windowsOptions.runAsUserName, and ignore this check.'

/** Once for the whole Pod, unless some containers have a profile of their own. */
const fix: Fix<'pod', LocatedContainer | 'no containers'> = ({ data }, { object: { pod } }) => {
  if (data === 'no containers') return noContainersRemedy
  const { path, name } = data
  if (isForWindows(pod)) return { unfixable: windows }
  const profile = { type: 'RuntimeDefault' }
  const forPod = setField(
    'Set seccomp profile of the Pod to RuntimeDefault',
    [...pod.path, 'spec', 'securityContext', 'seccompProfile'],
    profile,
    assess(pod, pod.containers),
  )
  const forContainer = setField(
    `Set seccomp profile of ${name ? `container ${name}` : 'this container'} to RuntimeDefault`,
    [...path, 'securityContext', 'seccompProfile'],
    profile,
    assess(pod, [data]),
  )
  if (pod.containers.some(({ container: { securityContext } }) => securityContext?.seccompProfile))
    return { fixes: [forContainer, forPod] }
  return { fixes: pod.containers.length > 1 ? [forPod, forContainer] : [forPod] }
}

export default fix

/** Annotations that Kubernetes read before 1.27 can switch the filter off for the Pod, or for one of its containers. */
function assess({ annotations }: Pod, containers: readonly LocatedContainer[]): Assessment {
  const keys = [
    'seccomp.security.alpha.kubernetes.io/pod',
    ...containers.map(({ name }) => `container.seccomp.security.alpha.kubernetes.io/${name}`),
  ]
  const privileged = containers.find(({ container }) => container.securityContext?.privileged)
  return keys.some((key) => Object.hasOwn(annotations, key) && annotations[key] === 'unconfined')
    ? risky(
        'An annotation says unconfined, so somebody needed calls that the default profile blocks: check which.',
      )
    : review(
        privileged
          ? `${privileged.title} is privileged and runs without a filter as long as it is. Others that need unusual system calls, such as debuggers, may stop working.`
          : 'Programs that need unusual system calls, such as debuggers and sandboxes, may stop working.',
      )
}
