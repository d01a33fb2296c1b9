import type { Fix } from '../../engine/findings/check'
import { review, risky, type Placeholder, type Proposal } from '../../engine/findings/remedy'
import type { Path } from '../../engine/model/path'
import type { LocatedContainer, PodBearer } from '../../engine/objects/readObjects'
import type { IntOrString, Probe } from '../../kubernetes/pods'
import { guessField, inSentence } from '../facts/guessField'
import { ignoreCheck } from '../facts/ignoreCheck'
import { readinessCommand } from '../facts/readinessCommand'
import { restartPath } from './restartPath'

/** The liveness probe, and its path. */
type LivenessProbe = { readonly at: Path; readonly probe: Probe }

/** Two probes that check the same, and the container they are of. */
type Probes = {
  readonly located: LocatedContainer
  readonly liveness: Probe
  readonly readiness: Probe
}

/** A liveness probe that checks less or waits longer than readiness does; none only as the last resort. */
const fix: Fix<'pod', LivenessProbe> = ({ data: { at, probe } }, { object }) => {
  const located = object.pod.containers.find(({ path }) => path.join() === at.slice(0, -1).join())
  if (!located) return {}
  const probes = { located, liveness: probe, readiness: located.container.readinessProbe ?? {} }
  const lighter = lighterProbes(probes)
  if (probe.httpGet) return { fixes: [...lighter, removal(at)] }
  if (!isPatient(probes)) return { fixes: [...lighter, waitLonger(object, probes), removal(at)] }
  return {
    fixes: [...lighter, removal(at)],
    unfixable: `A restart comes after ${secondsOf(probe)} seconds of failures, long after the Pod gets no more requests (${secondsOf(probes.readiness)} seconds). This check does not see that: ignore it here.`,
  }
}

export default fix

const removal = (at: Path): Proposal => ({
  title: 'Remove the liveness probe',
  ...risky(
    'The liveness probe is lost: a process that hangs is not restarted any more. One that exits still is.',
  ),
  changes: [{ kind: 'remove', path: at }],
})

/** What else the probes could check, so that a restart needs more than not being ready. */
function lighterProbes(probes: Probes): readonly Proposal[] {
  const { liveness, located } = probes
  const { httpGet, tcpSocket, exec } = liveness
  if (httpGet) {
    const { port, host } = httpGet
    return [
      ...(port === undefined
        ? []
        : [useTcp(probes, 'httpGet', { port, ...(host !== undefined && { host }) })]),
      ...otherPaths(probes, httpGet.path ?? ''),
    ]
  }
  if (exec) {
    const [port, ...others] = tcpPorts(located)
    return port === undefined || others.length > 0 ? [] : [useTcp(probes, 'exec', { port })]
  }
  return tcpSocket?.port === undefined ? [] : askServer(probes, tcpSocket.port)
}

const tcpPorts = ({ container }: LocatedContainer): readonly number[] =>
  (container.ports ?? []).flatMap(({ containerPort = 0, protocol = 'TCP' }) =>
    containerPort > 0 && protocol === 'TCP' ? [containerPort] : [],
  )

/** So many failures in a row, at least, before a container is restarted: the default of the API. */
const usualFailures = 3

/** A TCP check, which keeps the times of the probe; fewer failures than usual are too few for a restart. */
function useTcp(
  { located, liveness }: Probes,
  action: 'httpGet' | 'exec',
  tcpSocket: { readonly port: IntOrString; readonly host?: string },
): Proposal {
  const at = [...located.path, 'livenessProbe']
  const threshold = [...at, 'failureThreshold']
  const isHasty = failuresOf(liveness) < usualFailures
  const waits = `It also waits for ${usualFailures} failures before a restart.`
  return {
    title: 'Use a TCP check for the liveness probe',
    ...review(
      `An app can accept connections and still answer nothing. Check that this is enough.${isHasty ? ` ${waits}` : ''}`,
    ),
    changes: [
      { kind: 'remove', path: [...at, action] },
      { kind: 'set', path: [...at, 'tcpSocket'], value: tcpSocket },
      ...(isHasty ? [{ kind: 'set', path: threshold, value: usualFailures } as const] : []),
    ],
    ...(isHasty && { placeholders: [thresholdOf(located, threshold)] }),
  }
}

const thresholdOf = (located: LocatedContainer, path: Path): Placeholder => ({
  what: `failureThreshold of the liveness probe of ${inSentence(located)}`,
  path,
})

/** Another path for liveness, or for readiness where the present one is for liveness. */
function otherPaths({ located }: Probes, present: string): readonly Proposal[] {
  const { probe, path, isKnown } = restartPath(present)
  const at = [...located.path, `${probe}Probe`, 'httpGet', 'path']
  const assessment = isKnown
    ? review(`Check that the app answers there: apps with ${present} usually do.`)
    : risky(
        probe === 'liveness'
          ? 'The path is a placeholder: until the app answers there, without calling other services, it is restarted again and again.'
          : 'The path is a placeholder: until the app answers there, which it should only when it can do its work, the Pods get no requests.',
      )
  return [
    guessField(
      `Use ${path} for the ${probe} probe`,
      at,
      path,
      assessment,
      `path of the ${probe} probe of ${inSentence(located)}`,
    ),
  ]
}

/** Readiness by the own command of a well-known server. */
function askServer({ located, readiness }: Probes, port: IntOrString): readonly Proposal[] {
  const number = located.container.ports?.find(({ name }) => name === port)?.containerPort ?? port
  const command = readinessCommand(located.container, number)
  if (!command || !readiness.tcpSocket) return []
  const at = [...located.path, 'readinessProbe']
  return [
    {
      title: `Use ${command.join(' ')} for the readiness probe`,
      ...review(
        'Check that the command works in this container: it connects to the default port, without a password or TLS.',
      ),
      changes: [
        { kind: 'remove', path: [...at, 'tcpSocket'] },
        { kind: 'set', path: [...at, 'exec'], value: { command } },
      ],
    },
  ]
}

/** Whether a restart comes long after the Pod gets no more requests, and not soon after. */
const isPatient = ({ liveness, readiness }: Probes): boolean =>
  secondsOf(liveness) >= 3 * secondsOf(readiness)

/**
 * The same question, but a restart comes long after the Pod gets no more requests. The check does not see that, so it is
 * ignored as well.
 */
function waitLonger(object: PodBearer, { located, liveness, readiness }: Probes): Proposal {
  const path = [...located.path, 'livenessProbe', 'failureThreshold']
  const notReady = secondsOf(readiness)
  const failures = Math.max(3 * failuresOf(liveness), Math.ceil((3 * notReady) / periodOf(liveness)))
  return {
    title: `Restart only after ${failures} failures, and ignore this check`,
    ...risky(
      `The Pod gets no more requests after ${notReady} seconds of failures, and is restarted after ${failures * periodOf(liveness)}. Check how long a busy app may take; this check does not see thresholds.`,
    ),
    effect: 'restarts Pods, ignores check',
    changes: [{ kind: 'set', path, value: failures }, ignoreCheck(object, 'pod-probes-identical')],
    placeholders: [thresholdOf(located, path)],
  }
}

/** How many failures in a row take effect; the API replaces 0 by its default. */
const failuresOf = ({ failureThreshold }: Probe): number =>
  Math.max(0, failureThreshold ?? 0) || usualFailures

/** In seconds. */
const periodOf = ({ periodSeconds }: Probe): number => Math.max(0, periodSeconds ?? 0) || 10

/** After how many seconds of failures a probe takes effect. */
const secondsOf = (probe: Probe): number => failuresOf(probe) * periodOf(probe)
