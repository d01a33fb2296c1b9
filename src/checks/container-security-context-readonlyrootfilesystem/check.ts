import { check } from '../../engine/findings/check'
import type * as Mends from './fix'

export default check({
  id: 'container-security-context-readonlyrootfilesystem',
  title: 'Container security context read-only root filesystem',
  topic: 'secure',
  on: 'pod',
  *judge(object) {
    for (const placed of object.pod.containers) {
      const { container, name, path, title } = placed
      if (container.securityContext?.readOnlyRootFilesystem === true) continue
      yield {
        severity: 'critical',
        at: [...path, 'securityContext', 'readOnlyRootFilesystem'],
        subject: name,
        message: `${title} may write to its root filesystem.`,
        advice:
          'An intruder can change programs and leave tools behind; the pod-level context cannot forbid it.',
        mend: (by: typeof Mends) => by.readOnly(object, placed),
      }
    }
  },
})
