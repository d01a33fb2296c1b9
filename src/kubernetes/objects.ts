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
}

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
  readonly restartPolicy?: string
  readonly securityContext?: SecurityContext
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
  }
}

export type CronJob = {
  readonly metadata?: ObjectMeta
  readonly spec?: {
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
