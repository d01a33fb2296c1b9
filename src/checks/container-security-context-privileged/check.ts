import { check } from '../../engine/findings/check'
import type * as Mends from './fix'

export default check({
  id: 'container-security-context-privileged',
  title: 'Container security context privileged',
  topic: 'secure',
  on: 'pod',
  *judge({ pod }) {
    for (const placed of pod.containers) {
      const { container, name, path, title } = placed
      if (container.securityContext?.privileged !== true) continue
      yield {
        severity: 'critical',
        at: [...path, 'securityContext', 'privileged'],
        subject: name,
        message: `${title} is privileged.`,
        advice:
          'It can do on the node whatever root can: read its disks, load kernel modules, see every other container.',
        mend: (by: typeof Mends) => by.unprivileged(placed),
      }
    }
  },
})
