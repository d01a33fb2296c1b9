import { isAtLeast } from './version'

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

/** The stable apiVersion that replaces an object's own in a Kubernetes version; undefined when there is none yet. */
export function stableVersionOf(
  { apiVersion, kind }: { readonly apiVersion: string; readonly kind: string },
  kubernetesVersion: string,
): string | undefined {
  const stable = stableVersions[`${apiVersion} ${kind}`]
  return stable && isAtLeast(kubernetesVersion, stable.since) ? stable.apiVersion : undefined
}
