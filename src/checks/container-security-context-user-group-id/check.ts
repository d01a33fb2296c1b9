import { check } from '../../engine/findings/check'
import type { Path } from '../../engine/model/path'
import type { IdField } from './idChange'

/** IDs below this may belong to users of the node itself. */
const lowestId = 10_000

const idFields: readonly IdField[] = ['runAsUser', 'runAsGroup']

const nouns: Readonly<Record<IdField, string>> = { runAsUser: 'user', runAsGroup: 'group' }

export default check({
  id: 'container-security-context-user-group-id',
  title: 'Container security context user and group ID',
  topic: 'secure',
  severities: ['critical'],
  on: 'pod',
  *find({ pod }) {
    const shared = pod.spec.securityContext
    const sharedPath = [...pod.path, 'spec', 'securityContext']
    for (const located of pod.containers) {
      const { container, name: subject, path, about, title } = located
      const own = container.securityContext
      if (!own && !shared) {
        yield {
          severity: 'critical',
          at: [...path, 'securityContext'],
          subject,
          message: `${title} has no security context, so its image decides which user it runs as.`,
          title: 'Runs as the image’s user',
          about,
          advice: 'Most images run as root. Anyone who escapes from the container is then root on the node.',
          data: { located, missing: idFields },
        }
        continue
      }
      const missing = idFields.filter((field) => (own?.[field] ?? shared?.[field]) === undefined)
      for (const field of idFields) {
        const id = own?.[field] ?? shared?.[field]
        if (id !== undefined && id >= lowestId) continue
        const isShared = own?.[field] === undefined && shared?.[field] !== undefined
        const at: Path = isShared ? [...sharedPath, field] : [...path, 'securityContext', field]
        const noun = nouns[field]
        yield {
          severity: 'critical',
          at,
          subject,
          message:
            id === undefined ? `${title} has no ${noun} ID.` : `${title} has the low ${noun} ID ${id}.`,
          title: id === undefined ? `No ${noun} ID` : `Low ${noun} ID`,
          about,
          advice: `An ID of ${lowestId} or more is unlikely to belong to a ${noun} of the node.`,
          data: id === undefined ? { located, missing } : { located, at, field },
        }
      }
    }
  },
  fix: () => import('./fix'),
})
