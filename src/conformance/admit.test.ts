import { expect, test } from 'vitest'
import { catalog } from '../schemas'
import { admit } from './admit'

const answers = (text: string, kubernetesVersion = '1.36'): readonly string[] =>
  admit(text, { kubernetesVersion }, catalog).map(({ kind, name, verdict, causes }) =>
    [kind, name, verdict, ...causes.map(({ field }) => field)].filter((word) => word !== '').join(' '),
  )

const document = (kind: string, metadata: string, rest = ''): string =>
  `apiVersion: v1\nkind: ${kind}\nmetadata: ${metadata}\n${rest}`

const list = (...items: readonly string[]): string =>
  `apiVersion: v1\nkind: List\nitems:\n${items.map((item) => `- ${item}\n`).join('')}`

test.each<[what: string, text: string, answers: readonly string[]]>([
  [
    'each document has its own answer',
    `${document('ConfigMap', '{name: a}')}---\n${document('Secret', '{name: B}')}`,
    ['ConfigMap a accepted', 'Secret B refused metadata.name'],
  ],
  [
    // A dry run writes nothing, so that the second one is new as well.
    'the same object twice',
    `${document('ConfigMap', '{name: a}')}---\n${document('ConfigMap', '{name: a}')}`,
    ['ConfigMap a accepted', 'ConfigMap a accepted'],
  ],
  [
    'the items of a list of several kinds',
    list(
      '{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}',
      '{apiVersion: v1, kind: Secret, metadata: {name: B}}',
      '{apiVersion: example.com/v1, kind: Foo, metadata: {name: x}}',
    ),
    ['ConfigMap a accepted', 'Secret B refused metadata.name', 'Foo x skipped'],
  ],
  [
    'the items of a list of one kind, which they need not say',
    'apiVersion: v1\nkind: ConfigMapList\nitems:\n- metadata: {name: a}\n- metadata: {name: B}\n',
    ['ConfigMap a accepted', 'ConfigMap B refused metadata.name'],
  ],
  [
    'another kind in such a list',
    'apiVersion: apps/v1\nkind: DeploymentList\nitems:\n- {apiVersion: v1, kind: Secret, metadata: {name: B}}\n',
    ['Secret B refused metadata.name'],
  ],
  ['an empty list', 'apiVersion: v1\nkind: List\nitems: []\n', []],
  ['a generated name', document('ConfigMap', '{generateName: a-}'), ['ConfigMap accepted']],
  [
    'a generated name that will not be one',
    document('ConfigMap', '{generateName: A_}'),
    ['ConfigMap refused metadata.generateName metadata.name'],
  ],
  ['no name', document('ConfigMap', '{}'), ['ConfigMap refused metadata.name']],
  ['null for metadata', document('ConfigMap', ''), ['ConfigMap refused metadata.name']],
  ['a list for metadata', document('ConfigMap', '[]'), ['ConfigMap refused']],
  ['the last of two values', document('ConfigMap', '{name: B, name: a}'), ['ConfigMap a accepted']],
  [
    'the last of two values, which is wrong',
    document('ConfigMap', '{name: a, name: B}'),
    ['ConfigMap B refused metadata.name'],
  ],
  ['a kind in lower case', document('configmap', '{name: a}'), ['configmap a skipped']],
  ['no kind', 'metadata: {name: a}\n', ['a skipped']],
  ['no apiVersion', 'kind: ConfigMap\nmetadata: {name: a}\n', ['ConfigMap a skipped']],
  [
    'an API that is no longer served',
    'apiVersion: batch/v1beta1\nkind: CronJob\nmetadata: {name: a}\n',
    ['CronJob a skipped'],
  ],
  [
    'a custom resource, also when its definition is there',
    `${definition({})}---\napiVersion: example.com/v1\nkind: Foo\nmetadata: {name: x}\nspec: 1\n`,
    ['CustomResourceDefinition foos.example.com accepted', 'Foo x skipped'],
  ],
  ['a kind that can only be read', document('ComponentStatus', '{name: a}'), ['ComponentStatus a refused']],
  [
    'documents that hold no object',
    `a word\n---\n- 1\n---\n${document('ConfigMap', '{name: a}')}`,
    ['ConfigMap a accepted'],
  ],
])('%s', (_, text, expected) => {
  expect(answers(text)).toEqual(expected)
})

/** A definition of the kind Foo whose spec has a schema. */
function definition(spec: object, version: object = {}): string {
  const openAPIV3Schema = { type: 'object', properties: { spec: { type: 'object', ...spec } } }
  return `${JSON.stringify({
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'foos.example.com' },
    spec: {
      group: 'example.com',
      scope: 'Namespaced',
      names: { plural: 'foos', kind: 'Foo' },
      versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema }, ...version }],
    },
  })}\n`
}

test('a kind is skipped in the versions that do not serve it', () => {
  const deviceClass = 'apiVersion: resource.k8s.io/v1\nkind: DeviceClass\nmetadata: {name: a}\nspec: {}\n'
  expect(answers(deviceClass, '1.33')).toEqual(['DeviceClass a skipped'])
  expect(answers(deviceClass, '1.34')).toEqual(['DeviceClass a accepted'])
})

const pod = (rest: string, metadata = '{name: a}'): string =>
  document('Pod', metadata, `spec: {containers: [{name: a, image: b}]${rest}\n`)

// Each was decoded by the API server’s own code, in its strict mode.
test.each<[what: string, text: string, isDecoded: boolean]>([
  ['a status with fields of the kind', pod('}\nstatus: {phase: Running, conditions: []}'), true],
  ['a status without required fields', pod('}\nstatus: {conditions: [{}]}'), true],
  ['null for a status', pod('}\nstatus:'), true],
  ['an unknown field in a status', pod('}\nstatus: {phase: Running, foo: 1}'), false],
  ['a wrong type in a status', pod('}\nstatus: {phase: 1}'), false],
  ['text for a status', pod('}\nstatus: Running'), false],
  ['a status of a kind without one', document('ConfigMap', '{name: a}', 'status: {}'), false],
  ['no creation time', pod('}', '{name: a, creationTimestamp: null}'), true],
  ['an empty creation time', pod('}', '{name: a, creationTimestamp: ""}'), false],
  [
    'a creation time without its zone',
    pod('}', '{name: a, creationTimestamp: "2020-01-01T00:00:00"}'),
    false,
  ],
  ['a whole number with a point', pod(', terminationGracePeriodSeconds: 2.0}'), true],
  ['a fraction for a whole number', pod(', terminationGracePeriodSeconds: 2.5}'), false],
  ['a quoted number', pod(', terminationGracePeriodSeconds: "2"}'), false],
  ['null for an item of a list', document('Secret', '{name: a, finalizers: [null]}'), true],
  ['a number for an item of a list', document('Secret', '{name: a, finalizers: [1]}'), false],
  ['base64 without padding', document('Secret', '{name: a}', 'data: {a: YQ}'), false],
  ['base64 with a line break', document('Secret', '{name: a}', 'data: {a: "YQ==\\n"}'), true],
  [
    'items of a schema that are a word',
    definition({ properties: { a: { type: 'array', items: 'x' } } }),
    true,
  ],
  [
    'an unknown field in items of a schema',
    definition({ properties: { a: { type: 'array', items: { type: 'string', foo: 1 } } } }),
    true,
  ],
  [
    'a wrong type in items of a schema',
    definition({ properties: { a: { type: 'array', items: { type: 1 } } } }),
    false,
  ],
  [
    'a wrong type in one of several items of a schema',
    definition({ properties: { a: { type: 'array', items: [{ type: 1 }] } } }),
    false,
  ],
  ['a word for additionalProperties', definition({ additionalProperties: 'x' }), false],
  [
    'a wrong type in additionalProperties',
    definition({ allOf: [{ additionalProperties: { type: 1 } }] }),
    false,
  ],
  ['an empty subresource', definition({}, { subresources: { status: {} } }), true],
  ['a subresource with a field', definition({}, { subresources: { status: { a: 1 } } }), false],
  ['true for a subresource', definition({}, { subresources: { status: true } }), false],
  ['true for additionalProperties', definition({ not: { additionalProperties: true } }), true],
])('%s is decoded or not', (_, text, isDecoded) => {
  const [row] = admit(text, { kubernetesVersion: '1.36' }, catalog)
  const isRefusedUnread = row?.verdict === 'refused' && row.causes.length === 0
  expect(!isRefusedUnread).toBe(isDecoded)
})

const claims = (claim: object): string =>
  JSON.stringify({
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'a' },
    spec: { volumeClaimTemplates: [claim] },
  })

test.each([
  [{ kind: 'a', apiVersion: 'b' }, true],
  [{ status: { phase: 'Pending' } }, true],
  [{ status: { foo: 1 } }, false],
])('a claim template %j is decoded or not', (claim, isDecoded) => {
  const [row] = admit(claims(claim), { kubernetesVersion: '1.36' }, catalog)
  expect(row?.verdict).toBe('refused')
  expect((row?.causes.length ?? 0) > 0).toBe(isDecoded)
})

const int32 = (maxSurge: string) =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec:\n  strategy: {rollingUpdate: {maxSurge: ${maxSurge}}}\n  selector: {matchLabels: {a: b}}\n  template:\n    metadata: {labels: {a: b}}\n    spec: {containers: [{name: a, image: b}]}\n`

test.each([
  ['2147483647', 'accepted'],
  ['2147483648', 'refused'],
  ['10%', 'accepted'],
  ['"1"', 'refused spec.strategy.rollingUpdate.maxSurge'],
  ['1.5', 'refused'],
])('an integer or text %s', (maxSurge, answer) => {
  expect(answers(int32(maxSurge))).toEqual([`Deployment a ${answer}`])
})

test('with a refusal come only the warnings from before the object was validated', () => {
  const key = 'container.apparmor.security.beta.kubernetes.io/a'
  const owner = '{apiVersion: v1, kind: ConfigMap, name: o, uid: u}'
  const text = (name: string) =>
    pod(
      ', hostAliases: [{ip: 10.0.0.1}, {ip: 10.0.0.1}]}',
      `{name: ${name}, annotations: {${key}: unconfined}, ownerReferences: [${owner}, ${owner}]}`,
    )
  const warned = (name: string) =>
    admit(text(name), { kubernetesVersion: '1.36' }, catalog).flatMap(({ verdict, warnings }) => [
      verdict,
      ...warnings.map(({ field }) => field),
    ])
  const early = ['metadata.ownerReferences', `metadata.annotations[${key}]`]
  expect(warned('B').toSorted()).toEqual(['refused', ...early].toSorted())
  expect(warned('a')).toEqual(expect.arrayContaining(['accepted', ...early]))
  expect(warned('a').length).toBeGreaterThan(warned('B').length)
})
