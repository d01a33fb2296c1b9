/**
 * The parts of the Kubernetes API that the checks read, after decoding. Fields that are absent, null or of the wrong type
 * are undefined. Quantities are text; all other fields have the API's own type.
 */

export type ObjectMeta = {
  readonly name?: string
  readonly namespace?: string
  readonly labels?: Readonly<Record<string, string>>
  readonly annotations?: Readonly<Record<string, string>>
}

/** Quantities by resource name: `{ cpu: '100m' }`. */
type ResourceList = Readonly<Record<string, string>>

export type LabelSelectorRequirement = {
  readonly key?: string
  readonly operator?: string
  readonly values?: readonly string[]
}

export type LabelSelector = {
  readonly matchLabels?: Readonly<Record<string, string>>
  readonly matchExpressions?: readonly LabelSelectorRequirement[]
}

export type IntOrString = number | string

export type Probe = {
  readonly httpGet?: { readonly path?: string; readonly port?: IntOrString }
  readonly tcpSocket?: { readonly port?: IntOrString }
  readonly exec?: { readonly command?: readonly string[] }
  readonly grpc?: { readonly port?: number }
  readonly terminationGracePeriodSeconds?: number | bigint
}

type SecurityContext = {
  readonly runAsUser?: number | bigint
  readonly runAsGroup?: number | bigint
  readonly privileged?: boolean
  readonly readOnlyRootFilesystem?: boolean
  readonly seccompProfile?: { readonly type?: string }
}

export type Container = {
  readonly name?: string
  readonly image?: string
  readonly imagePullPolicy?: string
  readonly resources?: { readonly limits?: ResourceList; readonly requests?: ResourceList }
  readonly ports?: readonly {
    readonly name?: string
    readonly containerPort?: number
    readonly protocol?: string
  }[]
  readonly env?: readonly { readonly name?: string; readonly value?: string }[]
  readonly readinessProbe?: Probe
  readonly livenessProbe?: Probe
  readonly securityContext?: SecurityContext
  /** For init containers only. */
  readonly restartPolicy?: string
  readonly volumeMounts?: readonly { readonly mountPath?: string }[]
}

type PodSecurityContext = SecurityContext & { readonly fsGroup?: number | bigint }

type PodAffinityTerm = { readonly labelSelector?: LabelSelector; readonly topologyKey?: string }

export type TopologySpreadConstraint = {
  readonly labelSelector?: LabelSelector
  readonly maxSkew?: number
  readonly minDomains?: number
  readonly topologyKey?: string
  readonly whenUnsatisfiable?: string
}

export type PodSpec = {
  readonly initContainers?: readonly Container[]
  readonly containers?: readonly Container[]
  readonly hostNetwork?: boolean
  readonly restartPolicy?: string
  readonly securityContext?: PodSecurityContext
  readonly volumes?: readonly {
    readonly name?: string
    readonly persistentVolumeClaim?: { readonly claimName?: string }
  }[]
  readonly affinity?: {
    readonly podAntiAffinity?: {
      readonly preferredDuringSchedulingIgnoredDuringExecution?: readonly {
        readonly podAffinityTerm?: PodAffinityTerm
      }[]
      readonly requiredDuringSchedulingIgnoredDuringExecution?: readonly PodAffinityTerm[]
    }
  }
  readonly topologySpreadConstraints?: readonly TopologySpreadConstraint[]
}

export type PodTemplate = { readonly metadata?: ObjectMeta; readonly spec?: PodSpec }

export type Deployment = {
  readonly metadata?: ObjectMeta
  readonly spec?: {
    readonly replicas?: number
    readonly selector?: LabelSelector
    readonly strategy?: { readonly type?: string }
    readonly template?: PodTemplate
  }
}

export type StatefulSet = {
  readonly metadata?: ObjectMeta
  readonly spec?: {
    readonly replicas?: number
    readonly selector?: LabelSelector
    readonly serviceName?: string
    readonly template?: PodTemplate
    readonly volumeClaimTemplates?: readonly { readonly metadata?: ObjectMeta }[]
  }
}

export type CronJob = {
  readonly metadata?: ObjectMeta
  readonly spec?: {
    readonly schedule?: string
    readonly startingDeadlineSeconds?: number | bigint
    readonly jobTemplate?: { readonly spec?: { readonly template?: PodTemplate } }
  }
}

export type Service = {
  readonly metadata?: ObjectMeta
  readonly spec?: {
    readonly type?: string
    readonly clusterIP?: string
    readonly selector?: Readonly<Record<string, string>>
    readonly ports?: readonly {
      readonly name?: string
      readonly port?: number
      readonly targetPort?: IntOrString
    }[]
  }
}

/** The backend of an Ingress path: `service` in `networking.k8s.io/v1`, `serviceName` in the versions before it. */
export type IngressBackend = {
  readonly service?: {
    readonly name?: string
    readonly port?: { readonly name?: string; readonly number?: number }
  }
  readonly serviceName?: string
  readonly servicePort?: IntOrString
}

export type Ingress = {
  readonly metadata?: ObjectMeta
  readonly spec?: {
    readonly rules?: readonly {
      readonly http?: {
        readonly paths?: readonly { readonly path?: string; readonly backend?: IngressBackend }[]
      }
    }[]
  }
}

export type NetworkPolicy = {
  readonly metadata?: ObjectMeta
  readonly spec?: {
    readonly podSelector?: LabelSelector
    readonly policyTypes?: readonly string[]
    readonly egress?: readonly unknown[]
  }
}

export type PodDisruptionBudget = {
  readonly metadata?: ObjectMeta
  readonly spec?: {
    readonly selector?: LabelSelector
    readonly minAvailable?: IntOrString
    readonly maxUnavailable?: IntOrString
  }
}

export type HorizontalPodAutoscaler = {
  readonly metadata?: ObjectMeta
  readonly spec?: {
    readonly minReplicas?: number
    readonly maxReplicas?: number
    readonly metrics?: readonly unknown[]
    readonly scaleTargetRef?: { readonly apiVersion?: string; readonly kind?: string; readonly name?: string }
  }
}

/** The path of the Pod template in each kind that has one. A Pod is its own template. */
export const templatePaths: Readonly<Record<string, readonly string[]>> = {
  Pod: [],
  Deployment: ['spec', 'template'],
  StatefulSet: ['spec', 'template'],
  DaemonSet: ['spec', 'template'],
  Job: ['spec', 'template'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
}

/** What objects with a Pod template have in common, as far as they have it at all. */
export type PodOwner = {
  readonly spec?: Pick<NonNullable<StatefulSet['spec']>, 'selector' | 'volumeClaimTemplates'>
}

/** The types of the kinds that the checks read, by kind. */
export type ObjectOfKind = {
  readonly Deployment: Deployment
  readonly StatefulSet: StatefulSet
  readonly CronJob: CronJob
  readonly Service: Service
  readonly Ingress: Ingress
  readonly NetworkPolicy: NetworkPolicy
  readonly PodDisruptionBudget: PodDisruptionBudget
  readonly HorizontalPodAutoscaler: HorizontalPodAutoscaler
}
