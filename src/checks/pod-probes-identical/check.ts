import { check } from '../../engine/findings/check'
import type { IntOrString, Probe } from '../../kubernetes/pods'

export default check({
  id: 'pod-probes-identical',
  title: 'Pod probes identical',
  topic: 'reliable',
  severities: ['critical'],
  on: 'pod',
  *find(object) {
    if (object.kind === 'Job' || object.kind === 'CronJob') return
    for (const { container, path, about, title } of object.pod.containers) {
      const { readinessProbe, livenessProbe } = container
      if (!readinessProbe || !livenessProbe || !areIdentical(readinessProbe, livenessProbe)) continue
      yield {
        severity: 'critical',
        at: [...path, 'livenessProbe'],
        subject: '',
        message: `${title} has identical readiness and liveness probes.`,
        title: 'Identical readiness and liveness probes',
        about,
        advice:
          'A Pod that is only busy is taken out of the Service and restarted as well, so the other Pods get even busier.',
        related: [{ object, at: [...path, 'readinessProbe'], message: 'The readiness probe.' }],
        data: { at: [...path, 'livenessProbe'], probe: livenessProbe },
      }
      return
    }
  },
  fix: () => import('./fix'),
})

/** Source: kube-score, which compares what is probed, not how often or on which host. */
function areIdentical(left: Probe, right: Probe): boolean {
  if (left.httpGet && right.httpGet) {
    const samePath = (left.httpGet.path ?? '') === (right.httpGet.path ?? '')
    return samePath && portNumber(left.httpGet.port) === portNumber(right.httpGet.port)
  }
  if (left.tcpSocket && right.tcpSocket) return (left.tcpSocket.port ?? 0) === (right.tcpSocket.port ?? 0)
  if (left.exec && right.exec) {
    return JSON.stringify(left.exec.command ?? []) === JSON.stringify(right.exec.command ?? [])
  }
  return false
}

const [least, most] = [-(2n ** 63n), 2n ** 63n - 1n]

/** The number of a port; every name counts as 0, and numbers in text are limited to 64 bits. */
function portNumber(port: IntOrString | undefined): bigint {
  if (typeof port !== 'string') return BigInt(port ?? 0)
  if (!/^[+-]?\d+$/.test(port)) return 0n
  const value = BigInt(port.replace('+', ''))
  return value < least ? least : value > most ? most : value
}
