import { check, type CheckRun } from '../../engine/findings/check'
import { missingTitle } from '../../engine/model/titles'
import type { LocatedContainer } from '../../engine/objects/readObjects'

const annotation = 'seccomp.security.alpha.kubernetes.io/defaultProfileName'

export default check({
  id: 'container-seccomp-profile',
  title: 'Container seccomp profile',
  topic: 'secure',
  severities: ['warning'],
  optional: true,
  on: 'pod',
  *find({ pod }): CheckRun<LocatedContainer | 'no containers'> {
    if (Object.hasOwn(pod.annotations, annotation) || pod.spec.securityContext?.seccompProfile) return
    const containers = pod.containers.slice(pod.spec.initContainers?.length ?? 0)
    if (containers.length === 0) {
      yield {
        severity: 'warning',
        at: [...pod.path, 'spec', 'containers'],
        message: 'The Pod has no containers and no seccomp profile.',
        title: missingTitle(['containers']),
        data: 'no containers',
      }
      return
    }
    // kube-score keeps its results by name: of two containers with the same name, the later one decides.
    const hasProfile = new Map(
      containers.map(({ container, name }) => [name, !!container.securityContext?.seccompProfile]),
    )
    const passes = [...hasProfile.values()].every(Boolean)
    for (const located of containers) {
      const { container, name: subject, path, about, title } = located
      if (container.securityContext?.seccompProfile) continue
      const at = [...path, 'securityContext', 'seccompProfile']
      const message = `${title} has no seccomp profile.`
      if (passes) yield { severity: 'note', at, subject, message }
      else
        yield {
          severity: 'warning',
          at,
          subject,
          message,
          title: 'No seccomp profile',
          about,
          advice: 'It can make every system call of the kernel, including those it never needs.',
          data: located,
        }
    }
  },
  fix: () => import('./fix'),
})
