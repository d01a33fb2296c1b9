import { check, skip } from '../../engine/findings/check'
import { titleOf, type Pod } from '../../engine/objects/readObjects'
import type * as Mends from './fix'
import type { Path } from '../../engine/model/path'

export default check({
  id: 'pod-probes',
  title: 'Pod probes',
  topic: 'reliable',
  on: 'pod',
  *judgeAmong(object, relations) {
    if (object.kind === 'Job' || object.kind === 'CronJob') return
    const service = relations.serviceFor(object)
    if (!service) return skip('No Service in this text selects its pods.', 10)
    const { pod } = object
    const related = [
      {
        object: service,
        at: ['metadata', 'name'],
        message: `${titleOf(service)} sends traffic to these pods.`,
      },
    ]
    if (!pod.containers.some(({ container }) => container.readinessProbe)) {
      yield {
        severity: 'critical',
        at: probePath(pod, 'readinessProbe'),
        subject: '',
        message: `${titleOf(object)} has no readiness probe.`,
        advice: 'The Service sends requests to a pod from the moment its process starts, ready or not.',
        mend: (by: typeof Mends) => by.readiness(pod, service.data),
        related,
      }
    } else if (!pod.containers.some(({ container }) => container.livenessProbe)) {
      yield {
        severity: 'advice',
        at: probePath(pod, 'livenessProbe'),
        subject: '',
        message: `${titleOf(object)} has no liveness probe.`,
        advice:
          'A process that hangs without ending is not restarted. Add one only if a restart is the cure.',
        mend: (by: typeof Mends) => by.liveness(),
        related,
      }
    }
  },
})

/** A probe belongs to the first container that serves, not to one that prepares. */
function probePath({ path, spec, containers }: Pod, probe: string): Path {
  const serving = containers[spec.initContainers?.length ?? 0] ?? containers[0]
  return serving ? [...serving.path, probe] : [...path, 'spec', 'containers']
}
