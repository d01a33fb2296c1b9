import { check } from '../../engine/check'
import type { Path } from '../../engine/place'
import { setting } from '../setting'

/** Ids below this may be those of users of the node itself. */
const lowestId = 10_000

const byImage = 'The image has to run as this user: its files must be readable, and it must not ask for root.'

export default check({
  id: 'container-security-context-user-group-id',
  title: 'Container security context user and group ID',
  topic: 'secure',
  on: 'pod',
  *judge({ pod }) {
    const shared = pod.spec.securityContext
    const sharedPath = [...pod.path, 'spec', 'securityContext']
    for (const { container, name: subject, path, title } of pod.containers) {
      const own = container.securityContext
      if (!own && !shared) {
        yield {
          severity: 'critical',
          at: [...path, 'securityContext'],
          subject,
          message: `${title} has no security context, so its image decides which user it runs as.`,
          advice: 'Most images run as root. Whoever breaks out of the container is then root on the node.',
          fixes: [
            setting(
              'Run the pod as user and group 10001',
              sharedPath,
              { runAsUser: 10001, runAsGroup: 10001 },
              byImage,
            ),
          ],
        }
        continue
      }
      const place = (field: 'runAsUser' | 'runAsGroup'): Path =>
        own?.[field] === undefined && shared?.[field] !== undefined
          ? [...sharedPath, field]
          : [...path, 'securityContext', field]
      const user = own?.runAsUser ?? shared?.runAsUser
      if (user === undefined || user < lowestId) {
        yield {
          severity: 'critical',
          at: place('runAsUser'),
          subject,
          message:
            user === undefined ? `${title} sets no user ID.` : `${title} runs with the low user ID ${user}.`,
          advice: 'An ID of 10000 or more is unlikely to be that of a user of the node.',
          fixes: [setting('Run as user 10001', place('runAsUser'), 10001, byImage)],
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
          fixes: [setting('Run as group 10001', place('runAsGroup'), 10001, byImage)],
        }
      }
    }
  },
})
