import type { ObjectMeta, LabelSelector, IntOrString, PodTemplate } from './pods'

/**
 * The parts of the Kubernetes API that the checks read, after decoding. Fields that are absent, null or of the wrong type
 * are undefined. Quantities are text; all other fields have the API's own type.
 */

export type Deployment = {
  readonly metadata?: ObjectMeta
  readonly spec?: {
    readonly replicas?: number
    readonly selector?: LabelSelector
    readonly strategy?: { readonly type?: string; readonly rollingUpdate?: object }
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
    readonly externalIPs?: readonly string[]
    readonly externalName?: string
    readonly selector?: Readonly<Record<string, string>>
    readonly ports?: readonly ServicePort[]
  }
}

export type ServicePort = {
  readonly name?: string
  readonly port?: number
  readonly targetPort?: IntOrString
  readonly nodePort?: number
  readonly protocol?: string
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
    readonly defaultBackend?: IngressBackend
    /** The default backend before `v1`. */
    readonly backend?: IngressBackend
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
    readonly ingress?: readonly NetworkPolicyRule[]
    readonly egress?: readonly NetworkPolicyRule[]
  }
}

/** `from` in rules for ingress, `to` in those for egress. */
type NetworkPolicyRule = {
  readonly from?: readonly NetworkPolicyPeer[]
  readonly to?: readonly NetworkPolicyPeer[]
  readonly ports?: readonly NetworkPolicyPort[]
}

export type NetworkPolicyPeer = {
  readonly podSelector?: LabelSelector
  readonly namespaceSelector?: LabelSelector
  readonly ipBlock?: { readonly cidr?: string; readonly except?: readonly string[] }
}

export type NetworkPolicyPort = {
  readonly port?: IntOrString
  readonly endPort?: number
  readonly protocol?: string
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
