import { check, type Proposal } from '../../engine/check'
import type { PlacedContainer, PodBearer } from '../../engine/objects'
import { scratchSpace } from '../scratchSpace'
import { setting } from '../setting'

export default check({
  id: 'container-security-context-readonlyrootfilesystem',
  title: 'Container security context read-only root filesystem',
  topic: 'secure',
  on: 'pod',
  *judge(object) {
    for (const placed of object.pod.containers) {
      const { container, name, path, title } = placed
      if (container.securityContext?.readOnlyRootFilesystem === true) continue
      yield {
        severity: 'critical',
        at: [...path, 'securityContext', 'readOnlyRootFilesystem'],
        subject: name,
        message: `${title} may write to its root filesystem.`,
        advice:
          'An intruder can change programs and leave tools behind; the pod-level context cannot forbid it.',
        fixes: mends(object, placed),
      }
    }
  },
})

function mends(object: PodBearer, placed: PlacedContainer): readonly Proposal[] {
  const { directories, changes } = scratchSpace(object, placed)
  const path = [...placed.path, 'securityContext', 'readOnlyRootFilesystem']
  const only = setting('Make the root filesystem read-only', path, true, elsewhere)
  if (directories.length === 0) return [only]
  return [
    {
      title: `Make the root filesystem read-only, with a volume for ${directories.join(', ')}`,
      safety: 'review',
      note: `${elsewhere} The size of the new volumes is a placeholder: who writes more is evicted.`,
      changes: [{ kind: 'set', path, value: true }, ...changes],
    },
    only,
  ]
}

const elsewhere = 'Look whether the program writes anywhere else: each such directory needs a volume.'
