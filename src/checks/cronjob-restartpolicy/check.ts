import { check, type Proposal } from '../../engine/check'
import { titleOf, type Pod } from '../../engine/objects'
import type { Container } from '../../kubernetes/objects'
import { setting } from '../setting'

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
      fixes: mends(cronJob.pod),
    }
  },
})

function mends({ path, spec, containers }: Pod): readonly Proposal[] {
  const at = [...path, 'spec', 'restartPolicy']
  const choices = [
    setting('Restart on failure', at, 'OnFailure', 'The container is tried again in the same pod.'),
    setting(
      'Never restart',
      at,
      'Never',
      'Each try gets a new pod, and the failed ones stay to be looked at.',
    ),
  ]
  const [deeper, ...others] = containers.filter(({ container }) => isPolicy(policyOf(container)))
  const restartPolicy = deeper && policyOf(deeper.container)
  if (!deeper || others.length > 0 || spec.restartPolicy || !isPolicy(restartPolicy)) return choices
  const moved: Proposal = {
    title: 'Move restartPolicy to the pod',
    ...(containers.length === 1 ? { safety: 'safe' } : { safety: 'review', note: tooDeep }),
    changes: [
      { kind: 'remove', path: [...deeper.path, 'restartPolicy'] },
      { kind: 'set', path: at, value: restartPolicy },
    ],
  }
  return [moved, ...choices]
}

const isPolicy = (policy: string | undefined): policy is string =>
  policy === 'OnFailure' || policy === 'Never'

const tooDeep = 'It stands one level too deep. In its right place it counts for all containers of the pod.'

const policyOf = (container: Container): string | undefined =>
  (container as { readonly restartPolicy?: string }).restartPolicy
