import { expect, test } from 'vitest'
import { builtInTypes } from './builtInTypes'
import { checkCustomApi } from './checkCustomApi'
import { customApi } from './customApi'
import type { Definition, Property, Shape } from './definition'
import type { JsonSchema } from './jsonSchema'
import { packCustomDocs } from './packCustomDocs'
import { packCustomGroup } from './packCustomGroup'

const fields = (entries: Readonly<Record<string, JsonSchema>>) => new Map(Object.entries(entries))
const object = (entries: Readonly<Record<string, JsonSchema>>, rest: JsonSchema = {}): JsonSchema => ({
  type: 'object',
  properties: fields(entries),
  ...rest,
})
const text: JsonSchema = { type: 'string' }
const kind = (name: string, entries: Readonly<Record<string, JsonSchema>>, rest?: JsonSchema): JsonSchema =>
  object(
    { apiVersion: { ...text, enum: ['example.io/v1'] }, kind: { ...text, enum: [name] }, ...entries },
    rest,
  )

const property = (shape: Shape): Property => ({ shape, description: 'Of the API.' })
const builtIn = builtInTypes(
  new Map<string, Definition>([
    [
      'io.k8s.api.core.v1.Container',
      {
        kinds: [],
        required: ['name'],
        properties: new Map([
          ['name', property({ is: 'string' })],
          ['limits', property({ is: 'map', of: { is: 'quantity' } })],
          ['env', property({ is: 'list', of: { is: 'reference', to: 'io.k8s.api.core.v1.EnvVar' } })],
        ]),
      },
    ],
    ['io.k8s.api.core.v1.EnvVar', { kinds: [], required: [], properties: new Map() }],
  ]),
)
const shared = new Map<string, JsonSchema>([['IoK8sApiextensionsApiserverPkgApisApiextensionsV1JSON', {}]])

const quantity = '^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE])$'
const intOrString = { anyOf: [{ type: 'integer' }, text] }

const spec: Readonly<Record<string, readonly [schema: JsonSchema, packed: unknown]>> = {
  size: [{ ref: 'IoK8sApimachineryPkgApiResourceQuantity' }, 'Q'],
  port: [{ nullable: true, allOf: [{ ref: 'IoK8sApimachineryPkgUtilIntstrIntOrString' }] }, 'S'],
  since: [{ ref: 'IoK8sApimachineryPkgApisMetaV1Time' }, 'T'],
  raw: [{ ref: 'IoK8sApiextensionsApiserverPkgApisApiextensionsV1JSON' }, '*'],
  share: [intOrString, 'S'],
  amount: [{ ...intOrString, pattern: quantity }, 'Q'],
  percent: [
    { ...intOrString, pattern: '^1' },
    { t: 'S', pattern: '^1' },
  ],
  containers: [{ type: 'array', items: { ref: 'IoK8sApiCoreV1Container' } }, '[#core.v1.Container'],
  open: [{ type: 'object' }, 'o'],
  labels: [{ type: 'object', values: text }, '{s'],
  mode: [{ type: 'string', allOf: [{ ref: 'Mode' }] }, 'eOn|Off'],
  short: [
    { type: 'string', limits: { maxLength: 5, minLength: 1 }, allOf: [{ ref: 'Short' }] },
    { t: 's', maxLength: 3, minLength: 1 },
  ],
  pipe: [
    { type: 'string', enum: ['a|b'] },
    { t: 's', enum: ['a|b'] },
  ],
  one: [
    object({ a: text }, { oneOf: [{ required: ['a'] }, { properties: fields({ b: text }) }] }),
    { p: { a: 's' }, oneOf: [{ r: ['a'] }, { t: '*', p: { b: 's' } }] },
  ],
  embeds: [
    { ref: 'Embeds' },
    { p: { env: '[#core.v1.EnvVar', extra: 's', limits: '{Q', name: 's' }, r: ['extra', 'name'] },
  ],
  needs: [
    object(
      { a: { type: 'boolean', nullable: true }, b: { type: 'boolean', nullable: true } },
      { required: ['a'] },
    ),
    { p: { a: { t: 'b', nullable: true }, b: 'b' }, r: ['a'] },
  ],
  // Two patterns cannot be merged.
  both: [
    { type: 'string', pattern: '^a', allOf: [{ ref: 'EndsWithB' }] },
    { t: 's', pattern: '^a', allOf: [{ t: 's', pattern: 'b$' }] },
  ],
}

const packages = new Map([
  [
    'example',
    new Map<string, JsonSchema>([
      [
        'Thing',
        kind(
          'Thing',
          {
            metadata: object({}),
            spec: object(Object.fromEntries(Object.entries(spec).map(([name, [schema]]) => [name, schema]))),
            status: object({ ready: text }),
          },
          { required: ['apiVersion', 'kind', 'spec', 'status'], description: 'A thing.' },
        ),
      ],
      ['Mode', { type: 'string', enum: ['On', 'Off'] }],
      ['Short', { type: 'string', limits: { maxLength: 3 } }],
      ['EndsWithB', { type: 'string', pattern: 'b$' }],
      [
        'Embeds',
        object({ extra: text }, { required: ['extra'], allOf: [{ ref: 'IoK8sApiCoreV1Container' }] }),
      ],
      ['ThingList', kind('ThingList', { items: { type: 'array', items: { ref: 'Thing' } } })],
    ]),
  ],
  [
    'more',
    new Map<string, JsonSchema>([
      // Refers to another package and to itself.
      ['Tree', kind('Tree', { spec: { ref: 'Node' }, again: { ref: 'Node' }, mode: { ref: 'Mode' } })],
      ['Node', object({ next: { type: 'array', items: { ref: 'Node' } } }, { description: 'A node.' })],
    ]),
  ],
])

const api = customApi(packages, shared, builtIn)
const group = packCustomGroup('example.io', api)

test.each(Object.entries(spec).map(([name, [, packed]]) => [name, packed]))(
  'the field %s',
  (name, packed) => {
    expect(group.kinds['v1/Thing']).toMatchObject({ p: { spec: { p: { [String(name)]: packed } } } })
  },
)

test('the kinds of all packages, without lists, status and the fields of every object', () => {
  expect(api.kinds.map((entry) => [entry.apiVersion, entry.kind, entry.package])).toEqual([
    ['example.io/v1', 'Thing', 'example'],
    ['example.io/v1', 'Tree', 'more'],
  ])
  expect(group.kinds['v1/Thing']).toMatchObject({ p: { status: '*' }, r: ['spec'] })
  expect(group.kinds['v1/Tree']).toEqual({ p: { again: '0', mode: 'eOn|Off', spec: '0' } })
  expect(group.pool).toEqual([{ p: { next: '[0' } }])
})

test('descriptions are packed by field, and API types refer to their own', () => {
  const docs = packCustomDocs('example.io', api)
  expect(docs.texts).toEqual(['A thing.', 'Of the API.', 'A node.'])
  expect(docs.kinds['v1/Thing']).toEqual([
    0,
    {
      spec: [
        -1,
        {
          containers: [-1, '#core.v1.Container'],
          embeds: [-1, { name: 1, limits: 1, env: [1, '#core.v1.EnvVar'] }],
        },
      ],
    },
  ])
  expect(docs.kinds['v1/Tree']).toEqual([-1, { spec: [2, '0'], again: [2, '0'] }])
  expect(docs.pool).toEqual([{ next: [-1, '0'] }])
})

test('a reference to a missing schema throws', () => {
  const broken = new Map([['broken', new Map([['Thing', kind('Thing', { spec: { ref: 'Gone' } })]])]])
  expect(() => customApi(broken, shared, builtIn)).toThrow('The package broken refers to Gone')
})

test('the check names each difference', () => {
  expect(checkCustomApi(api, builtIn)).toEqual(
    expect.arrayContaining([
      'cert-manager: found 0 kinds, expected 11',
      'example: customPackages.ts has no row for this package, found the counts 1, 1, 27, 3, 7',
      'cert-manager.io/v1/Certificate spec is missing, expected object of 23 fields; requires issuerRef, secretName',
    ]),
  )
  const definitions = new Map([['example/A', object({ a: { ref: '#core.v1.Gone' } }, { required: ['b'] })]])
  const [thing] = api.kinds
  expect(checkCustomApi({ kinds: thing ? [thing, thing] : [], definitions }, builtIn)).toEqual(
    expect.arrayContaining([
      'example.io/v1/Thing is in more than one package',
      'example/A refers to #core.v1.Gone, which does not exist',
      'example/A requires the unknown field b',
    ]),
  )
})
