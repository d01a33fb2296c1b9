import { check } from '../../engine/findings/check'
import type { IdField } from './ids'
import type * as Mends from './fix'
import type { Path } from '../../engine/model/path'

/** Ids below this may be those of users of the node itself. */
const lowestId = 10_000

const idFields: readonly IdField[] = ['runAsUser', 'runAsGroup']

export default check({
  id: 'container-security-context-user-group-id',
  title: 'Container security context user and group ID',
  topic: 'secure',
  on: 'pod',
  *judge(object) {
    const { pod } = object
    const shared = pod.spec.securityContext
    const sharedPath = [...pod.path, 'spec', 'securityContext']
    for (const placed of pod.containers) {
      const { container, name: subject, path, title } = placed
      const own = container.securityContext
      if (!own && !shared) {
        yield {
          severity: 'critical',
          at: [...path, 'securityContext'],
          subject,
          message: `${title} has no security context, so its image decides which user it runs as.`,
          advice: 'Most images run as root. Whoever breaks out of the container is then root on the node.',
          mend: (by: typeof Mends) => by.given(object, placed, idFields),
        }
        continue
      }
      const place = (field: IdField): Path =>
        own?.[field] === undefined && shared?.[field] !== undefined
          ? [...sharedPath, field]
          : [...path, 'securityContext', field]
      const lacking = idFields.filter((field) => (own?.[field] ?? shared?.[field]) === undefined)
      const user = own?.runAsUser ?? shared?.runAsUser
      if (user === undefined || user < lowestId) {
        yield {
          severity: 'critical',
          at: place('runAsUser'),
          subject,
          message:
            user === undefined ? `${title} sets no user ID.` : `${title} runs with the low user ID ${user}.`,
          advice: 'An ID of 10000 or more is unlikely to be that of a user of the node.',
          mend: (by: typeof Mends) =>
            user === undefined
              ? by.given(object, placed, lacking)
              : by.raised(place('runAsUser'), 'runAsUser'),
        }
      }
      const group = own?.runAsGroup ?? shared?.runAsGroup
      if (group === undefined || group < lowestId) {
        yield {
          severity: 'critical',
          at: place('runAsGroup'),
          subject,
          message:
            group === undefined
              ? `${title} sets no group ID.`
              : `${title} runs with the low group ID ${group}.`,
          advice: 'An ID of 10000 or more is unlikely to be that of a group of the node.',
          mend: (by: typeof Mends) =>
            group === undefined
              ? by.given(object, placed, lacking)
              : by.raised(place('runAsGroup'), 'runAsGroup'),
        }
      }
    }
  },
})
