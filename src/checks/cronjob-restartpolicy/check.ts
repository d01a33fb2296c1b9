import { check } from '../../engine/findings/check'
import { titleOf } from '../../engine/objects/readObjects'

export default check({
  id: 'cronjob-restartpolicy',
  title: 'CronJob restart policy',
  topic: 'valid',
  severities: ['critical'],
  on: 'CronJob',
  *find(cronJob) {
    const { path, spec } = cronJob.pod
    const policy = spec.restartPolicy ?? ''
    if (policy === 'Never' || policy === 'OnFailure') return
    yield {
      severity: 'critical',
      at: [...path, 'spec', 'restartPolicy'],
      subject: '',
      message: policy
        ? `${titleOf(cronJob)} has the restart policy ${policy}, which Jobs do not support.`
        : `${titleOf(cronJob)} has no restart policy.`,
      title: policy ? 'Restart policy that Jobs do not support' : 'No restart policy',
      advice: 'A Job has to end, so the API server accepts only Never or OnFailure.',
    }
  },
  fix: () => import('./fix'),
})
