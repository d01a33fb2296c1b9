type Replacement = { readonly apiVersion: string; readonly since: string }

const apps: Replacement = { apiVersion: 'apps/v1', since: '1.9' }
const networking: Replacement = { apiVersion: 'networking.k8s.io/v1', since: '1.19' }
const autoscaling: Replacement = { apiVersion: 'autoscaling/v2', since: '1.23' }

/**
 * The stable apiVersion that replaces an older one, and the Kubernetes version that introduced it.
 * Source: https://kubernetes.io/docs/reference/using-api/deprecation-guide/
 */
export const stableVersions: Readonly<Record<string, Replacement>> = {
  'extensions/v1beta1 Deployment': apps,
  'extensions/v1beta1 DaemonSet': apps,
  'extensions/v1beta1 Ingress': networking,
  'apps/v1beta1 Deployment': apps,
  'apps/v1beta1 StatefulSet': apps,
  'apps/v1beta2 Deployment': apps,
  'apps/v1beta2 StatefulSet': apps,
  'apps/v1beta2 DaemonSet': apps,
  'batch/v1beta1 CronJob': { apiVersion: 'batch/v1', since: '1.21' },
  'policy/v1beta1 PodDisruptionBudget': { apiVersion: 'policy/v1', since: '1.21' },
  'networking.k8s.io/v1beta1 Ingress': networking,
  'autoscaling/v2beta1 HorizontalPodAutoscaler': autoscaling,
  'autoscaling/v2beta2 HorizontalPodAutoscaler': autoscaling,
}
