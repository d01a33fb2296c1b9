import { check, skip, type CheckRun } from '../../engine/findings/check'
import type { Path } from '../../engine/model/path'
import { titleOf, type Pod } from '../../engine/objects/readObjects'
import type { MissingProbe } from './missingProbe'

export default check({
  id: 'pod-probes',
  title: 'Pod probes',
  topic: 'reliable',
  severities: ['critical', 'advice'],
  on: 'pod',
  *findAmong(object, relations): CheckRun<MissingProbe> {
    if (object.kind === 'Job' || object.kind === 'CronJob') return
    const service = relations.serviceFor(object)
    if (!service) return skip('No Service in this text selects its Pods.', 10)
    const { pod } = object
    const related = [
      {
        object: service,
        at: ['metadata', 'name'],
        message: `${titleOf(service)} sends traffic to these Pods.`,
      },
    ]
    if (!pod.containers.some(({ container }) => container.readinessProbe)) {
      yield {
        severity: 'critical',
        at: probePath(pod, 'readinessProbe'),
        subject: '',
        message: `${titleOf(object)} has no readiness probe.`,
        title: 'No readiness probe',
        advice: 'The Service sends requests to a Pod as soon as its process starts, ready or not.',
        related,
        data: { missing: 'readiness', service },
      }
    } else if (!pod.containers.some(({ container }) => container.livenessProbe)) {
      yield {
        severity: 'advice',
        at: probePath(pod, 'livenessProbe'),
        subject: '',
        message: `${titleOf(object)} has no liveness probe.`,
        title: 'No liveness probe',
        advice: 'A process that hangs is not restarted. Add a probe only if a restart would help.',
        related,
        data: { missing: 'liveness' },
      }
    }
  },
  fix: () => import('./fix'),
})

/** The probe of the first container that is not an init container. */
function probePath({ path, spec, containers }: Pod, probe: string): Path {
  const serving = containers[spec.initContainers?.length ?? 0] ?? containers[0]
  return serving ? [...serving.path, probe] : [...path, 'spec', 'containers']
}
