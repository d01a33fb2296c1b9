import { expect, test } from 'vitest'
import type { JsonObject } from '../../engine/model/json'
import { causes } from './testing/causes'

const rule = { apiGroups: [''], apiVersions: ['v1'], resources: ['pods'], operations: ['CREATE'] }
const policy = (kind: string, spec: JsonObject): JsonObject => ({
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind,
  metadata: { name: 'p' },
  spec: { matchConstraints: { resourceRules: [rule] }, ...spec },
})
const validating = (validation: JsonObject, rest: JsonObject = {}): JsonObject =>
  policy('ValidatingAdmissionPolicy', { validations: [{ expression: 'true', ...validation }], ...rest })
const paramKind = { apiVersion: 'v1', kind: 'ConfigMap' }
const variables = (...expressions: readonly string[]): JsonObject => ({
  variables: expressions.map((expression, index) => ({ name: `v${index}`, expression })),
})
const mutating = (mutation: JsonObject, rest: JsonObject = {}): JsonObject =>
  policy('MutatingAdmissionPolicy', { reinvocationPolicy: 'Never', mutations: [mutation], ...rest })
const apply = (expression: string, rest: JsonObject = {}): JsonObject =>
  mutating({ patchType: 'ApplyConfiguration', applyConfiguration: { expression } }, rest)
const patch = (expression: string): JsonObject =>
  mutating({ patchType: 'JSONPatch', jsonPatch: { expression } })
const audit = (valueExpression: string): JsonObject =>
  validating({}, { auditAnnotations: [{ key: 'a', valueExpression }] })
const condition = (expression: string, rest: JsonObject = {}): JsonObject =>
  validating({}, { matchConditions: [{ name: 'c', expression }], ...rest })
const webhook = (kind: string, expression: string): JsonObject => ({
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind,
  metadata: { name: 'w' },
  webhooks: [
    {
      name: 'a.example.com',
      sideEffects: 'None',
      admissionReviewVersions: ['v1'],
      clientConfig: { url: 'https://example.com' },
      matchConditions: [{ name: 'c', expression }],
    },
  ],
})
const device = (expression: string): JsonObject => ({
  apiVersion: 'resource.k8s.io/v1',
  kind: 'DeviceClass',
  metadata: { name: 'gpu.example.com' },
  spec: { selectors: [{ cel: { expression } }] },
})
const claim = (expression: string): JsonObject => ({
  apiVersion: 'resource.k8s.io/v1',
  kind: 'ResourceClaim',
  metadata: { name: 'r' },
  spec: {
    devices: {
      requests: [
        { name: 'a', exactly: { deviceClassName: 'gpu.example.com', selectors: [{ cel: { expression } }] } },
      ],
    },
  },
})

const validation = 'spec.validations[0].expression'
const message = 'spec.validations[0].messageExpression'
const applied = 'spec.mutations[0].applyConfiguration.expression'
const matched = 'spec.matchConditions[0].expression'
const selected = 'spec.selectors[0].cel.expression'

test.each<[what: string, broken: JsonObject, expected: string[], sound: JsonObject]>([
  [
    'a validation is a bool',
    validating({ expression: '1 + 1' }),
    [`Invalid ${validation}`],
    validating({ expression: '1 + 1 == 2' }),
  ],
  [
    'a dynamic value is no bool',
    validating({ expression: 'object.a' }),
    [`Invalid ${validation}`],
    validating({ expression: 'bool(object.a)' }),
  ],
  [
    'what is found late',
    validating({ expression: "int('a') == 1" }),
    [`InternalError ${validation}`],
    validating({ expression: "int('1') == 1" }),
  ],
  [
    'params need a kind',
    validating({ expression: 'params.a == 1' }),
    [`Invalid ${validation}`],
    validating({ expression: 'params.a == 1' }, { paramKind }),
  ],
  [
    'a message is a string',
    validating({ messageExpression: '1' }),
    [`Invalid ${message}`],
    validating({ messageExpression: "'a'" }),
  ],
  [
    'a message does not ask the authorizer',
    validating({ messageExpression: "authorizer.path('/').check('get').reason()" }),
    [`Invalid ${message}`],
    validating({ expression: "authorizer.path('/').check('get').allowed()" }),
  ],
  [
    'variables come in their order',
    validating({}, variables('variables.v1', '1')),
    ['Invalid spec.variables[0].expression'],
    validating({}, variables('1', 'variables.v0 + 1')),
  ],
  [
    'variables have types',
    validating({ expression: "variables.v0 == 'a'" }, variables('1')),
    [`Invalid ${validation}`],
    validating({ expression: "variables.v0 == 'a'" }, variables('object.a')),
  ],
  [
    'a policy without variables has none',
    validating({ expression: 'has(variables.a)' }),
    [`Invalid ${validation}`],
    apply('has(variables.v0) ? Object{} : Object{}', variables('1')),
  ],
  [
    'an annotation is a string',
    audit('1'),
    ['Invalid spec.auditAnnotations[0].valueExpression'],
    audit('null'),
  ],
  ['a condition is a bool', condition('1'), [`Invalid ${matched}`], condition('object.a == 1')],
  [
    'conditions know no variables',
    condition('variables.v0', variables('true')),
    [`Invalid ${matched}`],
    condition('params.a == 1', { paramKind }),
  ],
  [
    'a configuration is an object',
    apply("'a'"),
    [`Invalid ${applied}`],
    apply('Object{spec: Object.spec{}}'),
  ],
  ['a configuration is closed', apply('Object{'), [`Invalid ${applied}`], apply('Object{}')],
  [
    'a patch is a list of patches',
    patch('[]'),
    ['Invalid spec.mutations[0].jsonPatch.expression'],
    patch("[JSONPatch{op: 'remove', path: '/a'}]"),
  ],
  [
    'conditions of validating webhooks',
    webhook('ValidatingWebhookConfiguration', 'object.'),
    ['Invalid webhooks[0].matchConditions[0].expression'],
    webhook('ValidatingWebhookConfiguration', "request.operation == 'CREATE'"),
  ],
  [
    'conditions of mutating webhooks',
    webhook('MutatingWebhookConfiguration', 'params.a == 1'),
    ['Invalid webhooks[0].matchConditions[0].expression'],
    webhook('MutatingWebhookConfiguration', "authorizer.requestResource.check('a').allowed()"),
  ],
  ['a selector is a bool', device('1'), [`Invalid ${selected}`], device("device.attributes['a'].b")],
  [
    'a selector knows no objects',
    device('object.a'),
    [`Invalid ${selected}`],
    device("device.driver == 'a'"),
  ],
  [
    'a selector takes not too long',
    device(
      'device.attributes.all(a, device.attributes.all(b, device.attributes.all(c, device.attributes.all(d, a + b == c + d))))',
    ),
    [`Forbidden ${selected}`],
    device('device.attributes.all(a, a.size() > 1)'),
  ],
  [
    'selectors of claims',
    claim('device.'),
    ['Invalid spec.devices.requests[0].exactly.selectors[0].cel.expression'],
    claim("cel.bind(a, device.attributes['a'], a.b && a.c == 1)"),
  ],
])('%s', (_what, broken, expected, sound) => {
  expect(causes(broken)).toEqual(expected)
  expect(causes(sound)).toEqual([])
})
