import { proposal, review, risky, safe, type Proposal, type Remedy } from '../../engine/findings/remedy'
import type { Change } from '../../engine/model/change'
import { field, type Json } from '../../engine/model/json'
import { listText } from '../../engine/model/shorten'
import { isOfKind, isPodBearer, type KubernetesObject } from '../../engine/objects/readObjects'
import type { CronJob, PodDisruptionBudget } from '../../kubernetes/objects'
import { isAtLeast } from '../../kubernetes/version'
import { ensurePodLabels } from '../facts/ensurePodLabels'
import { plainSelectorOfPods, withoutLabels } from '../facts/podSelector'
import { addPathTypes, convertBackends } from './legacyBackends'
import { convertAutoscaler } from './legacyMetrics'

/** What changes besides the apiVersion. Nothing: only the name of the version is different. `note`: what to check. */
type Migration =
  | {
      readonly changes?: readonly Change[]
      readonly note?: string
      readonly titleEnd?: string
      readonly isRisky?: boolean
    }
  | { readonly unfixable: string }

/**
 * Changes an object to the stable version of its API, with every field that is different there. `written`: all of the
 * object as it is written.
 */
export function migration(
  object: KubernetesObject,
  to: string,
  written: Json | undefined,
  kubernetesVersion: string,
): Remedy {
  const migrate = (one: KubernetesObject): Remedy =>
    remedyOf(migrationsOf(one, written, kubernetesVersion), to)
  if (!isPodBearer(object) || !isWorkload(object)) return migrate(object)
  const labelled = ensurePodLabels(object, migrate)
  return labelled.fixes || !hasSelector(object) ? labelled : migrate(object)
}

const isWorkload = ({ kind }: KubernetesObject): boolean =>
  /^(?:Deployment|(?:Stateful|Daemon|Replica)Set)$/.test(kind)

const hasSelector = ({ data }: KubernetesObject): boolean =>
  'selector' in ((data as { readonly spec?: object }).spec ?? {})

function remedyOf(options: readonly Migration[], to: string): Remedy {
  const fixes: Proposal[] = []
  for (const option of options) {
    if ('unfixable' in option) return option
    const { changes = [], note, titleEnd = '', isRisky = false } = option
    const version: Change = { kind: 'set', path: ['apiVersion'], value: to }
    const assessment =
      note === undefined
        ? safe('Both versions read these fields in the same way.')
        : isRisky
          ? risky(note)
          : review(note)
    fixes.push(proposal(`Change apiVersion to ${to}${titleEnd}`, assessment, version, ...changes))
  }
  return { fixes }
}

function migrationsOf(
  object: KubernetesObject,
  written: Json | undefined,
  kubernetesVersion: string,
): readonly Migration[] {
  if (isOfKind(object, 'CronJob')) return [cronJob(object, kubernetesVersion)]
  if (isOfKind(object, 'PodDisruptionBudget')) return budget(object)
  if (object.kind === 'HorizontalPodAutoscaler') return [autoscaler(object, written)]
  return [object.kind === 'Ingress' ? ingress(written) : workload(object, written)]
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

/** An empty selector means the opposite in the stable version: it matches every Pod instead of none. */
function budget({ data }: KubernetesObject<PodDisruptionBudget>): readonly Migration[] {
  const { selector } = data.spec ?? {}
  const isEmpty =
    selector &&
    Object.keys(selector.matchLabels ?? {}).length === 0 &&
    (selector.matchExpressions ?? []).length === 0
  if (!isEmpty) return [{}]
  return [
    {
      changes: [{ kind: 'remove', path: ['spec', 'selector'] }],
      titleEnd: ' and remove the empty selector',
      note: 'The budget goes on to match no Pod. Give it a selector for the Pods that it should protect.',
    },
    {
      isRisky: true,
      note: 'In policy/v1beta1 its empty selector matches no Pod; in policy/v1 it matches every Pod of the namespace, so the budget can block the eviction of all of them.',
    },
  ]
}

function autoscaler({ apiVersion }: KubernetesObject, written: Json | undefined): Migration {
  const changes = convertAutoscaler(field(written, 'spec'))
  if (!changes && apiVersion.endsWith('/v2beta1'))
    return {
      unfixable:
        'One of its metrics has no target that autoscaling/v2 can express. Write a target for each one, such as target: {type: Utilization, averageUtilization: 50}, then set autoscaling/v2.',
    }
  const hasMetrics = field(field(written, 'spec'), 'metrics') !== undefined
  if (!changes || changes.length === 0)
    return hasMetrics && apiVersion.endsWith('/v2beta1')
      ? {
          note: 'Its metrics already have the form of autoscaling/v2. Check that their targets are what you want.',
        }
      : {}
  return {
    changes,
    note: `Targets have another form than in ${apiVersion}: compare the value of each metric.`,
  }
}

/** In apps/v1 the selector has no default, and two fields no longer exist. */
function workload(object: KubernetesObject, written: Json | undefined): Migration {
  const labels = isPodBearer(object) ? plainSelectorOfPods(object) : undefined
  const isSelecting = hasSelector(object)
  if (!isSelecting && !labels) return { unfixable: `The stable version needs a selector. ${withoutLabels}` }
  const dropped = object.kind === 'DaemonSet' ? 'templateGeneration' : 'rollbackTo'
  const lost = field(field(written, 'spec'), dropped)
  const isLoss = lost !== undefined && lost !== null && JSON.stringify(lost) !== '{}'
  const changes: readonly Change[] = [
    ...(isSelecting || !labels
      ? []
      : [{ kind: 'set', path: ['spec', 'selector'], value: { matchLabels: labels } } as const]),
    ...(lost === undefined ? [] : [{ kind: 'remove', path: ['spec', dropped] } as const]),
  ]
  const notes = [
    ...(isLoss ? [`Removes “${dropped}”, which apps/v1 does not have.`] : []),
    ...(isSelecting ? [] : ['A selector cannot be changed later: keep only labels that will never change.']),
    ...formerDefaults(object),
  ]
  return { changes, ...(notes.length > 0 && { note: notes.join(' ') }), isRisky: isLoss }
}

/**
 * What happened by default in the older version of a workload and is different in apps/v1. Objects that exist keep what
 * they have. Source: defaults.go of the API groups apps and extensions up to Kubernetes 1.15.
 */
function formerDefaults({ apiVersion, kind, data }: KubernetesObject): readonly string[] {
  if (apiVersion === 'apps/v1beta2') return []
  const { spec = {} } = data as { readonly spec?: object }
  if (kind !== 'Deployment')
    return 'updateStrategy' in spec
      ? []
      : [
          `By default, ${apiVersion} replaces Pods only after somebody deletes them (OnDelete); apps/v1 replaces them by itself (RollingUpdate).`,
        ]
  const others =
    apiVersion === 'apps/v1beta1'
      ? { revisionHistoryLimit: 'keeps 2 old revisions instead of 10' }
      : {
          strategy: 'replaces one Pod at a time instead of a quarter of them',
          progressDeadlineSeconds: 'sets no progress deadline instead of 10 minutes',
          revisionHistoryLimit: 'keeps all old revisions instead of 10',
        }
  const unset = Object.entries(others).flatMap(([key, words]) => (key in spec ? [] : [words]))
  return unset.length === 0 ? [] : [`By default, ${apiVersion} ${listText(unset)}.`]
}

function ingress(written: Json | undefined): Migration {
  const spec = field(written, 'spec')
  const { changes, incomplete } = convertBackends(spec)
  if (incomplete)
    return {
      unfixable:
        'A backend lacks the name or the port of its Service, which the stable version requires. Complete it first.',
    }
  return {
    changes: [...changes, ...addPathTypes(spec)],
    note: 'Backends have a new form, and paths without a type get ImplementationSpecific, which is how they were treated so far.',
  }
}
