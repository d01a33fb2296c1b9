/**
 * The type of every field of the kinds that the checks examine, from the Go types of Kubernetes 1.36 (k8s.io/api
 * v0.36). One struct a line: `Struct: type field field; type field …`. A type is the name of a scalar or a struct, with
 * `[]` for a list and `{}` for a map with string keys. The API does not know any other fields.
 */
export const structures = `
AWSElasticBlockStoreVolumeSource: string fsType volumeID; int32 partition; boolean readOnly
Affinity: NodeAffinity nodeAffinity; PodAffinity podAffinity; PodAntiAffinity podAntiAffinity
AppArmorProfile: string localhostProfile type
AzureDiskVolumeSource: string cachingMode diskName diskURI fsType kind; boolean readOnly
AzureFileVolumeSource: boolean readOnly; string secretName shareName
CSIVolumeSource: string driver fsType; LocalObjectReference nodePublishSecretRef; boolean readOnly; string{} volumeAttributes
Capabilities: string[] add drop
CephFSVolumeSource: string[] monitors; string path secretFile user; boolean readOnly; LocalObjectReference secretRef
CinderVolumeSource: string fsType volumeID; boolean readOnly; LocalObjectReference secretRef
ClientIPConfig: int32 timeoutSeconds
ClusterTrustBundleProjection: LabelSelector labelSelector; string name path signerName; boolean optional
Condition: time lastTransitionTime; string message reason status type; int64 observedGeneration
ConfigMapEnvSource: string name; boolean optional
ConfigMapKeySelector: string key name; boolean optional
ConfigMapProjection: KeyToPath[] items; string name; boolean optional
ConfigMapVolumeSource: int32 defaultMode; KeyToPath[] items; string name; boolean optional
Container: string[] args command; EnvVar[] env; EnvFromSource[] envFrom; string image imagePullPolicy name restartPolicy terminationMessagePath terminationMessagePolicy workingDir; Lifecycle lifecycle; Probe livenessProbe readinessProbe startupProbe; ContainerPort[] ports; ContainerResizePolicy[] resizePolicy; ResourceRequirements resources; ContainerRestartRule[] restartPolicyRules; SecurityContext securityContext; boolean stdin stdinOnce tty; VolumeDevice[] volumeDevices; VolumeMount[] volumeMounts
ContainerExtendedResourceRequest: string containerName requestName resourceName
ContainerPort: int32 containerPort hostPort; string hostIP name protocol
ContainerResizePolicy: string resourceName restartPolicy
ContainerResourceMetricSource: string container name; MetricTarget target
ContainerResourceMetricStatus: string container name; MetricValueStatus current
ContainerRestartRule: string action; ContainerRestartRuleOnExitCodes exitCodes
ContainerRestartRuleOnExitCodes: string operator; int32[] values
ContainerState: ContainerStateRunning running; ContainerStateTerminated terminated; ContainerStateWaiting waiting
ContainerStateRunning: time startedAt
ContainerStateTerminated: string containerID message reason; int32 exitCode signal; time finishedAt startedAt
ContainerStateWaiting: string message reason
ContainerStatus: quantity{} allocatedResources; ResourceStatus[] allocatedResourcesStatus; string containerID image imageID name stopSignal; ContainerState lastState state; boolean ready started; ResourceRequirements resources; int32 restartCount; ContainerUser user; VolumeMountStatus[] volumeMounts
ContainerUser: LinuxContainerUser linux
CronJobSpec_batch_v1: string concurrencyPolicy schedule timeZone; int32 failedJobsHistoryLimit successfulJobsHistoryLimit; JobTemplateSpec_batch_v1 jobTemplate; int64 startingDeadlineSeconds; boolean suspend
CronJobSpec_batch_v1beta1: string concurrencyPolicy schedule timeZone; int32 failedJobsHistoryLimit successfulJobsHistoryLimit; JobTemplateSpec_batch_v1beta1 jobTemplate; int64 startingDeadlineSeconds; boolean suspend
CronJobStatus_batch_v1: ObjectReference[] active; time lastScheduleTime lastSuccessfulTime
CronJobStatus_batch_v1beta1: ObjectReference[] active; time lastScheduleTime lastSuccessfulTime
CronJob_batch_v1: string apiVersion kind; ObjectMeta metadata; CronJobSpec_batch_v1 spec; CronJobStatus_batch_v1 status
CronJob_batch_v1beta1: string apiVersion kind; ObjectMeta metadata; CronJobSpec_batch_v1beta1 spec; CronJobStatus_batch_v1beta1 status
CrossVersionObjectReference_autoscaling_v1: string apiVersion kind name
CrossVersionObjectReference_autoscaling_v2: string apiVersion kind name
DaemonSetCondition_apps_v1: time lastTransitionTime; string message reason status type
DaemonSetCondition_apps_v1beta2: time lastTransitionTime; string message reason status type
DaemonSetCondition_extensions_v1beta1: time lastTransitionTime; string message reason status type
DaemonSetSpec_apps_v1: int32 minReadySeconds revisionHistoryLimit; LabelSelector selector; PodTemplateSpec template; DaemonSetUpdateStrategy_apps_v1 updateStrategy
DaemonSetSpec_apps_v1beta2: int32 minReadySeconds revisionHistoryLimit; LabelSelector selector; PodTemplateSpec template; DaemonSetUpdateStrategy_apps_v1beta2 updateStrategy
DaemonSetSpec_extensions_v1beta1: int32 minReadySeconds revisionHistoryLimit; LabelSelector selector; PodTemplateSpec template; int64 templateGeneration; DaemonSetUpdateStrategy_extensions_v1beta1 updateStrategy
DaemonSetStatus_apps_v1: int32 collisionCount currentNumberScheduled desiredNumberScheduled numberAvailable numberMisscheduled numberReady numberUnavailable updatedNumberScheduled; DaemonSetCondition_apps_v1[] conditions; int64 observedGeneration
DaemonSetStatus_apps_v1beta2: int32 collisionCount currentNumberScheduled desiredNumberScheduled numberAvailable numberMisscheduled numberReady numberUnavailable updatedNumberScheduled; DaemonSetCondition_apps_v1beta2[] conditions; int64 observedGeneration
DaemonSetStatus_extensions_v1beta1: int32 collisionCount currentNumberScheduled desiredNumberScheduled numberAvailable numberMisscheduled numberReady numberUnavailable updatedNumberScheduled; DaemonSetCondition_extensions_v1beta1[] conditions; int64 observedGeneration
DaemonSetUpdateStrategy_apps_v1: RollingUpdateDaemonSet_apps_v1 rollingUpdate; string type
DaemonSetUpdateStrategy_apps_v1beta2: RollingUpdateDaemonSet_apps_v1beta2 rollingUpdate; string type
DaemonSetUpdateStrategy_extensions_v1beta1: RollingUpdateDaemonSet_extensions_v1beta1 rollingUpdate; string type
DaemonSet_apps_v1: string apiVersion kind; ObjectMeta metadata; DaemonSetSpec_apps_v1 spec; DaemonSetStatus_apps_v1 status
DaemonSet_apps_v1beta2: string apiVersion kind; ObjectMeta metadata; DaemonSetSpec_apps_v1beta2 spec; DaemonSetStatus_apps_v1beta2 status
DaemonSet_extensions_v1beta1: string apiVersion kind; ObjectMeta metadata; DaemonSetSpec_extensions_v1beta1 spec; DaemonSetStatus_extensions_v1beta1 status
DeploymentCondition_apps_v1: time lastTransitionTime lastUpdateTime; string message reason status type
DeploymentCondition_apps_v1beta1: time lastTransitionTime lastUpdateTime; string message reason status type
DeploymentCondition_apps_v1beta2: time lastTransitionTime lastUpdateTime; string message reason status type
DeploymentCondition_extensions_v1beta1: time lastTransitionTime lastUpdateTime; string message reason status type
DeploymentSpec_apps_v1: int32 minReadySeconds progressDeadlineSeconds replicas revisionHistoryLimit; boolean paused; LabelSelector selector; DeploymentStrategy_apps_v1 strategy; PodTemplateSpec template
DeploymentSpec_apps_v1beta1: int32 minReadySeconds progressDeadlineSeconds replicas revisionHistoryLimit; boolean paused; RollbackConfig_apps_v1beta1 rollbackTo; LabelSelector selector; DeploymentStrategy_apps_v1beta1 strategy; PodTemplateSpec template
DeploymentSpec_apps_v1beta2: int32 minReadySeconds progressDeadlineSeconds replicas revisionHistoryLimit; boolean paused; LabelSelector selector; DeploymentStrategy_apps_v1beta2 strategy; PodTemplateSpec template
DeploymentSpec_extensions_v1beta1: int32 minReadySeconds progressDeadlineSeconds replicas revisionHistoryLimit; boolean paused; RollbackConfig_extensions_v1beta1 rollbackTo; LabelSelector selector; DeploymentStrategy_extensions_v1beta1 strategy; PodTemplateSpec template
DeploymentStatus_apps_v1: int32 availableReplicas collisionCount readyReplicas replicas terminatingReplicas unavailableReplicas updatedReplicas; DeploymentCondition_apps_v1[] conditions; int64 observedGeneration
DeploymentStatus_apps_v1beta1: int32 availableReplicas collisionCount readyReplicas replicas terminatingReplicas unavailableReplicas updatedReplicas; DeploymentCondition_apps_v1beta1[] conditions; int64 observedGeneration
DeploymentStatus_apps_v1beta2: int32 availableReplicas collisionCount readyReplicas replicas terminatingReplicas unavailableReplicas updatedReplicas; DeploymentCondition_apps_v1beta2[] conditions; int64 observedGeneration
DeploymentStatus_extensions_v1beta1: int32 availableReplicas collisionCount readyReplicas replicas terminatingReplicas unavailableReplicas updatedReplicas; DeploymentCondition_extensions_v1beta1[] conditions; int64 observedGeneration
DeploymentStrategy_apps_v1: RollingUpdateDeployment_apps_v1 rollingUpdate; string type
DeploymentStrategy_apps_v1beta1: RollingUpdateDeployment_apps_v1beta1 rollingUpdate; string type
DeploymentStrategy_apps_v1beta2: RollingUpdateDeployment_apps_v1beta2 rollingUpdate; string type
DeploymentStrategy_extensions_v1beta1: RollingUpdateDeployment_extensions_v1beta1 rollingUpdate; string type
Deployment_apps_v1: string apiVersion kind; ObjectMeta metadata; DeploymentSpec_apps_v1 spec; DeploymentStatus_apps_v1 status
Deployment_apps_v1beta1: string apiVersion kind; ObjectMeta metadata; DeploymentSpec_apps_v1beta1 spec; DeploymentStatus_apps_v1beta1 status
Deployment_apps_v1beta2: string apiVersion kind; ObjectMeta metadata; DeploymentSpec_apps_v1beta2 spec; DeploymentStatus_apps_v1beta2 status
Deployment_extensions_v1beta1: string apiVersion kind; ObjectMeta metadata; DeploymentSpec_extensions_v1beta1 spec; DeploymentStatus_extensions_v1beta1 status
DownwardAPIProjection: DownwardAPIVolumeFile[] items
DownwardAPIVolumeFile: ObjectFieldSelector fieldRef; int32 mode; string path; ResourceFieldSelector resourceFieldRef
DownwardAPIVolumeSource: int32 defaultMode; DownwardAPIVolumeFile[] items
EmptyDirVolumeSource: string medium; quantity sizeLimit
EnvFromSource: ConfigMapEnvSource configMapRef; string prefix; SecretEnvSource secretRef
EnvVar: string name value; EnvVarSource valueFrom
EnvVarSource: ConfigMapKeySelector configMapKeyRef; ObjectFieldSelector fieldRef; FileKeySelector fileKeyRef; ResourceFieldSelector resourceFieldRef; SecretKeySelector secretKeyRef
EphemeralContainer: string[] args command; EnvVar[] env; EnvFromSource[] envFrom; string image imagePullPolicy name restartPolicy targetContainerName terminationMessagePath terminationMessagePolicy workingDir; Lifecycle lifecycle; Probe livenessProbe readinessProbe startupProbe; ContainerPort[] ports; ContainerResizePolicy[] resizePolicy; ResourceRequirements resources; ContainerRestartRule[] restartPolicyRules; SecurityContext securityContext; boolean stdin stdinOnce tty; VolumeDevice[] volumeDevices; VolumeMount[] volumeMounts
EphemeralVolumeSource: PersistentVolumeClaimTemplate volumeClaimTemplate
ExecAction: string[] command
ExternalMetricSource: MetricIdentifier metric; MetricTarget target
ExternalMetricStatus: MetricValueStatus current; MetricIdentifier metric
FCVolumeSource: string fsType; int32 lun; boolean readOnly; string[] targetWWNs wwids
FileKeySelector: string key path volumeName; boolean optional
FlexVolumeSource: string driver fsType; string{} options; boolean readOnly; LocalObjectReference secretRef
FlockerVolumeSource: string datasetName datasetUUID
GCEPersistentDiskVolumeSource: string fsType pdName; int32 partition; boolean readOnly
GRPCAction: int32 port; string service
GitRepoVolumeSource: string directory repository revision
GlusterfsVolumeSource: string endpoints path; boolean readOnly
HPAScalingPolicy: int32 periodSeconds value; string type
HPAScalingRules: HPAScalingPolicy[] policies; string selectPolicy; int32 stabilizationWindowSeconds; quantity tolerance
HTTPGetAction: string host path scheme; HTTPHeader[] httpHeaders; int-or-string port
HTTPHeader: string name value
HTTPIngressPath_extensions_v1beta1: IngressBackend_extensions_v1beta1 backend; string path pathType
HTTPIngressPath_networking_v1: IngressBackend_networking_v1 backend; string path pathType
HTTPIngressPath_networking_v1beta1: IngressBackend_networking_v1beta1 backend; string path pathType
HTTPIngressRuleValue_extensions_v1beta1: HTTPIngressPath_extensions_v1beta1[] paths
HTTPIngressRuleValue_networking_v1: HTTPIngressPath_networking_v1[] paths
HTTPIngressRuleValue_networking_v1beta1: HTTPIngressPath_networking_v1beta1[] paths
HorizontalPodAutoscalerBehavior: HPAScalingRules scaleDown scaleUp
HorizontalPodAutoscalerCondition: time lastTransitionTime; string message reason status type
HorizontalPodAutoscalerSpec_autoscaling_v1: int32 maxReplicas minReplicas targetCPUUtilizationPercentage; CrossVersionObjectReference_autoscaling_v1 scaleTargetRef
HorizontalPodAutoscalerSpec_autoscaling_v2: HorizontalPodAutoscalerBehavior behavior; int32 maxReplicas minReplicas; MetricSpec[] metrics; CrossVersionObjectReference_autoscaling_v2 scaleTargetRef
HorizontalPodAutoscalerStatus_autoscaling_v1: int32 currentCPUUtilizationPercentage currentReplicas desiredReplicas; time lastScaleTime; int64 observedGeneration
HorizontalPodAutoscalerStatus_autoscaling_v2: HorizontalPodAutoscalerCondition[] conditions; MetricStatus[] currentMetrics; int32 currentReplicas desiredReplicas; time lastScaleTime; int64 observedGeneration
HorizontalPodAutoscaler_autoscaling_v1: string apiVersion kind; ObjectMeta metadata; HorizontalPodAutoscalerSpec_autoscaling_v1 spec; HorizontalPodAutoscalerStatus_autoscaling_v1 status
HorizontalPodAutoscaler_autoscaling_v2: string apiVersion kind; ObjectMeta metadata; HorizontalPodAutoscalerSpec_autoscaling_v2 spec; HorizontalPodAutoscalerStatus_autoscaling_v2 status
HostAlias: string[] hostnames; string ip
HostIP: string ip
HostPathVolumeSource: string path type
IPBlock: string cidr; string[] except
ISCSIVolumeSource: boolean chapAuthDiscovery chapAuthSession readOnly; string fsType initiatorName iqn iscsiInterface targetPortal; int32 lun; string[] portals; LocalObjectReference secretRef
ImageVolumeSource: string pullPolicy reference
ImageVolumeStatus: string imageRef
IngressBackend_extensions_v1beta1: TypedLocalObjectReference resource; string serviceName; int-or-string servicePort
IngressBackend_networking_v1: TypedLocalObjectReference resource; IngressServiceBackend service
IngressBackend_networking_v1beta1: TypedLocalObjectReference resource; string serviceName; int-or-string servicePort
IngressLoadBalancerIngress_extensions_v1beta1: string hostname ip; IngressPortStatus_extensions_v1beta1[] ports
IngressLoadBalancerIngress_networking_v1: string hostname ip; IngressPortStatus_networking_v1[] ports
IngressLoadBalancerIngress_networking_v1beta1: string hostname ip; IngressPortStatus_networking_v1beta1[] ports
IngressLoadBalancerStatus_extensions_v1beta1: IngressLoadBalancerIngress_extensions_v1beta1[] ingress
IngressLoadBalancerStatus_networking_v1: IngressLoadBalancerIngress_networking_v1[] ingress
IngressLoadBalancerStatus_networking_v1beta1: IngressLoadBalancerIngress_networking_v1beta1[] ingress
IngressPortStatus_extensions_v1beta1: string error protocol; int32 port
IngressPortStatus_networking_v1: string error protocol; int32 port
IngressPortStatus_networking_v1beta1: string error protocol; int32 port
IngressRule_extensions_v1beta1: string host; HTTPIngressRuleValue_extensions_v1beta1 http
IngressRule_networking_v1: string host; HTTPIngressRuleValue_networking_v1 http
IngressRule_networking_v1beta1: string host; HTTPIngressRuleValue_networking_v1beta1 http
IngressServiceBackend: string name; ServiceBackendPort port
IngressSpec_extensions_v1beta1: IngressBackend_extensions_v1beta1 backend; string ingressClassName; IngressRule_extensions_v1beta1[] rules; IngressTLS_extensions_v1beta1[] tls
IngressSpec_networking_v1: IngressBackend_networking_v1 defaultBackend; string ingressClassName; IngressRule_networking_v1[] rules; IngressTLS_networking_v1[] tls
IngressSpec_networking_v1beta1: IngressBackend_networking_v1beta1 backend; string ingressClassName; IngressRule_networking_v1beta1[] rules; IngressTLS_networking_v1beta1[] tls
IngressStatus_extensions_v1beta1: IngressLoadBalancerStatus_extensions_v1beta1 loadBalancer
IngressStatus_networking_v1: IngressLoadBalancerStatus_networking_v1 loadBalancer
IngressStatus_networking_v1beta1: IngressLoadBalancerStatus_networking_v1beta1 loadBalancer
IngressTLS_extensions_v1beta1: string[] hosts; string secretName
IngressTLS_networking_v1: string[] hosts; string secretName
IngressTLS_networking_v1beta1: string[] hosts; string secretName
Ingress_extensions_v1beta1: string apiVersion kind; ObjectMeta metadata; IngressSpec_extensions_v1beta1 spec; IngressStatus_extensions_v1beta1 status
Ingress_networking_v1: string apiVersion kind; ObjectMeta metadata; IngressSpec_networking_v1 spec; IngressStatus_networking_v1 status
Ingress_networking_v1beta1: string apiVersion kind; ObjectMeta metadata; IngressSpec_networking_v1beta1 spec; IngressStatus_networking_v1beta1 status
Job: string apiVersion kind; ObjectMeta metadata; JobSpec spec; JobStatus status
JobCondition: time lastProbeTime lastTransitionTime; string message reason status type
JobSpec: int64 activeDeadlineSeconds; int32 backoffLimit backoffLimitPerIndex completions maxFailedIndexes parallelism ttlSecondsAfterFinished; string completionMode managedBy podReplacementPolicy; boolean manualSelector suspend; PodFailurePolicy podFailurePolicy; LabelSelector selector; SuccessPolicy successPolicy; PodTemplateSpec template
JobStatus: int32 active failed ready succeeded terminating; string completedIndexes failedIndexes; time completionTime startTime; JobCondition[] conditions; UncountedTerminatedPods uncountedTerminatedPods
JobTemplateSpec_batch_v1: ObjectMeta metadata; JobSpec spec
JobTemplateSpec_batch_v1beta1: ObjectMeta metadata; JobSpec spec
KeyToPath: string key path; int32 mode
LabelSelector: LabelSelectorRequirement[] matchExpressions; string{} matchLabels
LabelSelectorRequirement: string key operator; string[] values
Lifecycle: LifecycleHandler postStart preStop; string stopSignal
LifecycleHandler: ExecAction exec; HTTPGetAction httpGet; SleepAction sleep; TCPSocketAction tcpSocket
LinuxContainerUser: int64 gid uid; int64[] supplementalGroups
LoadBalancerIngress: string hostname ip ipMode; PortStatus[] ports
LoadBalancerStatus: LoadBalancerIngress[] ingress
LocalObjectReference: string name
ManagedFieldsEntry: string apiVersion fieldsType manager operation subresource; any fieldsV1; time time
MetricIdentifier: string name; LabelSelector selector
MetricSpec: ContainerResourceMetricSource containerResource; ExternalMetricSource external; ObjectMetricSource object; PodsMetricSource pods; ResourceMetricSource resource; string type
MetricStatus: ContainerResourceMetricStatus containerResource; ExternalMetricStatus external; ObjectMetricStatus object; PodsMetricStatus pods; ResourceMetricStatus resource; string type
MetricTarget: int32 averageUtilization; quantity averageValue value; string type
MetricValueStatus: int32 averageUtilization; quantity averageValue value
ModifyVolumeStatus: string status targetVolumeAttributesClassName
NFSVolumeSource: string path server; boolean readOnly
NetworkPolicy: string apiVersion kind; ObjectMeta metadata; NetworkPolicySpec spec
NetworkPolicyEgressRule: NetworkPolicyPort[] ports; NetworkPolicyPeer[] to
NetworkPolicyIngressRule: NetworkPolicyPeer[] from; NetworkPolicyPort[] ports
NetworkPolicyPeer: IPBlock ipBlock; LabelSelector namespaceSelector podSelector
NetworkPolicyPort: int32 endPort; int-or-string port; string protocol
NetworkPolicySpec: NetworkPolicyEgressRule[] egress; NetworkPolicyIngressRule[] ingress; LabelSelector podSelector; string[] policyTypes
NodeAffinity: PreferredSchedulingTerm[] preferredDuringSchedulingIgnoredDuringExecution; NodeSelector requiredDuringSchedulingIgnoredDuringExecution
NodeAllocatableResourceClaimStatus: string[] containers; string resourceClaimName; quantity{} resources
NodeSelector: NodeSelectorTerm[] nodeSelectorTerms
NodeSelectorRequirement: string key operator; string[] values
NodeSelectorTerm: NodeSelectorRequirement[] matchExpressions matchFields
ObjectFieldSelector: string apiVersion fieldPath
ObjectMeta: string{} annotations labels; time creationTimestamp deletionTimestamp; int64 deletionGracePeriodSeconds generation; string[] finalizers; string generateName name namespace resourceVersion selfLink uid; ManagedFieldsEntry[] managedFields; OwnerReference[] ownerReferences
ObjectMetricSource: CrossVersionObjectReference_autoscaling_v2 describedObject; MetricIdentifier metric; MetricTarget target
ObjectMetricStatus: MetricValueStatus current; CrossVersionObjectReference_autoscaling_v2 describedObject; MetricIdentifier metric
ObjectReference: string apiVersion fieldPath kind name namespace resourceVersion uid
OwnerReference: string apiVersion kind name uid; boolean blockOwnerDeletion controller
PersistentVolumeClaim: string apiVersion kind; ObjectMeta metadata; PersistentVolumeClaimSpec spec; PersistentVolumeClaimStatus status
PersistentVolumeClaimCondition: time lastProbeTime lastTransitionTime; string message reason status type
PersistentVolumeClaimSpec: string[] accessModes; TypedLocalObjectReference dataSource; TypedObjectReference dataSourceRef; VolumeResourceRequirements resources; LabelSelector selector; string storageClassName volumeAttributesClassName volumeMode volumeName
PersistentVolumeClaimStatus: string[] accessModes; string{} allocatedResourceStatuses; quantity{} allocatedResources capacity; PersistentVolumeClaimCondition[] conditions; string currentVolumeAttributesClassName phase; ModifyVolumeStatus modifyVolumeStatus
PersistentVolumeClaimTemplate: ObjectMeta metadata; PersistentVolumeClaimSpec spec
PersistentVolumeClaimVolumeSource: string claimName; boolean readOnly
PhotonPersistentDiskVolumeSource: string fsType pdID
Pod: string apiVersion kind; ObjectMeta metadata; PodSpec spec; PodStatus status
PodAffinity: WeightedPodAffinityTerm[] preferredDuringSchedulingIgnoredDuringExecution; PodAffinityTerm[] requiredDuringSchedulingIgnoredDuringExecution
PodAffinityTerm: LabelSelector labelSelector namespaceSelector; string[] matchLabelKeys mismatchLabelKeys namespaces; string topologyKey
PodAntiAffinity: WeightedPodAffinityTerm[] preferredDuringSchedulingIgnoredDuringExecution; PodAffinityTerm[] requiredDuringSchedulingIgnoredDuringExecution
PodCertificateProjection: string certificateChainPath credentialBundlePath keyPath keyType signerName; int32 maxExpirationSeconds; string{} userAnnotations
PodCondition: time lastProbeTime lastTransitionTime; string message reason status type; int64 observedGeneration
PodDNSConfig: string[] nameservers searches; PodDNSConfigOption[] options
PodDNSConfigOption: string name value
PodDisruptionBudgetSpec_policy_v1: int-or-string maxUnavailable minAvailable; LabelSelector selector; string unhealthyPodEvictionPolicy
PodDisruptionBudgetSpec_policy_v1beta1: int-or-string maxUnavailable minAvailable; LabelSelector selector; string unhealthyPodEvictionPolicy
PodDisruptionBudgetStatus_policy_v1: Condition[] conditions; int32 currentHealthy desiredHealthy disruptionsAllowed expectedPods; time{} disruptedPods; int64 observedGeneration
PodDisruptionBudgetStatus_policy_v1beta1: Condition[] conditions; int32 currentHealthy desiredHealthy disruptionsAllowed expectedPods; time{} disruptedPods; int64 observedGeneration
PodDisruptionBudget_policy_v1: string apiVersion kind; ObjectMeta metadata; PodDisruptionBudgetSpec_policy_v1 spec; PodDisruptionBudgetStatus_policy_v1 status
PodDisruptionBudget_policy_v1beta1: string apiVersion kind; ObjectMeta metadata; PodDisruptionBudgetSpec_policy_v1beta1 spec; PodDisruptionBudgetStatus_policy_v1beta1 status
PodExtendedResourceClaimStatus: ContainerExtendedResourceRequest[] requestMappings; string resourceClaimName
PodFailurePolicy: PodFailurePolicyRule[] rules
PodFailurePolicyOnExitCodesRequirement: string containerName operator; int32[] values
PodFailurePolicyOnPodConditionsPattern: string status type
PodFailurePolicyRule: string action; PodFailurePolicyOnExitCodesRequirement onExitCodes; PodFailurePolicyOnPodConditionsPattern[] onPodConditions
PodIP: string ip
PodOS: string name
PodReadinessGate: string conditionType
PodResourceClaim: string name resourceClaimName resourceClaimTemplateName
PodResourceClaimStatus: string name resourceClaimName
PodSchedulingGate: string name
PodSchedulingGroup: string podGroupName
PodSecurityContext: AppArmorProfile appArmorProfile; int64 fsGroup runAsGroup runAsUser; string fsGroupChangePolicy seLinuxChangePolicy supplementalGroupsPolicy; boolean runAsNonRoot; SELinuxOptions seLinuxOptions; SeccompProfile seccompProfile; int64[] supplementalGroups; Sysctl[] sysctls; WindowsSecurityContextOptions windowsOptions
PodSpec: int64 activeDeadlineSeconds terminationGracePeriodSeconds; Affinity affinity; boolean automountServiceAccountToken enableServiceLinks hostIPC hostNetwork hostPID hostUsers setHostnameAsFQDN shareProcessNamespace; Container[] containers initContainers; PodDNSConfig dnsConfig; string dnsPolicy hostname hostnameOverride nodeName preemptionPolicy priorityClassName restartPolicy runtimeClassName schedulerName serviceAccount serviceAccountName subdomain; EphemeralContainer[] ephemeralContainers; HostAlias[] hostAliases; LocalObjectReference[] imagePullSecrets; string{} nodeSelector; PodOS os; quantity{} overhead; int32 priority; PodReadinessGate[] readinessGates; PodResourceClaim[] resourceClaims; ResourceRequirements resources; PodSchedulingGate[] schedulingGates; PodSchedulingGroup schedulingGroup; PodSecurityContext securityContext; Toleration[] tolerations; TopologySpreadConstraint[] topologySpreadConstraints; Volume[] volumes
PodStatus: quantity{} allocatedResources; PodCondition[] conditions; ContainerStatus[] containerStatuses ephemeralContainerStatuses initContainerStatuses; PodExtendedResourceClaimStatus extendedResourceClaimStatus; string hostIP message nominatedNodeName phase podIP qosClass reason resize; HostIP[] hostIPs; NodeAllocatableResourceClaimStatus[] nodeAllocatableResourceClaimStatuses; int64 observedGeneration; PodIP[] podIPs; PodResourceClaimStatus[] resourceClaimStatuses; ResourceRequirements resources; time startTime
PodTemplateSpec: ObjectMeta metadata; PodSpec spec
PodsMetricSource: MetricIdentifier metric; MetricTarget target
PodsMetricStatus: MetricValueStatus current; MetricIdentifier metric
PortStatus: string error protocol; int32 port
PortworxVolumeSource: string fsType volumeID; boolean readOnly
PreferredSchedulingTerm: NodeSelectorTerm preference; int32 weight
Probe: ExecAction exec; int32 failureThreshold initialDelaySeconds periodSeconds successThreshold timeoutSeconds; GRPCAction grpc; HTTPGetAction httpGet; TCPSocketAction tcpSocket; int64 terminationGracePeriodSeconds
ProjectedVolumeSource: int32 defaultMode; VolumeProjection[] sources
QuobyteVolumeSource: string group registry tenant user volume; boolean readOnly
RBDVolumeSource: string fsType image keyring pool user; string[] monitors; boolean readOnly; LocalObjectReference secretRef
ResourceClaim: string name request
ResourceFieldSelector: string containerName resource; quantity divisor
ResourceHealth: string health message resourceID
ResourceMetricSource: string name; MetricTarget target
ResourceMetricStatus: MetricValueStatus current; string name
ResourceRequirements: ResourceClaim[] claims; quantity{} limits requests
ResourceStatus: string name; ResourceHealth[] resources
RollbackConfig_apps_v1beta1: int64 revision
RollbackConfig_extensions_v1beta1: int64 revision
RollingUpdateDaemonSet_apps_v1: int-or-string maxSurge maxUnavailable
RollingUpdateDaemonSet_apps_v1beta2: int-or-string maxSurge maxUnavailable
RollingUpdateDaemonSet_extensions_v1beta1: int-or-string maxSurge maxUnavailable
RollingUpdateDeployment_apps_v1: int-or-string maxSurge maxUnavailable
RollingUpdateDeployment_apps_v1beta1: int-or-string maxSurge maxUnavailable
RollingUpdateDeployment_apps_v1beta2: int-or-string maxSurge maxUnavailable
RollingUpdateDeployment_extensions_v1beta1: int-or-string maxSurge maxUnavailable
RollingUpdateStatefulSetStrategy_apps_v1: int-or-string maxUnavailable; int32 partition
RollingUpdateStatefulSetStrategy_apps_v1beta1: int-or-string maxUnavailable; int32 partition
RollingUpdateStatefulSetStrategy_apps_v1beta2: int-or-string maxUnavailable; int32 partition
SELinuxOptions: string level role type user
ScaleIOVolumeSource: string fsType gateway protectionDomain storageMode storagePool system volumeName; boolean readOnly sslEnabled; LocalObjectReference secretRef
SeccompProfile: string localhostProfile type
SecretEnvSource: string name; boolean optional
SecretKeySelector: string key name; boolean optional
SecretProjection: KeyToPath[] items; string name; boolean optional
SecretVolumeSource: int32 defaultMode; KeyToPath[] items; boolean optional; string secretName
SecurityContext: boolean allowPrivilegeEscalation privileged readOnlyRootFilesystem runAsNonRoot; AppArmorProfile appArmorProfile; Capabilities capabilities; string procMount; int64 runAsGroup runAsUser; SELinuxOptions seLinuxOptions; SeccompProfile seccompProfile; WindowsSecurityContextOptions windowsOptions
Service: string apiVersion kind; ObjectMeta metadata; ServiceSpec spec; ServiceStatus status
ServiceAccountTokenProjection: string audience path; int64 expirationSeconds
ServiceBackendPort: string name; int32 number
ServicePort: string appProtocol name protocol; int32 nodePort port; int-or-string targetPort
ServiceSpec: boolean allocateLoadBalancerNodePorts publishNotReadyAddresses; string clusterIP externalName externalTrafficPolicy internalTrafficPolicy ipFamilyPolicy loadBalancerClass loadBalancerIP sessionAffinity trafficDistribution type; string[] clusterIPs externalIPs ipFamilies loadBalancerSourceRanges; int32 healthCheckNodePort; ServicePort[] ports; string{} selector; SessionAffinityConfig sessionAffinityConfig
ServiceStatus: Condition[] conditions; LoadBalancerStatus loadBalancer
SessionAffinityConfig: ClientIPConfig clientIP
SleepAction: int64 seconds
StatefulSetCondition_apps_v1: time lastTransitionTime; string message reason status type
StatefulSetCondition_apps_v1beta1: time lastTransitionTime; string message reason status type
StatefulSetCondition_apps_v1beta2: time lastTransitionTime; string message reason status type
StatefulSetOrdinals_apps_v1: int32 start
StatefulSetOrdinals_apps_v1beta1: int32 start
StatefulSetOrdinals_apps_v1beta2: int32 start
StatefulSetPersistentVolumeClaimRetentionPolicy_apps_v1: string whenDeleted whenScaled
StatefulSetPersistentVolumeClaimRetentionPolicy_apps_v1beta1: string whenDeleted whenScaled
StatefulSetPersistentVolumeClaimRetentionPolicy_apps_v1beta2: string whenDeleted whenScaled
StatefulSetSpec_apps_v1: int32 minReadySeconds replicas revisionHistoryLimit; StatefulSetOrdinals_apps_v1 ordinals; StatefulSetPersistentVolumeClaimRetentionPolicy_apps_v1 persistentVolumeClaimRetentionPolicy; string podManagementPolicy serviceName; LabelSelector selector; PodTemplateSpec template; StatefulSetUpdateStrategy_apps_v1 updateStrategy; PersistentVolumeClaim[] volumeClaimTemplates
StatefulSetSpec_apps_v1beta1: int32 minReadySeconds replicas revisionHistoryLimit; StatefulSetOrdinals_apps_v1beta1 ordinals; StatefulSetPersistentVolumeClaimRetentionPolicy_apps_v1beta1 persistentVolumeClaimRetentionPolicy; string podManagementPolicy serviceName; LabelSelector selector; PodTemplateSpec template; StatefulSetUpdateStrategy_apps_v1beta1 updateStrategy; PersistentVolumeClaim[] volumeClaimTemplates
StatefulSetSpec_apps_v1beta2: int32 minReadySeconds replicas revisionHistoryLimit; StatefulSetOrdinals_apps_v1beta2 ordinals; StatefulSetPersistentVolumeClaimRetentionPolicy_apps_v1beta2 persistentVolumeClaimRetentionPolicy; string podManagementPolicy serviceName; LabelSelector selector; PodTemplateSpec template; StatefulSetUpdateStrategy_apps_v1beta2 updateStrategy; PersistentVolumeClaim[] volumeClaimTemplates
StatefulSetStatus_apps_v1: int32 availableReplicas collisionCount currentReplicas readyReplicas replicas updatedReplicas; StatefulSetCondition_apps_v1[] conditions; string currentRevision updateRevision; int64 observedGeneration
StatefulSetStatus_apps_v1beta1: int32 availableReplicas collisionCount currentReplicas readyReplicas replicas updatedReplicas; StatefulSetCondition_apps_v1beta1[] conditions; string currentRevision updateRevision; int64 observedGeneration
StatefulSetStatus_apps_v1beta2: int32 availableReplicas collisionCount currentReplicas readyReplicas replicas updatedReplicas; StatefulSetCondition_apps_v1beta2[] conditions; string currentRevision updateRevision; int64 observedGeneration
StatefulSetUpdateStrategy_apps_v1: RollingUpdateStatefulSetStrategy_apps_v1 rollingUpdate; string type
StatefulSetUpdateStrategy_apps_v1beta1: RollingUpdateStatefulSetStrategy_apps_v1beta1 rollingUpdate; string type
StatefulSetUpdateStrategy_apps_v1beta2: RollingUpdateStatefulSetStrategy_apps_v1beta2 rollingUpdate; string type
StatefulSet_apps_v1: string apiVersion kind; ObjectMeta metadata; StatefulSetSpec_apps_v1 spec; StatefulSetStatus_apps_v1 status
StatefulSet_apps_v1beta1: string apiVersion kind; ObjectMeta metadata; StatefulSetSpec_apps_v1beta1 spec; StatefulSetStatus_apps_v1beta1 status
StatefulSet_apps_v1beta2: string apiVersion kind; ObjectMeta metadata; StatefulSetSpec_apps_v1beta2 spec; StatefulSetStatus_apps_v1beta2 status
StorageOSVolumeSource: string fsType volumeName volumeNamespace; boolean readOnly; LocalObjectReference secretRef
SuccessPolicy: SuccessPolicyRule[] rules
SuccessPolicyRule: int32 succeededCount; string succeededIndexes
Sysctl: string name value
TCPSocketAction: string host; int-or-string port
Toleration: string effect key operator value; int64 tolerationSeconds
TopologySpreadConstraint: LabelSelector labelSelector; string[] matchLabelKeys; int32 maxSkew minDomains; string nodeAffinityPolicy nodeTaintsPolicy topologyKey whenUnsatisfiable
TypedLocalObjectReference: string apiGroup kind name
TypedObjectReference: string apiGroup kind name namespace
UncountedTerminatedPods: string[] failed succeeded
Volume: AWSElasticBlockStoreVolumeSource awsElasticBlockStore; AzureDiskVolumeSource azureDisk; AzureFileVolumeSource azureFile; CephFSVolumeSource cephfs; CinderVolumeSource cinder; ConfigMapVolumeSource configMap; CSIVolumeSource csi; DownwardAPIVolumeSource downwardAPI; EmptyDirVolumeSource emptyDir; EphemeralVolumeSource ephemeral; FCVolumeSource fc; FlexVolumeSource flexVolume; FlockerVolumeSource flocker; GCEPersistentDiskVolumeSource gcePersistentDisk; GitRepoVolumeSource gitRepo; GlusterfsVolumeSource glusterfs; HostPathVolumeSource hostPath; ImageVolumeSource image; ISCSIVolumeSource iscsi; string name; NFSVolumeSource nfs; PersistentVolumeClaimVolumeSource persistentVolumeClaim; PhotonPersistentDiskVolumeSource photonPersistentDisk; PortworxVolumeSource portworxVolume; ProjectedVolumeSource projected; QuobyteVolumeSource quobyte; RBDVolumeSource rbd; ScaleIOVolumeSource scaleIO; SecretVolumeSource secret; StorageOSVolumeSource storageos; VsphereVirtualDiskVolumeSource vsphereVolume
VolumeDevice: string devicePath name
VolumeMount: string mountPath mountPropagation name recursiveReadOnly subPath subPathExpr; boolean readOnly
VolumeMountStatus: string mountPath name recursiveReadOnly; boolean readOnly; VolumeStatus volumeStatus
VolumeProjection: ClusterTrustBundleProjection clusterTrustBundle; ConfigMapProjection configMap; DownwardAPIProjection downwardAPI; PodCertificateProjection podCertificate; SecretProjection secret; ServiceAccountTokenProjection serviceAccountToken
VolumeResourceRequirements: quantity{} limits requests
VolumeStatus: ImageVolumeStatus image
VsphereVirtualDiskVolumeSource: string fsType storagePolicyID storagePolicyName volumePath
WeightedPodAffinityTerm: PodAffinityTerm podAffinityTerm; int32 weight
WindowsSecurityContextOptions: string gmsaCredentialSpec gmsaCredentialSpecName runAsUserName; boolean hostProcess
`

/** The struct of each apiVersion and kind. HorizontalPodAutoscaler v2beta* is read with the fields of v2. */
export const roots: Readonly<Record<string, string>> = {
  'apps/v1 DaemonSet': 'DaemonSet_apps_v1',
  'apps/v1 Deployment': 'Deployment_apps_v1',
  'apps/v1 StatefulSet': 'StatefulSet_apps_v1',
  'apps/v1beta1 Deployment': 'Deployment_apps_v1beta1',
  'apps/v1beta1 StatefulSet': 'StatefulSet_apps_v1beta1',
  'apps/v1beta2 DaemonSet': 'DaemonSet_apps_v1beta2',
  'apps/v1beta2 Deployment': 'Deployment_apps_v1beta2',
  'apps/v1beta2 StatefulSet': 'StatefulSet_apps_v1beta2',
  'autoscaling/v1 HorizontalPodAutoscaler': 'HorizontalPodAutoscaler_autoscaling_v1',
  'autoscaling/v2 HorizontalPodAutoscaler': 'HorizontalPodAutoscaler_autoscaling_v2',
  'autoscaling/v2beta1 HorizontalPodAutoscaler': 'HorizontalPodAutoscaler_autoscaling_v2',
  'autoscaling/v2beta2 HorizontalPodAutoscaler': 'HorizontalPodAutoscaler_autoscaling_v2',
  'batch/v1 CronJob': 'CronJob_batch_v1',
  'batch/v1 Job': 'Job',
  'batch/v1beta1 CronJob': 'CronJob_batch_v1beta1',
  'extensions/v1beta1 DaemonSet': 'DaemonSet_extensions_v1beta1',
  'extensions/v1beta1 Deployment': 'Deployment_extensions_v1beta1',
  'extensions/v1beta1 Ingress': 'Ingress_extensions_v1beta1',
  'networking.k8s.io/v1 Ingress': 'Ingress_networking_v1',
  'networking.k8s.io/v1 NetworkPolicy': 'NetworkPolicy',
  'networking.k8s.io/v1beta1 Ingress': 'Ingress_networking_v1beta1',
  'policy/v1 PodDisruptionBudget': 'PodDisruptionBudget_policy_v1',
  'policy/v1beta1 PodDisruptionBudget': 'PodDisruptionBudget_policy_v1beta1',
  'v1 Pod': 'Pod',
  'v1 Service': 'Service',
}
