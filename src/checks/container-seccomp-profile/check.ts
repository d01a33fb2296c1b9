import { check, type Proposal, type Remark } from '../../engine/check'
import type { PlacedContainer, Pod } from '../../engine/objects'
import { nothingRuns } from '../noContainers'
import { setting } from '../setting'

const annotation = 'seccomp.security.alpha.kubernetes.io/defaultProfileName'

export default check({
  id: 'container-seccomp-profile',
  title: 'Container seccomp profile',
  topic: 'secure',
  optional: true,
  on: 'pod',
  *judge({ pod }) {
    if (Object.hasOwn(pod.annotations, annotation) || pod.spec.securityContext?.seccompProfile) return
    const containers = pod.containers.slice(pod.spec.initContainers?.length ?? 0)
    if (containers.length === 0) {
      const at = [...pod.path, 'spec', 'containers']
      const message = 'The pod has no containers and no seccomp profile.'
      yield { severity: 'warning', at, message, unfixable: nothingRuns }
      return
    }
    // kube-score keeps its results by name: of two containers with the same name the later one decides.
    const secured = new Map(
      containers.map(({ container, name }) => [name, !!container.securityContext?.seccompProfile]),
    )
    const severity: Remark['severity'] = [...secured.values()].every(Boolean) ? 'note' : 'warning'
    for (const placed of containers) {
      const { container, name, path, title } = placed
      if (container.securityContext?.seccompProfile) continue
      yield {
        severity,
        at: [...path, 'securityContext', 'seccompProfile'],
        subject: name,
        message: `${title} has no seccomp profile.`,
        advice: 'All system calls of the kernel are open to it, also those it never needs.',
        fixes: mends(pod, placed),
      }
    }
  },
})

/** Once for the whole pod, unless some containers have a profile of their own. */
function mends(pod: Pod, { path, name }: PlacedContainer): readonly Proposal[] {
  const profile = { type: 'RuntimeDefault' }
  const base = [...pod.path, 'spec', 'securityContext', 'seccompProfile']
  const forPod = setting('Set seccomp profile of the pod to RuntimeDefault', base, profile, unusual)
  const subject = name ? `container ${name}` : 'this container'
  const place = [...path, 'securityContext', 'seccompProfile']
  const forContainer = setting(`Set seccomp profile of ${subject} to RuntimeDefault`, place, profile, unusual)
  if (pod.containers.some(({ container }) => container.securityContext?.seccompProfile))
    return [forContainer, forPod]
  return pod.containers.length > 1 ? [forPod, forContainer] : [forPod]
}

const unusual = 'Programs with unusual system calls, such as debuggers and sandboxes, may stop working.'
