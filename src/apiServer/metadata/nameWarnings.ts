import type { Answer } from '../answer'
import type { Kind } from '../kind'
import { labelProblem } from '../../kubernetes/names'
import type { Place } from '../place'

const podOwners: ReadonlySet<string> = new Set([
  ...['apps/v1 Deployment', 'apps/v1 ReplicaSet', 'batch/v1 Job', 'batch/v1 CronJob'],
  'v1 ReplicationController',
])

/**
 * Names that are allowed, but are not valid as host names. Source: `WarningsOnCreate` of the strategies of Pod, Deployment,
 * ReplicaSet, ReplicationController, Job and CronJob.
 */
export function warnOfName(name: string, kind: Kind, place: Place, answer: Answer): void {
  const isPod = kind.of.includes('v1 Pod')
  if (!isPod && !kind.of.some((one) => podOwners.has(one))) return
  const problem = labelProblem(name)
  if (problem === undefined) return
  const used = isPod ? 'the host name of the Pod' : 'part of the host names of its Pods'
  answer.warn('name-as-host-name', place, `The name ${name} becomes ${used}, which ${problem}.`)
}
