import { check } from '../../engine/findings/check'
import { titleOf } from '../../engine/objects/readObjects'
import type * as Mends from './fix'

export default check({
  id: 'cronjob-has-deadline',
  title: 'CronJob has deadline',
  topic: 'reliable',
  on: 'CronJob',
  *judge(cronJob) {
    if (cronJob.data.spec?.startingDeadlineSeconds !== undefined) return
    yield {
      severity: 'critical',
      at: ['spec', 'startingDeadlineSeconds'],
      subject: '',
      message: `${titleOf(cronJob)} has no deadline for a late start.`,
      advice:
        'A run that was missed while the controller was away is made up whenever it comes back, however late.',
      mend: (by: typeof Mends) => by.deadline(cronJob),
    }
  },
})
