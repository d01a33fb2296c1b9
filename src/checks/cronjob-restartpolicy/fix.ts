import type { Mended, Proposal } from '../../engine/findings/check'
import type { Pod } from '../../engine/objects/readObjects'
import type { Container } from '../../kubernetes/objects'
import { setField } from '../facts/setField'

/** One of the policies a Job can have; the one that stands in a container by mistake comes first. */
export function endingPolicy({ path, spec, containers }: Pod): Mended {
  const at = [...path, 'spec', 'restartPolicy']
  const choices = [
    setField('Restart on failure', at, 'OnFailure', 'The container is tried again in the same pod.'),
    setField(
      'Never restart',
      at,
      'Never',
      'Each try gets a new pod, and the failed ones stay to be looked at.',
    ),
  ]
  const [deeper, ...others] = containers.filter(({ container }) => isPolicy(policyOf(container)))
  const restartPolicy = deeper && policyOf(deeper.container)
  if (!deeper || others.length > 0 || spec.restartPolicy || !isPolicy(restartPolicy))
    return { fixes: choices }
  const moved: Proposal = {
    title: 'Move restartPolicy to the pod',
    ...(containers.length === 1 ? { safety: 'safe' } : { safety: 'review', note: tooDeep }),
    changes: [
      { kind: 'remove', path: [...deeper.path, 'restartPolicy'] },
      { kind: 'set', path: at, value: restartPolicy },
    ],
  }
  return { fixes: [moved, ...choices] }
}

const isPolicy = (policy: string | undefined): policy is string =>
  policy === 'OnFailure' || policy === 'Never'

const tooDeep = 'It stands one level too deep. In its right place it counts for all containers of the pod.'

const policyOf = (container: Container): string | undefined =>
  (container as { readonly restartPolicy?: string }).restartPolicy
