import { check } from '../../engine/findings/check'

export default check({
  id: 'container-security-context-privileged',
  title: 'Container security context privileged',
  topic: 'secure',
  severities: ['critical'],
  on: 'pod',
  *find({ pod }) {
    for (const located of pod.containers) {
      const { container, name, path, about, title } = located
      if (container.securityContext?.privileged !== true) continue
      yield {
        severity: 'critical',
        at: [...path, 'securityContext', 'privileged'],
        subject: name,
        message: `${title} is privileged.`,
        title: 'Runs as privileged',
        about,
        advice:
          'It can do everything that root can do on the node: read its disks, load kernel modules, see every other container.',
        data: located,
      }
    }
  },
  fix: () => import('./fix'),
})
