import { check, type CheckRun } from '../../engine/findings/check'
import { portNameLimit, type PortProblem } from './portProblem'

export default check({
  id: 'container-ports-check',
  title: 'Container ports check',
  topic: 'valid',
  severities: ['critical'],
  optional: true,
  on: 'pod',
  *find({ pod }): CheckRun<PortProblem> {
    for (const located of pod.containers) {
      const { container, name: subject, path, about, title } = located
      const seen = new Set<string>()
      for (const [index, { name = '', containerPort = 0 }] of (container.ports ?? []).entries()) {
        const at = [...path, 'ports', index]
        const isSecond = name !== '' && seen.has(name)
        if (isSecond) {
          yield {
            severity: 'critical',
            at: [...at, 'name'],
            subject,
            message: `${title} has a second port named ${name}.`,
            title: 'Two ports with the same name',
            about: { noun: 'port', name },
            advice: 'References to the port by name reach only one of them.',
            data: { kind: 'repeated', located, index },
          }
        }
        seen.add(name)
        if (new TextEncoder().encode(name).length > portNameLimit) {
          yield {
            severity: 'critical',
            at: [...at, 'name'],
            subject,
            message: `${title} has the port name ${name}, which is longer than ${portNameLimit} characters.`,
            title: `Port name longer than ${portNameLimit} characters`,
            about: { noun: 'port', name },
            advice: `The API server refuses port names of more than ${portNameLimit} characters.`,
            data: { kind: 'long', located, index, isSecond },
          }
        }
        if (containerPort === 0) {
          yield {
            severity: 'critical',
            at: [...at, 'containerPort'],
            subject,
            message: `${title} has a port without a number.`,
            title: 'Port without a number',
            about,
            data: { kind: 'numberless' },
          }
        }
      }
    }
  },
  fix: () => import('./fix'),
})
