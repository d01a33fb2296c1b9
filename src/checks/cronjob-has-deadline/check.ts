import { check } from '../../engine/findings/check'
import { titleOf } from '../../engine/objects/readObjects'

export default check({
  id: 'cronjob-has-deadline',
  title: 'CronJob has deadline',
  topic: 'reliable',
  severities: ['critical'],
  on: 'CronJob',
  *find(cronJob) {
    if (cronJob.data.spec?.startingDeadlineSeconds !== undefined) return
    yield {
      severity: 'critical',
      at: ['spec', 'startingDeadlineSeconds'],
      subject: '',
      message: `${titleOf(cronJob)} has no deadline for late starts.`,
      title: 'No deadline for late starts',
      advice: 'A run that the controller missed is started whenever it comes back, however late.',
    }
  },
  fix: () => import('./fix'),
})
