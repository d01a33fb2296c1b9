import { check, skip } from '../../engine/check'
import { titleOf, type KubernetesObject, type Pod } from '../../engine/objects'
import type { Path } from '../../engine/place'
import type { Service } from '../../kubernetes/objects'
import { setting } from '../setting'

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
        ...readiness(pod, service),
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
        unfixable:
          'Nobody but you knows whether a restart is the cure, and what to ask: it should be less than for readiness.',
        related,
      }
    }
  },
})

/** That a port takes connections is little, but true: better than traffic from the first moment. */
function readiness(pod: Pod, { data: { spec } }: KubernetesObject<Service>) {
  const serving = pod.containers[pod.spec.initContainers?.length ?? 0] ?? pod.containers[0]
  const declared = serving?.container.ports?.find(({ containerPort }) => containerPort)?.containerPort
  const [first] = spec?.ports ?? []
  const target = first?.targetPort ?? first?.port
  const port = declared ?? (typeof target === 'number' ? target : undefined)
  if (!serving || port === undefined)
    return {
      unfixable:
        'Neither the container nor the Service names a port to ask: say what shows that it is ready.',
    }
  const note = 'It only asks whether the port takes connections; a path that says so is better.'
  const probe = { tcpSocket: { port } }
  return {
    fixes: [setting('Probe its port for readiness', [...serving.path, 'readinessProbe'], probe, note)],
  }
}

/** A probe belongs to the first container that serves, not to one that prepares. */
function probePath({ path, spec, containers }: Pod, probe: string): Path {
  const serving = containers[spec.initContainers?.length ?? 0] ?? containers[0]
  return serving ? [...serving.path, probe] : [...path, 'spec', 'containers']
}
