import { check } from '../../engine/findings/check'
import { portNameLimit } from './portNameLimit'
import type * as Mends from './fix'

export default check({
  id: 'container-ports-check',
  title: 'Container ports check',
  topic: 'valid',
  optional: true,
  on: 'pod',
  *judgeAmong(object, relations) {
    for (const placed of object.pod.containers) {
      const { container, name: subject, path, title } = placed
      const seen = new Set<string>()
      for (const [index, { name = '', containerPort = 0 }] of (container.ports ?? []).entries()) {
        const at = [...path, 'ports', index]
        const isSecond = name !== '' && seen.has(name)
        if (isSecond) {
          const message = `${title} has a second port named ${name}.`
          const advice = 'Whoever asks for the port by its name gets only one of them.'
          const mend = (by: typeof Mends) => by.renamedSecond(placed, index, object)
          yield { severity: 'critical', at: [...at, 'name'], subject, message, advice, mend }
        }
        seen.add(name)
        if (new TextEncoder().encode(name).length > portNameLimit) {
          const message = `${title} has the port name ${name}, which is longer than ${portNameLimit} characters.`
          const advice = 'The cluster refuses port names of more than 15 characters.'
          const mend = (by: typeof Mends) =>
            by.shortened(placed, index, object, isSecond ? undefined : relations)
          yield { severity: 'critical', at: [...at, 'name'], subject, message, advice, mend }
        }
        if (containerPort === 0) {
          const message = `${title} has a port without a number.`
          const mend = (by: typeof Mends) => by.numberless()
          yield { severity: 'critical', at: [...at, 'containerPort'], subject, message, mend }
        }
      }
    }
  },
})
