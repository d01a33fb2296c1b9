import { check } from '../../engine/check'
import { setting } from '../setting'

export default check({
  id: 'container-security-context-readonlyrootfilesystem',
  title: 'Container security context read-only root filesystem',
  topic: 'secure',
  on: 'pod',
  *judge({ pod }) {
    for (const { container, name, path, title } of pod.containers) {
      if (container.securityContext?.readOnlyRootFilesystem === true) continue
      yield {
        severity: 'critical',
        at: [...path, 'securityContext', 'readOnlyRootFilesystem'],
        subject: name,
        message: `${title} may write to its root filesystem.`,
        advice:
          'An intruder can change programs and leave tools behind; the pod-level context cannot forbid it.',
        fixes: [
          setting(
            'Make the root filesystem read-only',
            [...path, 'securityContext', 'readOnlyRootFilesystem'],
            true,
            'Where the program writes, to /tmp for example, it needs a volume.',
          ),
        ],
      }
    }
  },
})
