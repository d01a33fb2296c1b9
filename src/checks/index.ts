import { type Check } from '../engine/findings/check'
import { checklistOf } from '../engine/findings/source'
import containerCpuRequestsEqualLimits from './container-cpu-requests-equal-limits/check'
import containerEphemeralStorageRequestAndLimit from './container-ephemeral-storage-request-and-limit/check'
import containerEphemeralStorageRequestEqualsLimit from './container-ephemeral-storage-request-equals-limit/check'
import containerImagePullPolicy from './container-image-pull-policy/check'
import containerImageTag from './container-image-tag/check'
import containerMemoryRequestsEqualLimits from './container-memory-requests-equal-limits/check'
import containerPortsCheck from './container-ports-check/check'
import containerResourceRequestsEqualLimits from './container-resource-requests-equal-limits/check'
import containerResources from './container-resources/check'
import containerSeccompProfile from './container-seccomp-profile/check'
import containerSecurityContextPrivileged from './container-security-context-privileged/check'
import containerSecurityContextReadonlyrootfilesystem from './container-security-context-readonlyrootfilesystem/check'
import containerSecurityContextUserGroupId from './container-security-context-user-group-id/check'
import cronjobHasDeadline from './cronjob-has-deadline/check'
import cronjobRestartpolicy from './cronjob-restartpolicy/check'
import deploymentHasHostPodantiaffinity from './deployment-has-host-podantiaffinity/check'
import deploymentHasPoddisruptionbudget from './deployment-has-poddisruptionbudget/check'
import deploymentPodSelectorLabelsMatchTemplateMetadataLabels from './deployment-pod-selector-labels-match-template-metadata-labels/check'
import deploymentReplicas from './deployment-replicas/check'
import deploymentStrategy from './deployment-strategy/check'
import deploymentTargetedByHpaDoesNotHaveReplicasConfigured from './deployment-targeted-by-hpa-does-not-have-replicas-configured/check'
import environmentVariableKeyDuplication from './environment-variable-key-duplication/check'
import horizontalpodautoscalerHasTarget from './horizontalpodautoscaler-has-target/check'
import horizontalpodautoscalerReplicas from './horizontalpodautoscaler-replicas/check'
import ingressTargetsService from './ingress-targets-service/check'
import labelValues from './label-values/check'
import networkpolicyTargetsPod from './networkpolicy-targets-pod/check'
import podNetworkpolicy from './pod-networkpolicy/check'
import podProbes from './pod-probes/check'
import podProbesIdentical from './pod-probes-identical/check'
import podTopologySpreadConstraints from './pod-topology-spread-constraints/check'
import poddisruptionbudgetHasPolicy from './poddisruptionbudget-has-policy/check'
import serviceTargetsPod from './service-targets-pod/check'
import serviceType from './service-type/check'
import stableVersion from './stable-version/check'
import statefulsetHasHostPodantiaffinity from './statefulset-has-host-podantiaffinity/check'
import statefulsetHasPoddisruptionbudget from './statefulset-has-poddisruptionbudget/check'
import statefulsetHasServicename from './statefulset-has-servicename/check'
import statefulsetPodSelectorLabelsMatchTemplateMetadataLabels from './statefulset-pod-selector-labels-match-template-metadata-labels/check'

/** Every check, in the order in which reports list them. A new check is a folder and a line here. */
export const checks: readonly Check[] = [
  deploymentStrategy,
  deploymentReplicas,
  ingressTargetsService,
  cronjobHasDeadline,
  cronjobRestartpolicy,
  containerResources,
  containerResourceRequestsEqualLimits,
  containerCpuRequestsEqualLimits,
  containerMemoryRequestsEqualLimits,
  containerImageTag,
  containerImagePullPolicy,
  containerEphemeralStorageRequestAndLimit,
  containerEphemeralStorageRequestEqualsLimit,
  containerPortsCheck,
  environmentVariableKeyDuplication,
  statefulsetHasPoddisruptionbudget,
  deploymentHasPoddisruptionbudget,
  poddisruptionbudgetHasPolicy,
  podNetworkpolicy,
  networkpolicyTargetsPod,
  podProbes,
  podProbesIdentical,
  containerSecurityContextUserGroupId,
  containerSecurityContextPrivileged,
  containerSecurityContextReadonlyrootfilesystem,
  containerSeccompProfile,
  serviceTargetsPod,
  serviceType,
  stableVersion,
  deploymentHasHostPodantiaffinity,
  statefulsetHasHostPodantiaffinity,
  deploymentTargetedByHpaDoesNotHaveReplicasConfigured,
  statefulsetHasServicename,
  deploymentPodSelectorLabelsMatchTemplateMetadataLabels,
  statefulsetPodSelectorLabelsMatchTemplateMetadataLabels,
  labelValues,
  horizontalpodautoscalerHasTarget,
  horizontalpodautoscalerReplicas,
  podTopologySpreadConstraints,
]

/** The checks as a source of findings. */
export const checklist = checklistOf('kube-score', 'kube-score', checks)
