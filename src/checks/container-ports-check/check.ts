import { check } from '../../engine/check'

const nameLimit = 15

export default check({
  id: 'container-ports-check',
  title: 'Container ports check',
  topic: 'valid',
  optional: true,
  on: 'pod',
  *judge({ pod }) {
    for (const { container, name: subject, path, title } of pod.containers) {
      const seen = new Set<string>()
      for (const [index, { name = '', containerPort = 0 }] of (container.ports ?? []).entries()) {
        const at = [...path, 'ports', index]
        if (name && seen.has(name)) {
          const message = `${title} has a second port named ${name}.`
          const advice = 'Whoever asks for the port by its name gets only one of them.'
          yield { severity: 'critical', at: [...at, 'name'], subject, message, advice }
        }
        seen.add(name)
        if (new TextEncoder().encode(name).length > nameLimit) {
          const message = `${title} has the port name ${name}, which is longer than ${nameLimit} characters.`
          const advice = 'The cluster refuses port names of more than 15 characters.'
          yield { severity: 'critical', at: [...at, 'name'], subject, message, advice }
        }
        if (containerPort === 0) {
          const message = `${title} has a port without a number.`
          yield { severity: 'critical', at: [...at, 'containerPort'], subject, message }
        }
      }
    }
  },
})
