import type {
  CronJob,
  Deployment,
  HorizontalPodAutoscaler,
  Ingress,
  NetworkPolicy,
  PodDisruptionBudget,
  Service,
  StatefulSet,
} from '../../kubernetes/objects'
import type { KubernetesObject, PodBearer } from '../objects/readObjects'
import type { Relations } from '../objects/relations'
import type { Settings } from '../model/settings'
import type { Path } from '../model/path'
import type { Json } from '../model/json'
import type { Change } from '../model/change'
import type { Severity, Grade } from '../model/finding'

/** What a check may look at, by the name it puts in `on`. */
export type Targets = {
  /** Every object whose kind the checks know. */
  any: KubernetesObject
  /** Everything that carries a pod template: Pod, Deployment, StatefulSet, DaemonSet, Job, CronJob. */
  pod: PodBearer
  /** `apps/v1` only: the older versions have other defaults. */
  Deployment: PodBearer<Deployment>
  /** `apps/v1` only. */
  StatefulSet: PodBearer<StatefulSet>
  CronJob: PodBearer<CronJob>
  Service: KubernetesObject<Service>
  Ingress: KubernetesObject<Ingress>
  NetworkPolicy: KubernetesObject<NetworkPolicy>
  PodDisruptionBudget: KubernetesObject<PodDisruptionBudget>
  HorizontalPodAutoscaler: KubernetesObject<HorizontalPodAutoscaler>
}

/** The settings a verdict may depend on. Whether a check runs or counts at all is not its own business. */
export type Options = Pick<
  Settings,
  'kubernetesVersion' | 'minReplicasDeployment' | 'minReplicasHpa' | 'requireCpuLimit' | 'requireMemoryLimit'
>

/**
 * What would mend a remark, as data: it is made into edits and proved before anyone sees it. Where several would, the
 * first is the one to recommend.
 */
export type Proposal = {
  /** A verb with its object, as on a button: `Set memory limit`. */
  readonly title: string
  /** `safe`: the meaning is kept or strictly safer, and no value is a guess. `review`: a person has to look at it. */
  readonly safety: 'safe' | 'review'
  /** What to look at, and what follows from it, in a sentence or two; for `review`. */
  readonly note?: string
  /** In this order, each to the object that was judged or to another one; paths are from the root of that object. */
  readonly changes?: readonly (Change & { readonly object?: KubernetesObject })[]
  /** New objects, to stand behind the one that was judged. */
  readonly adds?: readonly Json[]
}

/** What can be done about a remark: proposals, or why no edit can be right and what to decide. */
export type Mended = { readonly fixes?: readonly Proposal[]; readonly unfixable?: string }

/** One thing a check has to say. A `note` is said of something that passes. */
export type Remark = {
  readonly severity: Exclude<Severity, 'refused'> | 'note'
  /** From the root of the object; may end where nothing stands yet. */
  readonly at: Path
  /** What it is about, as kube-score names it: a container's name, a label's key, or '' for the whole object. */
  readonly subject?: string
  readonly message: string
  readonly advice?: string
  /**
   * What can be done about it, worked out by the module `mend` of the check's folder. That one is loaded when the first
   * report stands; until then nobody asks.
   */
  readonly mend?: (by: never) => Mended
  readonly related?: readonly {
    readonly object: KubernetesObject
    readonly at: Path
    readonly message: string
  }[]
}

/** Returned by a check that does not apply to an object, with the reason. */
export type Skip = { readonly skipped: string; readonly grade: Grade }

/** `grade` is what kube-score records beside its own skips (specified per check; most leave it at 0). */
export const skip = (reason: string, grade: Grade = 0): Skip => ({ skipped: reason, grade })

export type Judgement = Generator<Remark, Skip | undefined | void>

export type Topic = 'reliable' | 'secure' | 'efficient' | 'connected' | 'valid'

type Description<Target extends keyof Targets> = {
  /** The folder's name. */
  readonly id: string
  readonly title: string
  readonly topic: Topic
  /** Off unless a setting or an annotation enables it. */
  readonly optional?: true
  readonly on: Target
}

type LocalCheck<Target extends keyof Targets> = Description<Target> & {
  /** Looks at one object alone, so its verdict is kept as long as the document's text stays the same. */
  readonly judge: (object: Targets[Target], options: Options) => Judgement
}

type RelationCheck<Target extends keyof Targets> = Description<Target> & {
  /** Looks at other objects too, so it runs again after every change. */
  readonly judgeAmong: (object: Targets[Target], relations: Relations, options: Options) => Judgement
}

/** One check, of whatever target: the engine hands it only objects that fit its `on`. */
export type Check = Description<keyof Targets> & {
  readonly judge?: (object: never, options: Options) => Judgement
  readonly judgeAmong?: (object: never, relations: Relations, options: Options) => Judgement
}

/** Declares a check; types `object` by what `on` names. */
export const check = <Target extends keyof Targets>(
  definition: LocalCheck<Target> | RelationCheck<Target>,
): Check => definition
