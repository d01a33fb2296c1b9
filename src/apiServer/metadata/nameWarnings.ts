import type { Answer } from '../answer'
import type { Kind } from '../kind'
import { labelProblem } from '../names'
import type { Place } from '../place'

const named = (name: string) => `v1 ${name}`

const podKind = named('Pod')
const podOwners: ReadonlySet<string> = new Set([
  ...['Deployment', 'ReplicaSet'].map((name) => `apps/v1 ${name}`),
  ...['Job', 'CronJob'].map((name) => `batch/v1 ${name}`),
  named('ReplicationController'),
])

/**
 * Names that are allowed and make bad names of hosts. Source: `WarningsOnCreate` of the strategies of Pod, Deployment,
 * ReplicaSet, ReplicationController, Job and CronJob.
 */
export function warnOfName(name: string, kind: Kind, place: Place, answer: Answer): void {
  const isPod = kind.of.includes(podKind)
  if (!isPod && !kind.of.some((one) => podOwners.has(one))) return
  const problem = labelProblem(name)
  if (problem === undefined) return
  const used = isPod ? 'the host name of the Pod' : 'part of the host names of its Pods'
  answer.warn('name-as-host-name', place, `The name ${name} becomes ${used}, which ${problem}.`)
}
