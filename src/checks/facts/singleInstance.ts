import type { Pod } from '../../engine/objects/readObjects'
import { programName } from './imageReference'
import { claimNames } from './podFacts'

/** What two Pods of a Deployment cannot have, or should not share, at the same time. */
type Exclusive =
  | { readonly kind: 'claim'; readonly name: string }
  /** A port of the node; `field`: what makes it one. */
  | { readonly kind: 'port'; readonly port: number; readonly field: 'hostPort' | 'hostNetwork' }
  /** A directory of the node that a container writes to. */
  | { readonly kind: 'hostPath'; readonly path: string }

/** The first thing that keeps two Pods from running side by side; undefined where nothing in the Pod does. */
export function exclusiveOf(pod: Pod): Exclusive | undefined {
  const [claim] = claimNames(pod)
  if (claim !== undefined) return { kind: 'claim', name: claim }
  const port = hostPortOf(pod)
  if (port) return port
  const path = writtenHostPath(pod)
  return path === undefined ? undefined : { kind: 'hostPath', path }
}

/** With the network of the node every declared port is one of the node. */
function hostPortOf({ spec, containers }: Pod): Exclusive | undefined {
  for (const { container } of containers) {
    for (const { containerPort = 0, hostPort = 0 } of container.ports ?? []) {
      if (hostPort > 0) return { kind: 'port', port: hostPort, field: 'hostPort' }
      if (spec.hostNetwork && containerPort > 0)
        return { kind: 'port', port: containerPort, field: 'hostNetwork' }
    }
  }
  return undefined
}

/** Files and sockets of the system, which any number of Pods use. */
const systemPath = /^\/(?:dev|proc|sys|run|var\/run|etc|usr|lib|boot)(?:\/|$)/

function writtenHostPath({ spec, containers }: Pod): string | undefined {
  const written = new Set(
    containers.flatMap(({ container }) =>
      (container.volumeMounts ?? []).filter(({ readOnly }) => !readOnly).map(({ name }) => name),
    ),
  )
  const volume = (spec.volumes ?? []).find(
    ({ name, hostPath }) =>
      hostPath?.path !== undefined &&
      written.has(name) &&
      !systemPath.test(hostPath.path) &&
      !/^(?:Socket|CharDevice|BlockDevice)$/.test(hostPath.type ?? ''),
  )
  return volume?.hostPath?.path
}

/** A flag or an environment variable. */
type Setting = { readonly name: string; readonly value: string }

const leaderElection = /leader[-_]?elect/i
const lock = /(?:^|[-_.])(?:lock|singleton|single[-_]?instance)(?:[-_.]|$)/i
const singleton = /(?:^|[-_.])(?:singleton|single[-_]?instance)(?:[-_.]|$)/i
const off = /^(?:false|no|off|0)$/i

/** The flag or variable with which a program makes sure that only one of it works: `--leader-elect`, `LOCK_FILE`. */
export const lockSetting = (pod: Pod): string | undefined =>
  settingsOf(pod).find(({ name }) => leaderElection.test(name) || lock.test(name))?.name

/** The flag or variable that says a program runs alone: `SINGLETON`, or `--leader-elect` where that is switched off. */
export const aloneSetting = (pod: Pod): string | undefined =>
  settingsOf(pod).find(({ name, value }) =>
    leaderElection.test(name) ? off.test(value) : singleton.test(name) && !off.test(value),
  )?.name

const dataServers: ReadonlySet<string> = new Set(
  (
    'cassandra couchdb elasticsearch etcd influxdb mariadb minio mongo mongodb mysql neo4j opensearch postgis postgres ' +
    'postgresql rabbitmq redis splunk valkey zookeeper'
  ).split(' '),
)

/** A server that keeps data of its own, by the name of its image: two that do not know each other have different data. */
export const dataServer = ({ spec }: Pod): string | undefined =>
  (spec.containers ?? []).map(({ image = '' }) => programName(image)).find((name) => dataServers.has(name))

/** Names beyond this length are no flags. */
const longest = 100

const settingsOf = ({ containers }: Pod): readonly Setting[] =>
  containers.flatMap(({ container: { command = [], args = [], env = [] } }) => [
    ...[...command, ...args]
      .filter((word) => word.startsWith('-') && word.length <= longest)
      .map((word) => {
        const [name = '', value = ''] = word.split('=')
        return { name, value }
      }),
    ...env.map(({ name = '', value = '' }) => ({ name: name.slice(0, longest), value })),
  ])
