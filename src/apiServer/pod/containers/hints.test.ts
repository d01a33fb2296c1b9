import { expect, test } from 'vitest'
import type { JsonObject } from '../../../engine/model/json'
import { hinted } from '../../testing/hints'

const pod = (fields: JsonObject, spec: JsonObject = {}): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'a' },
  spec: { containers: [{ name: 'web', image: 'web:1', ...fields }], ...spec },
})

const at = 'spec.containers.0'
const variable = (fieldPath: string): JsonObject =>
  pod({ env: [{ name: 'A', valueFrom: { fieldRef: { fieldPath } } }] })
const fieldPath = `${at}.env.0.valueFrom.fieldRef.fieldPath`
const tcp = { tcpSocket: { port: 80 } }

test.each<[JsonObject, readonly string[]]>([
  [pod({ image: 'web:1 ' }), [`surrounding-spaces ${at}.image → "web:1"`]],
  [
    pod({ imagePullPolicy: 'always' }),
    [`unsupported-value ${at}.imagePullPolicy → one of Always, IfNotPresent, Never`],
  ],
  [variable("metadata.labels['app']"), []],
  [variable('metadata.labels.app'), [`invalid-field-path ${fieldPath} → "metadata.labels['app']"`]],
  [
    pod(
      { volumeMounts: [{ name: 'dta', mountPath: '/d', subPath: '/x' }] },
      { volumes: [{ name: 'data', emptyDir: {} }] },
    ),
    [
      `unknown-volume ${at}.volumeMounts.0.name → one of data`,
      // The server leaves out the number of the mount.
      `invalid-path ${at}.volumeMounts.0.subPath → "x"`,
    ],
  ],
  [
    pod({ livenessProbe: { ...tcp, successThreshold: 2 } }),
    [`number-out-of-range ${at}.livenessProbe.successThreshold → 1`],
  ],
  [
    pod({ readinessProbe: { ...tcp, terminationGracePeriodSeconds: 5 } }),
    [`field-not-allowed ${at}.readinessProbe.terminationGracePeriodSeconds → remove`],
  ],
  // The request is filled in from the limit.
  [pod({ resources: { limits: { cpu: -1 } } }), [`invalid-quantity ${at}.resources.limits.cpu`]],
  [
    pod({ resources: { limits: { memory: '512mi' } } }),
    [`invalid-quantity ${at}.resources.limits.memory → "512Mi"`],
  ],
  [
    pod({ resources: { limits: { gpu: 1 } } }),
    [`invalid-resource-name key ${at}.resources.limits.gpu → one of cpu, memory, ephemeral-storage`],
  ],
  [
    pod({ resources: { requests: { 'example.com/gpu': 1 } } }),
    [`required-field ${at}.resources.limits.example.com/gpu → 1`],
  ],
  [
    pod({
      env: [
        { name: 'A', value: 'x' },
        { name: 'A', value: 'x' },
      ],
    }),
    [`hidden-env ${at}.env.1 → remove`],
  ],
  [
    pod({
      env: [
        { name: 'A', value: 'x' },
        { name: 'A', value: 'y' },
      ],
    }),
    [`hidden-env ${at}.env.1`],
  ],
  [
    pod({ securityContext: { privileged: true, allowPrivilegeEscalation: false } }),
    [`conflicting-privileges ${at}.securityContext.allowPrivilegeEscalation`],
  ],
])('%# says where the problem is and what would fix it', (object, expected) =>
  expect(hinted(object)).toEqual(expected),
)
