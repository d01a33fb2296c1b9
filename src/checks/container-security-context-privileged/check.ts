import { check } from '../../engine/check'
import { setting } from '../setting'

export default check({
  id: 'container-security-context-privileged',
  title: 'Container security context privileged',
  topic: 'secure',
  on: 'pod',
  *judge({ pod }) {
    for (const { container, name, path, title } of pod.containers) {
      if (container.securityContext?.privileged !== true) continue
      yield {
        severity: 'critical',
        at: [...path, 'securityContext', 'privileged'],
        subject: name,
        message: `${title} is privileged.`,
        advice:
          'It can do on the node whatever root can: read its disks, load kernel modules, see every other container.',
        fixes: [
          setting(
            'Set privileged to false',
            [...path, 'securityContext', 'privileged'],
            false,
            'What manages the node itself, such as network and storage plugins, stops working. Others may need a single capability instead.',
          ),
        ],
      }
    }
  },
})
