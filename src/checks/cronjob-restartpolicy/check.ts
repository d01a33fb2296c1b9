import { check } from '../../engine/findings/check'
import { titleOf } from '../../engine/objects/readObjects'
import type * as Mends from './fix'

export default check({
  id: 'cronjob-restartpolicy',
  title: 'CronJob restart policy',
  topic: 'valid',
  on: 'CronJob',
  *judge(cronJob) {
    const { path, spec } = cronJob.pod
    const policy = spec.restartPolicy ?? ''
    if (policy === 'Never' || policy === 'OnFailure') return
    yield {
      severity: 'critical',
      at: [...path, 'spec', 'restartPolicy'],
      subject: '',
      message: policy
        ? `${titleOf(cronJob)} has the restart policy ${policy}, which a Job cannot have.`
        : `${titleOf(cronJob)} has no restart policy.`,
      advice:
        'A Job ends, so it takes only Never or OnFailure; without one of them the cluster refuses its pods.',
      mend: (by: typeof Mends) => by.endingPolicy(cronJob.pod),
    }
  },
})
