import { check, type Mended } from '../../engine/findings/check'
import type * as Mends from './fix'

export default check({
  id: 'environment-variable-key-duplication',
  title: 'Environment variable key duplication',
  topic: 'valid',
  on: 'pod',
  *judge(object) {
    for (const placed of object.pod.containers) {
      const { container, name: subject, path, title } = placed
      const firsts = new Map<string, number>()
      const mended = new Map<string, Mended>()
      for (const [index, { name = '' }] of (container.env ?? []).entries()) {
        const first = firsts.get(name)
        if (first === undefined) {
          firsts.set(name, index)
          continue
        }
        yield {
          severity: 'critical',
          at: [...path, 'env', index, 'name'],
          subject,
          message: `${title} sets the environment variable ${name || '""'} more than once.`,
          advice: 'The last one wins at run time, and applying the object again can drop one of them.',
          mend: (by: typeof Mends) => {
            const known = mended.get(name) ?? by.oneEntry(placed, name)
            mended.set(name, known)
            return known
          },
          related: [{ object, at: [...path, 'env', first, 'name'], message: `${name} is first set here.` }],
        }
      }
    }
  },
})
