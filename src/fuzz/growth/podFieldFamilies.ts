import type { Family } from './family'
import { listed, mapped, pod, term, nodeTerm } from './serverObjects'

/** What the rules of the API server go through: lists and maps of a Pod. */
export const podFieldFamilies: readonly Family[] = [
  {
    name: 'containers × mounts',
    text: (n) => {
      const side = Math.ceil(Math.sqrt(n))
      const mounts = listed(side, (index) => `{name: v${index}, mountPath: /m${index}}`)
      return pod(
        `volumes: ${listed(side, (index) => `{name: v${index}, emptyDir: {}}`)}, initContainers: ${listed(side, (index) => `{name: c${index}, image: "a:1", volumeMounts: ${mounts}}`)}, `,
      )
    },
  },
  {
    name: 'containers × variables',
    text: (n) => {
      const side = Math.ceil(Math.sqrt(n))
      const env = listed(side, (index) => `{name: V${index}, value: $(V${index - 1})}`)
      return pod(
        `initContainers: ${listed(side, (index) => `{name: c${index}, image: "a:1", env: ${env}}`)}, `,
      )
    },
  },
  {
    name: 'sidecars with resources',
    text: (n) =>
      pod(
        `resources: {requests: {cpu: 1}}, initContainers: ${listed(n, (index) => `{name: c${index}, image: "a:1", restartPolicy: Always, resources: {requests: {cpu: 1m}}}`)}, `,
      ),
  },
  {
    name: 'init containers with resources',
    text: (n) =>
      pod(
        `resources: {requests: {cpu: 1}}, initContainers: ${listed(n, (index) => `{name: c${index}, image: "a:1", resources: {requests: {cpu: 1m, "a.b/r${index}": 1}}}`)}, `,
      ),
  },
  {
    name: 'volumes of one name',
    text: (n) =>
      pod(
        `volumes: ${listed(n, () => '{name: v, emptyDir: {}}')}, `,
        ', volumeMounts: [{name: v, mountPath: /v}]',
      ),
  },
  {
    name: 'mounts at one path',
    text: (n) =>
      pod(
        'volumes: [{name: v, emptyDir: {}}], ',
        `, volumeMounts: ${listed(n, () => '{name: v, mountPath: /v}')}`,
      ),
  },
  {
    name: 'mounts of unknown volumes',
    text: (n) =>
      pod(
        `volumes: ${listed(n, (index) => `{name: v${index}, emptyDir: {}}`)}, `,
        `, volumeMounts: ${listed(n, (index) => `{name: w${index}, mountPath: /${index}}`)}`,
      ),
  },
  {
    name: 'devices',
    text: (n) =>
      pod(
        `volumes: ${listed(n, (index) => `{name: v${index}, persistentVolumeClaim: {claimName: a}}`)}, `,
        `, volumeDevices: ${listed(n, (index) => `{name: v${index}, devicePath: /${index}}`)}`,
      ),
  },
  {
    name: 'variables from files of volumes',
    text: (n) =>
      pod(
        `volumes: ${listed(n, (index) => `{name: v${index}, emptyDir: {}}`)}, `,
        `, env: ${listed(n, (index) => `{name: A${index}, valueFrom: {fileKeyRef: {volumeName: v${index}, path: a, key: A}}}`)}`,
      ),
  },
  {
    name: 'sources of a projected volume',
    text: (n) =>
      pod(
        `volumes: [{name: v, projected: {sources: ${listed(n, (index) => `{configMap: {name: a, items: [{key: a, path: p${index >> 1}}]}}`)}}}], `,
      ),
  },
  {
    name: 'nested paths of a projected volume',
    text: (n) =>
      pod(
        `volumes: [{name: v, projected: {sources: [{configMap: {name: a, items: ${listed(n, (index) => `{key: a, path: p${index}/q}`)}}}]}}], `,
      ),
  },
  {
    name: 'files of a ConfigMap volume',
    text: (n) =>
      pod(`volumes: [{name: v, configMap: {name: a, items: ${listed(n, () => '{key: a, path: p}')}}}], `),
  },
  {
    name: 'resource claims',
    text: (n) =>
      pod(
        `resourceClaims: ${listed(n, (index) => `{name: r${index}, resourceClaimName: a}`)}, `,
        `, resources: {claims: ${listed(n, (index) => `{name: r${index}}`)}}`,
      ),
  },
  {
    name: 'resource claims used twice',
    text: (n) =>
      pod(
        `resourceClaims: ${listed(n, () => '{name: r, resourceClaimName: a}')}, `,
        `, resources: {claims: ${listed(n, () => '{name: r}')}}`,
      ),
  },
  {
    name: 'resource claims that are unknown',
    text: (n) =>
      pod(
        `resourceClaims: ${listed(n, (index) => `{name: r${index}, resourceClaimName: a}`)}, `,
        `, resources: {claims: ${listed(n, (index) => `{name: s${index}}`)}}`,
      ),
  },
  {
    name: 'limits and requests',
    text: (n) =>
      pod(
        '',
        `, resources: {limits: ${mapped(n, (index) => `a.b/r${index}: 2`)}, requests: ${mapped(n, (index) => `a.b/r${index}: 2`)}}`,
      ),
  },
  {
    name: 'host ports',
    text: (n) =>
      pod(
        '',
        `, ports: ${listed(n, (index) => `{containerPort: ${1 + (index % 60_000)}, hostPort: ${1 + (index % 60_000)}}`)}`,
      ),
  },
  {
    name: 'one host port',
    text: (n) => pod('', `, ports: ${listed(n, () => '{containerPort: 80, hostPort: 80}')}`),
  },
  {
    name: 'one port with different addresses',
    text: (n) =>
      pod(
        '',
        `, ports: ${listed(n, (index) => `{containerPort: 80, hostPort: ${1 + (index % 60_000)}, hostIP: 1.2.3.${index % 256}}`)}`,
      ),
  },
  {
    name: 'topology spread constraints',
    text: (n) =>
      pod(
        `topologySpreadConstraints: ${listed(n, (index) => `{maxSkew: 1, topologyKey: t${index}, whenUnsatisfiable: DoNotSchedule, labelSelector: {matchLabels: {a: b}}, matchLabelKeys: [a, b]}`)}, `,
      ),
  },
  {
    name: 'one topology spread constraint',
    text: (n) =>
      pod(
        `topologySpreadConstraints: ${listed(n, () => '{maxSkew: 1, topologyKey: t, whenUnsatisfiable: DoNotSchedule, labelSelector: {}}')}, `,
      ),
  },
  {
    name: 'keys of labels that match',
    text: (n) =>
      pod(
        `topologySpreadConstraints: [{maxSkew: 1, topologyKey: t, whenUnsatisfiable: DoNotSchedule, labelSelector: {matchExpressions: ${listed(n, (index) => `{key: k${index}, operator: Exists}`)}}, matchLabelKeys: ${listed(n, (index) => `k${index}`)}}], affinity: {podAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: t, labelSelector: {matchExpressions: ${listed(n, (index) => `{key: k${index}, operator: Exists}`)}}, matchLabelKeys: ${listed(n, (index) => `k${index}`)}, mismatchLabelKeys: ${listed(n, (index) => `k${index}`)}}]}}, `,
      ),
  },
  {
    name: 'terms of affinity',
    text: (n) =>
      pod(
        `affinity: {podAffinity: {requiredDuringSchedulingIgnoredDuringExecution: ${listed(n, term)}}, nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: ${listed(n, nodeTerm)}}}}, `,
      ),
  },
  {
    name: 'tolerations',
    text: (n) =>
      pod(`tolerations: ${listed(n, (index) => `{key: k${index}, operator: Exists, effect: NoSchedule}`)}, `),
  },
  {
    name: 'one toleration',
    text: (n) => pod(`tolerations: ${listed(n, () => '{key: k, operator: Exists}')}, `),
  },
  {
    name: 'gates',
    text: (n) =>
      pod(
        `readinessGates: ${listed(n, (index) => `{conditionType: a.b/c${index}}`)}, schedulingGates: ${listed(n, (index) => `{name: a.b/c${index}}`)}, `,
      ),
  },
  {
    name: 'host aliases and name servers',
    text: (n) =>
      pod(
        `hostAliases: ${listed(n, (index) => `{ip: 1.2.3.4, hostnames: [h${index}]}`)}, dnsPolicy: None, dnsConfig: {nameservers: ${listed(n, () => '1.2.3.4')}, searches: ${listed(n, (index) => `a${index}.b`)}}, `,
      ),
  },
  {
    name: 'sysctls and groups',
    text: (n) =>
      pod(
        `securityContext: {sysctls: ${listed(n, (index) => `{name: net.a${index}, value: a}`)}, supplementalGroups: ${listed(n, String)}}, `,
      ),
  },
  {
    name: 'secrets for images',
    text: (n) => pod(`imagePullSecrets: ${listed(n, (index) => `{name: s${index}}`)}, `),
  },
  {
    name: 'secrets for images of one name',
    text: (n) => pod(`imagePullSecrets: ${listed(n, () => '{name: s}')}, `),
  },
  {
    name: 'references to fields with a long key',
    text: (n) =>
      pod(
        '',
        `, env: [{name: A, valueFrom: {fieldRef: {fieldPath: "metadata.labels${"['".repeat(n)}a']"}}}]`,
      ),
  },
  {
    name: 'long values',
    text: (n) => pod('', `, workingDir: ${'a'.repeat(n)}, terminationMessagePath: ${'/'.repeat(n)}`),
  },
  {
    name: 'long paths',
    text: (n) =>
      pod(
        `volumes: [{name: v, projected: {sources: [{configMap: {name: a, items: [{key: a, path: "${'a/'.repeat(n)}"}, {key: a, path: "${'/'.repeat(n)}a"}]}}]}}], `,
        `, volumeMounts: [{name: v, mountPath: "${'/'.repeat(n)}", subPath: "${'../'.repeat(n)}"}]`,
      ),
  },
  {
    name: 'long names',
    text: (n) => {
      const long = 'a-'.repeat(n)
      return `apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${long}\n  namespace: ${long}\n  labels: {${long}: ${long}, "${'/'.repeat(n)}": "${'-'.repeat(n)}"}\n  annotations: {"${' '.repeat(n)}a": ${long}}\nspec: {containers: [{name: ${long}, image: ${long}, ports: [{name: ${long}, containerPort: 1}], resources: {limits: {cpu: "${'1'.repeat(n)}", memory: "${'0'.repeat(n)}1x"}}}]}\n`
    },
  },
  {
    name: 'a quantity with many digits',
    text: (n) => pod('', `, resources: {limits: {cpu: "${'1'.repeat(n)}"}}`),
  },
]
