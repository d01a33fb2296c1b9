import { expect, test } from 'vitest'
import type { JsonObject } from '../../engine/model/json'
import { causes } from './testing/causes'

const rule = { apiGroups: [''], apiVersions: ['v1'], resources: ['pods'], operations: ['CREATE'] }
const matchConstraints = { resourceRules: [rule] }
const object = (kind: string, spec: JsonObject): JsonObject => ({
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind,
  metadata: { name: 'p' },
  spec,
})
const validating = (rest: JsonObject): JsonObject =>
  object('ValidatingAdmissionPolicy', { matchConstraints, validations: [{ expression: 'true' }], ...rest })
const mutating = (mutation: JsonObject, rest: JsonObject = {}): JsonObject =>
  object('MutatingAdmissionPolicy', {
    matchConstraints,
    reinvocationPolicy: 'Never',
    mutations: [mutation],
    ...rest,
  })
const binding = (rest: JsonObject): JsonObject =>
  object('ValidatingAdmissionPolicyBinding', { policyName: 'p', validationActions: ['Deny'], ...rest })
const rules = (rest: JsonObject): JsonObject => ({
  matchConstraints: { resourceRules: [{ ...rule, ...rest }] },
})
const audit = (rest: JsonObject): JsonObject =>
  validating({ auditAnnotations: [{ key: 'a', valueExpression: "'x'", ...rest }] })
const apply = { patchType: 'ApplyConfiguration', applyConfiguration: { expression: 'Object{}' } }

test.each<[what: string, broken: JsonObject, expected: string[], sound: JsonObject]>([
  ['constraints', validating({ matchConstraints: null }), ['Required spec.matchConstraints'], validating({})],
  [
    'no validations',
    validating({ validations: [] }),
    ['Required spec.validations', 'Required spec.auditAnnotations'],
    validating({ validations: [], auditAnnotations: [{ key: 'a', valueExpression: "'x'" }] }),
  ],
  [
    'an empty expression',
    validating({ validations: [{ expression: '' }] }),
    ['Required spec.validations[0].expression'],
    validating({ validations: [{ expression: 'object.a == 1 &&\nobject.b == 2' }] }),
  ],
  [
    'a message of two lines',
    validating({ validations: [{ expression: 'true', message: 'a\nb' }] }),
    ['Invalid spec.validations[0].message'],
    validating({ validations: [{ expression: 'true', message: 'a\n' }] }),
  ],
  [
    'a variable that CEL does not allow',
    validating({ variables: [{ name: 'a-b', expression: '1' }] }),
    ['Invalid spec.variables[0].name'],
    validating({ variables: [{ name: 'a_b', expression: '1' }] }),
  ],
  [
    'the kind of parameters',
    validating({ paramKind: { apiVersion: 'v1' } }),
    ['Required spec.paramKind.kind'],
    validating({ paramKind: { apiVersion: 'a.b/v1', kind: 'Foo' } }),
  ],
  ['the key of an annotation', audit({ key: 'a b' }), ['Invalid spec.auditAnnotations[0].key'], audit({})],
  [
    'a resource name twice',
    validating(rules({ resourceNames: ['a', 'a'] })),
    ['Duplicate spec.matchConstraints.resourceRules[0].resourceNames[1]'],
    validating(rules({ resourceNames: ['a', 'b'] })),
  ],
  [
    'a mutation of deletions',
    mutating(apply, rules({ operations: ['DELETE'] })),
    ['NotSupported spec.matchConstraints.resourceRules.operations'],
    validating(rules({ operations: ['DELETE'] })),
  ],
  [
    'a mutation of two types',
    mutating({ ...apply, jsonPatch: { expression: '[]' } }),
    ['Invalid spec.mutations[0].jsonPatch'],
    mutating(apply),
  ],
  [
    'a mutation without its patch',
    mutating({ patchType: 'JSONPatch' }),
    ['Required spec.mutations[0].jsonPatch'],
    mutating({ patchType: 'JSONPatch', jsonPatch: { expression: '[JSONPatch{}]' } }),
  ],
  [
    'no reinvocation policy',
    mutating(apply, { reinvocationPolicy: null }),
    ['Required spec.reinvocationPolicy'],
    mutating(apply, { reinvocationPolicy: 'IfNeeded' }),
  ],
  ['no policy', binding({ policyName: '' }), ['Required spec.policyName'], binding({})],
  [
    'Deny and Warn',
    binding({ validationActions: ['Deny', 'Warn'] }),
    ['Invalid spec.validationActions'],
    binding({ validationActions: ['Deny', 'Audit'] }),
  ],
  [
    'a name and a selector of parameters',
    binding({ paramRef: { name: 'x', selector: {}, parameterNotFoundAction: 'Deny' } }),
    ['Forbidden spec.paramRef.name', 'Forbidden spec.paramRef.selector'],
    binding({ paramRef: { selector: {}, parameterNotFoundAction: 'Deny' } }),
  ],
])('%s', (_what, broken, expected, sound) => {
  expect(causes(broken)).toEqual(expected)
  expect(causes(sound)).toEqual([])
})
