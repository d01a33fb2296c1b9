import { check } from '../../engine/findings/check'

export default check({
  id: 'container-security-context-readonlyrootfilesystem',
  title: 'Container security context read-only root filesystem',
  topic: 'secure',
  severities: ['critical'],
  on: 'pod',
  *find({ pod }) {
    for (const located of pod.containers) {
      const { container, name, path, about, title } = located
      if (container.securityContext?.readOnlyRootFilesystem === true) continue
      yield {
        severity: 'critical',
        at: [...path, 'securityContext', 'readOnlyRootFilesystem'],
        subject: name,
        message: `${title} can write to its root filesystem.`,
        title: 'Can write to its root filesystem',
        about,
        advice:
          'An attacker can replace programs and leave tools behind. The field exists only per container, not for the Pod.',
        data: located,
      }
    }
  },
  fix: () => import('./fix'),
})
