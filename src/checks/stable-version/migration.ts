import type { Mended } from '../../engine/findings/check'
import type { KubernetesObject } from '../../engine/objects/readObjects'
import type { Ingress, LabelSelector } from '../../kubernetes/objects'
import { fixOf } from '../../engine/fixes/valueFixes'
import { stableVersions } from '../../kubernetes/stableVersions'
import { isAtLeast } from '../../kubernetes/version'
import { ensurePodLabels } from '../facts/ensurePodLabels'
import { plainSelectorOfPods, unlabelled } from '../facts/podSelector'
import { legacyBackends, type LegacySpec } from './legacyBackends'
import type { Change } from '../../engine/model/change'
import type { Moves } from '../../engine/findings/fixProviders'

/** What an object needs besides its new version. Nothing: the move is a mere renaming. */
type Move = { readonly changes?: readonly Change[]; readonly note?: string } | { readonly unfixable: string }

/** The ways to stable versions that are more than a new name, for objects that a version of Kubernetes does not serve. */
export const moves: Moves = (object, kubernetesVersion) => {
  const stable = stableVersions[`${object.apiVersion} ${object.kind}`]
  return stable && isAtLeast(kubernetesVersion, stable.since)
    ? migration(object, stable.apiVersion, kubernetesVersion)
    : undefined
}

/** The way of an object to the stable version, with all that changes between the two. */
export function migration(object: KubernetesObject, apiVersion: string, kubernetesVersion: string): Mended {
  const { pod } = object
  const move = (one: KubernetesObject): Mended => moved(one, apiVersion, kubernetesVersion)
  return pod && isWorkload(object) && !isSelecting(object)
    ? ensurePodLabels({ ...object, pod }, move)
    : move(object)
}

const isWorkload = ({ kind }: KubernetesObject): boolean =>
  /^(?:Deployment|(?:Stateful|Daemon|Replica)Set)$/.test(kind)

const isSelecting = ({ data }: KubernetesObject): boolean =>
  'selector' in ((data as { readonly spec?: object }).spec ?? {})

function moved(object: KubernetesObject, apiVersion: string, kubernetesVersion: string): Mended {
  const move = moveOf(object, kubernetesVersion)
  if ('unfixable' in move) return move
  const { changes = [], note } = move
  const put: Change = { kind: 'set', path: ['apiVersion'], value: apiVersion }
  return { fixes: [fixOf(`Move to ${apiVersion}`, note, put, ...changes)] }
}

function moveOf(object: KubernetesObject, kubernetesVersion: string): Move {
  switch (object.kind) {
    case 'CronJob':
      return cronJob(object, kubernetesVersion)
    case 'PodDisruptionBudget':
      return budget(object)
    case 'HorizontalPodAutoscaler':
      return object.apiVersion.endsWith('/v2beta1') ? firstAutoscaler(object) : {}
    case 'Ingress':
      return ingress(object as KubernetesObject<Ingress>)
    default:
      return workload(object)
  }
}

/** The stable version refuses a time zone in the schedule; it has a field of its own. */
function cronJob({ data }: KubernetesObject, kubernetesVersion: string): Move {
  const { spec } = data as { readonly spec?: { readonly schedule?: string } }
  const [, timeZone = '', schedule = ''] =
    /^(?:CRON_)?TZ=(\S+)\s+(.*)$/s.exec((spec?.schedule ?? '').trim()) ?? []
  if (!timeZone) return {}
  if (!isAtLeast(kubernetesVersion, '1.25'))
    return {
      unfixable:
        'The stable version refuses a time zone in the schedule, and this Kubernetes has no field for it yet. Write the schedule in the time of the cluster.',
    }
  return {
    changes: [
      { kind: 'set', path: ['spec', 'schedule'], value: schedule },
      { kind: 'set', path: ['spec', 'timeZone'], value: timeZone },
    ],
    note: 'The time zone moves from the schedule to a field of its own; look at both.',
  }
}

function budget({ data }: KubernetesObject): Move {
  const { selector } = (data as { readonly spec?: { readonly selector?: LabelSelector } }).spec ?? {}
  const isEmpty =
    selector &&
    Object.keys(selector.matchLabels ?? {}).length === 0 &&
    (selector.matchExpressions ?? []).length === 0
  return isEmpty
    ? {
        note: 'Its empty selector selected no pod so far. In the stable version it selects every pod of the namespace.',
      }
    : {}
}

/** Of metrics in their first form only the outline is read here, so they cannot be rewritten. */
function firstAutoscaler({ data }: KubernetesObject): Move {
  const { metrics = [] } = (data as { readonly spec?: { readonly metrics?: readonly unknown[] } }).spec ?? {}
  if (metrics.length === 0) return {}
  return {
    unfixable:
      'Its metrics need another form: targetAverageUtilization: 50 becomes target: {type: Utilization, averageUtilization: 50}. Rewrite each, then set autoscaling/v2.',
  }
}

/** The selector has no default any more, and two fields are gone. */
function workload(object: KubernetesObject): Move {
  const { spec = {} } = object.data as { readonly spec?: object }
  const labels = object.pod && plainSelectorOfPods({ ...object, pod: object.pod })
  const selects = isSelecting(object)
  if (!selects && !labels) return { unfixable: `The stable version needs a selector. ${unlabelled}` }
  const dropped = object.kind === 'DaemonSet' ? 'templateGeneration' : 'rollbackTo'
  return {
    changes: [
      ...(selects || !labels
        ? []
        : [{ kind: 'set', path: ['spec', 'selector'], value: { matchLabels: labels } } as const]),
      ...(dropped in spec ? [{ kind: 'remove', path: ['spec', dropped] } as const] : []),
    ],
    note: selects
      ? defaults
      : `The selector can never be changed: keep only labels that always stay the same. ${defaults}`,
  }
}

const defaults =
  'What is left out of the update strategy, the deadline of a rollout and the history has other defaults in apps/v1.'

function ingress({ data }: KubernetesObject<Ingress>): Move {
  const changes = legacyBackends((data.spec ?? {}) as LegacySpec)
  if (!changes)
    return {
      unfixable:
        'A backend lacks the name or the port of its Service, which the stable version demands. Complete it first.',
    }
  return {
    changes,
    note: 'Backends have a new form, and paths without a type get ImplementationSpecific, as they were read so far.',
  }
}
