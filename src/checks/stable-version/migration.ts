import { proposal, type Remedy } from '../../engine/findings/remedy'
import type { Change } from '../../engine/model/change'
import { isOfKind, isPodBearer, type KubernetesObject } from '../../engine/objects/readObjects'
import type { CronJob, HorizontalPodAutoscaler, Ingress, PodDisruptionBudget } from '../../kubernetes/objects'
import { isAtLeast } from '../../kubernetes/version'
import { ensurePodLabels } from '../facts/ensurePodLabels'
import { plainSelectorOfPods, withoutLabels } from '../facts/podSelector'
import { convertBackends, type LegacySpec } from './legacyBackends'

/** What changes besides the apiVersion. Nothing: only the name of the version is different. */
type Migration =
  { readonly changes?: readonly Change[]; readonly note?: string } | { readonly unfixable: string }

/** Changes an object to the stable version of its API, with every field that is different there. */
export function migration(object: KubernetesObject, to: string, kubernetesVersion: string): Remedy {
  const migrate = (one: KubernetesObject): Remedy => remedyOf(migrationOf(one, kubernetesVersion), to)
  return isPodBearer(object) && isWorkload(object) && !hasSelector(object)
    ? ensurePodLabels(object, migrate)
    : migrate(object)
}

const isWorkload = ({ kind }: KubernetesObject): boolean =>
  /^(?:Deployment|(?:Stateful|Daemon|Replica)Set)$/.test(kind)

const hasSelector = ({ data }: KubernetesObject): boolean =>
  'selector' in ((data as { readonly spec?: object }).spec ?? {})

function remedyOf(needed: Migration, to: string): Remedy {
  if ('unfixable' in needed) return needed
  const { changes = [], note } = needed
  const version: Change = { kind: 'set', path: ['apiVersion'], value: to }
  return { fixes: [proposal(`Change apiVersion to ${to}`, note, version, ...changes)] }
}

function migrationOf(object: KubernetesObject, kubernetesVersion: string): Migration {
  if (isOfKind(object, 'CronJob')) return cronJob(object, kubernetesVersion)
  if (isOfKind(object, 'PodDisruptionBudget')) return budget(object)
  if (isOfKind(object, 'HorizontalPodAutoscaler'))
    return object.apiVersion.endsWith('/v2beta1') ? firstAutoscaler(object) : {}
  return isOfKind(object, 'Ingress') ? ingress(object) : workload(object)
}

/** The stable version refuses a time zone in the schedule; it has a field of its own. */
function cronJob({ data: { spec } }: KubernetesObject<CronJob>, kubernetesVersion: string): Migration {
  const [, timeZone = '', schedule = ''] =
    /^(?:CRON_)?TZ=(\S+)\s+(.*)$/s.exec((spec?.schedule ?? '').trim()) ?? []
  if (!timeZone) return {}
  if (!isAtLeast(kubernetesVersion, '1.25'))
    return {
      unfixable:
        'The stable version refuses a time zone in the schedule, and this Kubernetes version has no field for it yet. Write the schedule in the time zone of the cluster.',
    }
  return {
    changes: [
      { kind: 'set', path: ['spec', 'schedule'], value: schedule },
      { kind: 'set', path: ['spec', 'timeZone'], value: timeZone },
    ],
    note: 'The time zone moves from the schedule to the field timeZone. Check both.',
  }
}

function budget({ data }: KubernetesObject<PodDisruptionBudget>): Migration {
  const { selector } = data.spec ?? {}
  const isEmpty =
    selector &&
    Object.keys(selector.matchLabels ?? {}).length === 0 &&
    (selector.matchExpressions ?? []).length === 0
  return isEmpty
    ? {
        note: 'In the old version its empty selector matches no Pod. In the stable version it matches every Pod of the namespace.',
      }
    : {}
}

/** The checks read only the outline of the first form of metrics, so these cannot be converted. */
function firstAutoscaler({ data }: KubernetesObject<HorizontalPodAutoscaler>): Migration {
  const { metrics = [] } = data.spec ?? {}
  if (metrics.length === 0) return {}
  return {
    unfixable:
      'Its metrics need another form: targetAverageUtilization: 50 becomes target: {type: Utilization, averageUtilization: 50}. Rewrite each one, then set autoscaling/v2.',
  }
}

/** In apps/v1 the selector has no default, and two fields no longer exist. */
function workload(object: KubernetesObject): Migration {
  const { spec = {} } = object.data as { readonly spec?: object }
  const labels = isPodBearer(object) ? plainSelectorOfPods(object) : undefined
  const isSelecting = hasSelector(object)
  if (!isSelecting && !labels) return { unfixable: `The stable version needs a selector. ${withoutLabels}` }
  const dropped = object.kind === 'DaemonSet' ? 'templateGeneration' : 'rollbackTo'
  return {
    changes: [
      ...(isSelecting || !labels
        ? []
        : [{ kind: 'set', path: ['spec', 'selector'], value: { matchLabels: labels } } as const]),
      ...(dropped in spec ? [{ kind: 'remove', path: ['spec', dropped] } as const] : []),
    ],
    note: isSelecting
      ? defaults
      : `A selector cannot be changed later: keep only labels that will never change. ${defaults}`,
  }
}

const defaults =
  'The update strategy, the progress deadline and the revision history have other defaults in apps/v1.'

function ingress({ data }: KubernetesObject<Ingress>): Migration {
  const changes = convertBackends((data.spec ?? {}) as LegacySpec)
  if (!changes)
    return {
      unfixable:
        'A backend lacks the name or the port of its Service, which the stable version requires. Complete it first.',
    }
  return {
    changes,
    note: 'Backends have a new form, and paths without a type get ImplementationSpecific, which is how they were treated so far.',
  }
}
