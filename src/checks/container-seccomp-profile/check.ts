import { check, type Remark } from '../../engine/findings/check'
import type * as Mends from './fix'

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
      yield { severity: 'warning', at, message, mend: (by: typeof Mends) => by.nothingRuns() }
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
        mend: (by: typeof Mends) => by.runtimeDefault(pod, placed),
      }
    }
  },
})
