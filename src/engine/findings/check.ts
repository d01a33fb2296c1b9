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
import type { Grade, Severity, Thing } from '../model/finding'
import type { Path } from '../model/path'
import type { Settings } from '../model/settings'
import type { KubernetesObject, PodBearer } from '../objects/readObjects'
import type { Relations } from '../objects/relations'
import type { Mapping } from '../yaml/value'
import type { Remedy } from './remedy'
import type { Finder, Rule, Subject } from './rule'
import type { Diagnostic, Outcome, RelatedPath, Skip } from './diagnostic'

/** What a check may look at, by the name it gives as `on`. */
type Targets = {
  /** Every object whose kind the checks support. */
  any: KubernetesObject
  /** Everything with a Pod template: Pod, Deployment, StatefulSet, DaemonSet, Job, CronJob. */
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

export type Target = keyof Targets

/** The settings a verdict may depend on. Whether a check runs or counts at all is not its own business. */
type Options = Pick<
  Settings,
  'kubernetesVersion' | 'minReplicasDeployment' | 'minReplicasHpa' | 'requireCpuLimit' | 'requireMemoryLimit'
>

/** One thing a check reports. `data`: what its fix needs to know, where that needs anything. */
export type CheckDiagnostic<Data = undefined> = {
  readonly severity: Exclude<Severity, 'refused'>
  readonly at: Path
  readonly subject?: string
  readonly message: string
  /** What is wrong, without its subject: `No memory limit`. */
  readonly title?: string
  /** What in the object it is about: `{ noun: 'container', name: 'web' }`. */
  readonly about?: Thing
  /** It is about an object that is simply not in the text. */
  readonly mayBeElsewhere?: true
  readonly advice?: string
  readonly related?: readonly RelatedPath[]
} & ([Data] extends [undefined] ? unknown : { readonly data: Data })

/** The mark of a diagnostic about an object that is simply not in the text, where only some of a check have it. */
export const mayBeElsewhere = { mayBeElsewhere: true } as const

/** The evidence of a check that passes. */
type CheckNote = {
  readonly severity: 'note'
  readonly at: Path
  readonly subject?: string
  readonly message: string
}

/** What running a check on one object gives, one diagnostic after the other; a skip when it does not apply. */
export type CheckRun<Data = undefined> = Generator<CheckDiagnostic<Data> | CheckNote, Skip | undefined | void>

/** Proposes fixes for one diagnostic of a check. The default export of `fix.ts`. */
export type Fix<On extends Target, Data = undefined> = FixOf<Targets[On], Data>

type FixOf<Looked extends KubernetesObject, Data> = (
  diagnostic: CheckDiagnostic<Data>,
  context: FixContext<Looked>,
) => Remedy

type FixContext<Looked extends KubernetesObject> = {
  readonly object: Looked
  /** The object as it is written, also with what its decoded data does not have. */
  readonly value: Mapping
  readonly relations: Relations
  readonly options: Options
}

type Description<On extends Target> = Omit<Rule, 'fixable' | 'unfixable'> & { readonly on: On }

type Definition<On extends Target, Data> = Description<On> & {
  /** Why there is a fix, and which, is worked out only when somebody asks. */
  readonly fix: () => Promise<{ readonly default: FixOf<Targets[NoInfer<On>], Data> }>
} & (
    | {
        /** Looks at one object alone, so its verdict is kept as long as the document's text stays the same. */
        readonly find: (object: Targets[On], options: Options) => CheckRun<NoInfer<Data>>
      }
    | {
        /** Looks at other objects too, so it runs again after every change. */
        readonly findAmong: (
          object: Targets[On],
          relations: Relations,
          options: Options,
        ) => CheckRun<NoInfer<Data>>
      }
  )

/** A check: a rule of the kube-score list, with what finds its breaches. */
export type Check = Rule & { readonly on: Target; readonly finder: Finder }

/** Declares a check: `on` decides the type of the object, `fix` the type of the data that goes with a diagnostic. */
export function check<On extends Target, Data = undefined>(definition: Definition<On, Data>): Check {
  const { id, title, topic, severities, optional, oneRow, on } = definition
  const rule: Rule = {
    ...{ id, title, topic, severities, fixable: true },
    ...(optional && { optional }),
    ...(oneRow && { oneRow }),
  }
  const isTarget = targetTest(on)
  const run = ({ object, relations, settings }: Subject): CheckRun<Data> | undefined => {
    if (!isTarget(object)) return undefined
    return 'find' in definition
      ? definition.find(object, settings)
      : definition.findAmong(object, relations, settings)
  }
  const finder: Finder = {
    reach: 'find' in definition ? 'object' : 'objects',
    applies: isTarget,
    find: (subject) => outcomeOf(id, run(subject)),
    loadFix: async () => {
      const { default: fix } = await definition.fix()
      return (subject) => {
        const diagnostics = [...(run(subject) ?? [])]
        const { object, value, relations, settings: options } = subject
        return (nth) => {
          const diagnostic = diagnostics[nth]
          return diagnostic && !isNote(diagnostic) && isTarget(object)
            ? fix(diagnostic, { object, value, relations, options })
            : {}
        }
      }
    },
  }
  return { ...rule, on, finder }
}

/** A note is the only diagnostic of its severity. */
const isNote = (diagnostic: { readonly severity: Severity | 'note' }): diagnostic is CheckNote =>
  diagnostic.severity === 'note'

/** What all checks report alike, whatever data goes with it. */
type Reported = Omit<Diagnostic, 'rule'>

function outcomeOf(rule: string, run: Generator<Reported, Skip | undefined | void> | undefined): Outcome {
  const diagnostics: Diagnostic[] = []
  if (!run) return { diagnostics }
  for (;;) {
    const next = run.next()
    if (next.done) return next.value ? { diagnostics: [], skip: next.value } : { diagnostics }
    diagnostics.push({ ...next.value, rule })
  }
}

/** Returned by a check that does not apply to an object. `grade`: what kube-score records beside its own skips. */
export const skip = (reason: string, grade: Grade = 0): Skip => ({ skipped: reason, grade })

/** kube-score looks at these two only in the stable version. */
const stableOnly: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet'])

const targetTest =
  <On extends Target>(on: On) =>
  (object: KubernetesObject): object is Targets[On] => {
    if (!object.isSupportedKind || on === 'any') return object.isSupportedKind
    if (on === 'pod') return object.pod !== undefined
    return object.kind === on && (!stableOnly.has(on) || object.apiVersion === 'apps/v1')
  }
