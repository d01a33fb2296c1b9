import { check } from '../../engine/findings/check'

export default check({
  id: 'environment-variable-key-duplication',
  title: 'Environment variable key duplication',
  topic: 'valid',
  severities: ['critical'],
  on: 'pod',
  *find(object) {
    for (const located of object.pod.containers) {
      const { container, name: subject, path, title } = located
      const firsts = new Map<string, number>()
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
          title: 'Environment variable set more than once',
          about: { noun: 'variable', name: name || '""' },
          advice: 'The last value wins at run time, and applying the object again can drop one of them.',
          related: [{ object, at: [...path, 'env', first, 'name'], message: `${name} is first set here.` }],
          data: { located, name },
        }
      }
    }
  },
  fix: () => import('./fix'),
})
