import { check, type Remark } from '../../engine/check'
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
      yield { severity: 'warning', at, message: 'The pod has no containers and no seccomp profile.' }
      return
    }
    // kube-score keeps its results by name: of two containers with the same name the later one decides.
    const secured = new Map(
      containers.map(({ container, name }) => [name, !!container.securityContext?.seccompProfile]),
    )
    const severity: Remark['severity'] = [...secured.values()].every(Boolean) ? 'note' : 'warning'
    for (const { container, name, path, title } of containers) {
      if (container.securityContext?.seccompProfile) continue
      yield {
        severity,
        at: [...path, 'securityContext', 'seccompProfile'],
        subject: name,
        message: `${title} has no seccomp profile.`,
        advice: 'All system calls of the kernel are open to it, also those it never needs.',
        fixes: [
          setting(
            'Use the default seccomp profile',
            [...pod.path, 'spec', 'securityContext', 'seccompProfile'],
            { type: 'RuntimeDefault' },
            'Programs with unusual system calls, such as debuggers, may stop working.',
          ),
        ],
      }
    }
  },
})
