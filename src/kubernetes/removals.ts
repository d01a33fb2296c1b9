type Removal = {
  readonly apiVersion: string
  readonly kinds: readonly string[]
  /** The first version that served these kinds under this apiVersion. */
  readonly introduced: string
  /** The first version that no longer did. */
  readonly removed: string
  /** The apiVersion that serves these kinds today; absent when none does. */
  readonly successor?: string
}

/**
 * API versions that Kubernetes stopped serving, one row a line: `apiVersion: kinds; introduced removed successor`.
 * Source: the lifecycle tags of k8s.io/api.
 */
const table = `
apps/v1beta1: ControllerRevision; 1.7 1.16 apps/v1
apps/v1beta1: StatefulSet; 1.5 1.16 apps/v1
apps/v1beta2: ControllerRevision DaemonSet Deployment ReplicaSet StatefulSet; 1.8 1.16 apps/v1
extensions/v1beta1: DaemonSet Deployment; 1.1 1.16 apps/v1
extensions/v1beta1: NetworkPolicy; 1.3 1.16 networking.k8s.io/v1
extensions/v1beta1: PodSecurityPolicy; 1.2 1.16
extensions/v1beta1: ReplicaSet; 1.2 1.16 apps/v1
scheduling.k8s.io/v1alpha1: PriorityClass; 1.8 1.17 scheduling.k8s.io/v1
flowcontrol.apiserver.k8s.io/v1alpha1: FlowSchema PriorityLevelConfiguration; 1.18 1.21 flowcontrol.apiserver.k8s.io/v1
admissionregistration.k8s.io/v1beta1: MutatingWebhookConfiguration ValidatingWebhookConfiguration; 1.9 1.22 admissionregistration.k8s.io/v1
apiextensions.k8s.io/v1beta1: CustomResourceDefinition; 1.7 1.22 apiextensions.k8s.io/v1
apiregistration.k8s.io/v1beta1: APIService; 1.7 1.22 apiregistration.k8s.io/v1
authentication.k8s.io/v1beta1: TokenReview; 1.4 1.22 authentication.k8s.io/v1
authorization.k8s.io/v1beta1: LocalSubjectAccessReview SelfSubjectAccessReview SubjectAccessReview; 1.2 1.22 authorization.k8s.io/v1
authorization.k8s.io/v1beta1: SelfSubjectRulesReview; 1.8 1.22 authorization.k8s.io/v1
certificates.k8s.io/v1beta1: CertificateSigningRequest; 1.12 1.22 certificates.k8s.io/v1
coordination.k8s.io/v1beta1: Lease; 1.12 1.22 coordination.k8s.io/v1
extensions/v1beta1: Ingress; 1.1 1.22 networking.k8s.io/v1
networking.k8s.io/v1beta1: Ingress; 1.14 1.22 networking.k8s.io/v1
networking.k8s.io/v1beta1: IngressClass; 1.18 1.22 networking.k8s.io/v1
rbac.authorization.k8s.io/v1alpha1: Role ClusterRole RoleBinding ClusterRoleBinding; 1.5 1.22 rbac.authorization.k8s.io/v1
rbac.authorization.k8s.io/v1beta1: ClusterRole ClusterRoleBinding Role RoleBinding; 1.6 1.22 rbac.authorization.k8s.io/v1
scheduling.k8s.io/v1beta1: PriorityClass; 1.11 1.22 scheduling.k8s.io/v1
storage.k8s.io/v1beta1: CSIDriver; 1.14 1.22 storage.k8s.io/v1
storage.k8s.io/v1beta1: CSINode; 1.14 1.22 storage.k8s.io/v1
storage.k8s.io/v1beta1: StorageClass; 1.4 1.22 storage.k8s.io/v1
storage.k8s.io/v1beta1: VolumeAttachment; 1.10 1.22 storage.k8s.io/v1
storage.k8s.io/v1alpha1: CSIStorageCapacity; 1.19 1.24 storage.k8s.io/v1
storage.k8s.io/v1alpha1: VolumeAttachment; 1.9 1.24 storage.k8s.io/v1
autoscaling/v2beta1: HorizontalPodAutoscaler; 1.8 1.25 autoscaling/v2
batch/v1beta1: CronJob; 1.8 1.25 batch/v1
discovery.k8s.io/v1beta1: EndpointSlice; 1.16 1.25 discovery.k8s.io/v1
events.k8s.io/v1beta1: Event; 1.8 1.25 events.k8s.io/v1
node.k8s.io/v1beta1: RuntimeClass; 1.13 1.25 node.k8s.io/v1
policy/v1beta1: PodDisruptionBudget; 1.5 1.25 policy/v1
policy/v1beta1: PodSecurityPolicy; 1.10 1.25
autoscaling/v2beta2: HorizontalPodAutoscaler; 1.12 1.26 autoscaling/v2
flowcontrol.apiserver.k8s.io/v1beta1: FlowSchema PriorityLevelConfiguration; 1.20 1.26 flowcontrol.apiserver.k8s.io/v1
storage.k8s.io/v1beta1: CSIStorageCapacity; 1.21 1.27 storage.k8s.io/v1
flowcontrol.apiserver.k8s.io/v1beta2: FlowSchema PriorityLevelConfiguration; 1.23 1.29 flowcontrol.apiserver.k8s.io/v1
networking.k8s.io/v1alpha1: ClusterCIDR; 1.25 1.29
admissionregistration.k8s.io/v1alpha1: ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding; 1.26 1.32 admissionregistration.k8s.io/v1
authentication.k8s.io/v1alpha1: SelfSubjectReview; 1.26 1.32 authentication.k8s.io/v1
coordination.k8s.io/v1alpha1: LeaseCandidate; 1.31 1.32 coordination.k8s.io/v1beta1
flowcontrol.apiserver.k8s.io/v1beta3: FlowSchema PriorityLevelConfiguration; 1.26 1.32 flowcontrol.apiserver.k8s.io/v1
authentication.k8s.io/v1beta1: SelfSubjectReview; 1.27 1.33 authentication.k8s.io/v1
networking.k8s.io/v1alpha1: IPAddress ServiceCIDR; 1.27 1.33 networking.k8s.io/v1
admissionregistration.k8s.io/v1beta1: ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding; 1.28 1.34 admissionregistration.k8s.io/v1
resource.k8s.io/v1alpha3: DeviceClass ResourceClaim ResourceClaimTemplate ResourceSlice; 1.31 1.34 resource.k8s.io/v1
certificates.k8s.io/v1alpha1: PodCertificateRequest; 1.34 1.35 certificates.k8s.io/v1
storage.k8s.io/v1alpha1: VolumeAttributesClass; 1.29 1.35 storage.k8s.io/v1
storagemigration.k8s.io/v1alpha1: StorageVersionMigration; 1.30 1.35 storagemigration.k8s.io/v1beta1
certificates.k8s.io/v1alpha1: ClusterTrustBundle; 1.26 1.37 certificates.k8s.io/v1
networking.k8s.io/v1beta1: IPAddress ServiceCIDR; 1.31 1.37 networking.k8s.io/v1
storage.k8s.io/v1beta1: VolumeAttributesClass; 1.31 1.37 storage.k8s.io/v1
`

const removals: readonly Removal[] = table
  .trim()
  .split('\n')
  .map((row) => {
    const [apiVersion = '', rest = ''] = row.split(': ')
    const [kinds = '', versions = ''] = rest.split('; ')
    const [introduced = '', removed = '', successor] = versions.split(' ')
    return {
      apiVersion,
      kinds: kinds.split(' '),
      introduced,
      removed,
      ...(successor !== undefined && { successor }),
    }
  })

/** The removal of an API version of a kind; undefined when it was never removed, or never existed. */
export const removalOf = (apiVersion: string, kind: string): Removal | undefined =>
  removals.find((removal) => removal.apiVersion === apiVersion && removal.kinds.includes(kind))
