/** The parts of Pods that the checks and their fixes read, after decoding; see `objects.ts`. */

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
  readonly httpGet?: { readonly path?: string; readonly port?: IntOrString; readonly host?: string }
  readonly tcpSocket?: { readonly port?: IntOrString }
  readonly exec?: { readonly command?: readonly string[] }
  readonly grpc?: { readonly port?: number }
  readonly failureThreshold?: number
  readonly periodSeconds?: number
  readonly terminationGracePeriodSeconds?: number | bigint
}

type SecurityContext = {
  readonly runAsUser?: number | bigint
  readonly runAsGroup?: number | bigint
  readonly runAsNonRoot?: boolean
  readonly privileged?: boolean
  readonly readOnlyRootFilesystem?: boolean
  readonly capabilities?: { readonly add?: readonly string[] }
  readonly seccompProfile?: { readonly type?: string }
}

type ResourceAmountLists = { readonly limits?: ResourceList; readonly requests?: ResourceList }

export type Container = {
  readonly name?: string
  readonly image?: string
  readonly command?: readonly string[]
  readonly args?: readonly string[]
  readonly imagePullPolicy?: string
  readonly resources?: ResourceAmountLists
  readonly ports?: readonly {
    readonly name?: string
    readonly containerPort?: number
    readonly hostPort?: number
    readonly protocol?: string
  }[]
  readonly env?: readonly {
    readonly name?: string
    readonly value?: string
    readonly valueFrom?: Readonly<Record<string, Readonly<Record<string, string | boolean>>>>
  }[]
  readonly readinessProbe?: Probe
  readonly livenessProbe?: Probe
  readonly startupProbe?: Probe
  readonly securityContext?: SecurityContext
  /** For init containers only. */
  readonly restartPolicy?: string
  readonly volumeMounts?: readonly {
    readonly name?: string
    readonly mountPath?: string
    readonly readOnly?: boolean
    readonly mountPropagation?: string
  }[]
  readonly volumeDevices?: readonly { readonly name?: string; readonly devicePath?: string }[]
}

type PodSecurityContext = Omit<SecurityContext, 'capabilities'> & {
  readonly fsGroup?: number | bigint
  readonly fsGroupChangePolicy?: string
  readonly sysctls?: readonly { readonly name?: string; readonly value?: string }[]
}

/** Files of a volume with permissions of their own. `mode`, `defaultMode`: as a number, 0o400 is 256. */
type VolumeItems = readonly { readonly path?: string; readonly mode?: number }[]

type FilesVolume = { readonly defaultMode?: number; readonly items?: VolumeItems }

/** A volume has one of many sources; those that no check reads are left out. */
export type Volume = {
  readonly name?: string
  readonly persistentVolumeClaim?: { readonly claimName?: string }
  readonly hostPath?: { readonly path?: string; readonly type?: string }
  readonly emptyDir?: { readonly medium?: string; readonly sizeLimit?: string }
  readonly csi?: { readonly driver?: string }
  readonly secret?: FilesVolume
  readonly configMap?: FilesVolume
  readonly downwardAPI?: FilesVolume
  readonly projected?: {
    readonly defaultMode?: number
    readonly sources?: readonly {
      readonly secret?: FilesVolume
      readonly configMap?: FilesVolume
      readonly downwardAPI?: FilesVolume
    }[]
  }
}

type NodeSelectorTerm = { readonly matchExpressions?: readonly LabelSelectorRequirement[] }

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
  readonly hostPID?: boolean
  readonly hostIPC?: boolean
  readonly os?: { readonly name?: string }
  readonly nodeSelector?: Readonly<Record<string, string>>
  /** For all containers together. */
  readonly resources?: ResourceAmountLists
  readonly restartPolicy?: string
  readonly securityContext?: PodSecurityContext
  readonly volumes?: readonly Volume[]
  readonly affinity?: {
    readonly nodeAffinity?: {
      readonly requiredDuringSchedulingIgnoredDuringExecution?: {
        readonly nodeSelectorTerms?: readonly NodeSelectorTerm[]
      }
    }
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
