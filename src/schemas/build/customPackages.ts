/** What a package must contain. A count that changes means that a reader or the package changed. */
export type PackageCounts = readonly [
  kinds: number,
  definitions: number,
  fields: number,
  describedFields: number,
  /** Fields with an enum, pattern, limit or combination such as oneOf. */
  constrainedFields: number,
]

type CustomPackage = {
  /** Whose custom resources these are, for the list of licences. */
  readonly project: string
  /** The licence of that project: the Apache License 2.0 unless stated. */
  readonly licence?: string
  readonly counts: PackageCounts
}

/**
 * The bundled packages of custom resources, without their scope: `keda` is `@kubernetes-models/keda`. To add one, add it
 * to ../sources/package.json and a row here; `npm run schemas` then prints the counts that it found.
 *
 * The fields of cert-manager, gateway-api, keda, argo-cd, prometheus-operator and istio were compared with the
 * CustomResourceDefinitions that these projects publish, and none was missing.
 */
export const customPackages: Readonly<Record<string, CustomPackage>> = {
  'argo-cd': { project: 'Argo CD', counts: [3, 108, 521, 381, 3] },
  'argo-rollouts': { project: 'Argo Rollouts', counts: [5, 107, 479, 408, 2] },
  'argo-workflows': { project: 'Argo Workflows', counts: [8, 114, 682, 628, 42] },
  autoscaler: { project: 'the Kubernetes autoscaler', counts: [4, 24, 86, 72, 6] },
  'cert-manager': { project: 'cert-manager', counts: [11, 102, 420, 389, 63] },
  cilium: { project: 'Cilium', counts: [29, 166, 633, 585, 144] },
  'cloudnative-pg': { project: 'CloudNativePG', counts: [10, 112, 636, 624, 58] },
  contour: { project: 'Contour', counts: [5, 96, 407, 388, 102] },
  'envoy-gateway': { project: 'Envoy Gateway', counts: [8, 199, 742, 736, 249] },
  'external-secrets': { project: 'External Secrets Operator', counts: [24, 354, 1162, 879, 114] },
  flink: { project: 'the Apache Flink Kubernetes Operator', counts: [4, 0, 7908, 0, 12] },
  'flux-cd': { project: 'Flux', counts: [39, 244, 1324, 1139, 176] },
  'gateway-api': { project: 'the Kubernetes Gateway API', counts: [21, 91, 330, 328, 239] },
  'grafana-operator': { project: 'Grafana Operator', counts: [18, 0, 3073, 1390, 213] },
  istio: { project: 'Istio', counts: [33, 0, 2409, 2076, 887] },
  karpenter: { project: 'Karpenter', counts: [4, 31, 156, 136, 62] },
  keda: { project: 'KEDA', counts: [6, 48, 194, 16, 5] },
  knative: { project: 'Knative', counts: [35, 151, 873, 736, 14] },
  kyverno: { project: 'Kyverno', counts: [47, 159, 826, 702, 49] },
  'opentelemetry-operator': { project: 'the OpenTelemetry Operator', counts: [6, 63, 463, 419, 56] },
  'prometheus-operator': { project: 'Prometheus Operator', counts: [11, 196, 1844, 1838, 625] },
  'pulsar-resources-operator': {
    project: 'the Pulsar Resources Operator by StreamNative',
    counts: [19, 97, 586, 448, 44],
  },
  'sealed-secrets': { project: 'Sealed Secrets', counts: [1, 4, 17, 12, 0] },
  spicedb: { project: 'the SpiceDB Operator', counts: [1, 6, 31, 29, 1] },
  'strimzi-kafka-operator': { project: 'Strimzi', counts: [24, 0, 9187, 2444, 797] },
  'tidb-operator': { project: 'TiDB Operator', counts: [35, 251, 2212, 1714, 219] },
  traefik: {
    project: 'Traefik',
    licence: 'the MIT License, Copyright Traefik Labs',
    counts: [10, 80, 411, 374, 47],
  },
}
