import type { Fix } from '../../engine/findings/check'
import { review, safe, type Proposal } from '../../engine/findings/remedy'
import { setField } from '../facts/setField'

/** One of the two policies that Jobs support; one that was written in a container by mistake comes first. */
const fix: Fix<'CronJob'> = (_, { object: { pod } }) => {
  const { path, spec, containers } = pod
  const at = [...path, 'spec', 'restartPolicy']
  const choices = [
    setField(
      'Set restartPolicy to OnFailure',
      at,
      'OnFailure',
      'A failed container is restarted in the same Pod. When the Job gives up, the Pod is deleted and its logs are lost.',
    ),
    setField(
      'Set restartPolicy to Never',
      at,
      'Never',
      'Every attempt gets a new Pod, so files of the one before are gone; the failed Pods stay for inspection.',
    ),
  ]
  const [deeper, ...others] = containers.filter(({ container }) => isPolicy(container.restartPolicy))
  const restartPolicy = deeper?.container.restartPolicy
  if (!deeper || others.length > 0 || spec.restartPolicy || !isPolicy(restartPolicy))
    return { fixes: choices }
  const move: Proposal = {
    title: 'Move restartPolicy to the Pod',
    ...(containers.length === 1 ? safe(tooDeep) : review(`${tooDeep} There it applies to all containers.`)),
    changes: [
      { kind: 'remove', path: [...deeper.path, 'restartPolicy'] },
      { kind: 'set', path: at, value: restartPolicy },
    ],
  }
  return { fixes: [move, ...choices] }
}

export default fix

const isPolicy = (policy: string | undefined): policy is string =>
  policy === 'OnFailure' || policy === 'Never'

const tooDeep = 'It is one level too deep: the API reads the policy of the Pod.'
