import { check } from '../../engine/check'
import { titleOf } from '../../engine/objects'
import { setting } from '../setting'

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
      fixes: [
        setting(
          'Set a deadline of 300 seconds',
          ['spec', 'startingDeadlineSeconds'],
          300,
          'Five minutes suit most jobs: how late may this one start?',
        ),
      ],
    }
  },
})
