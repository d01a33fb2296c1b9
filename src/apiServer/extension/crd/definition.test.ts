import { expect, test } from 'vitest'
import type { JsonObject } from '../../../engine/model/json'
import { causes, warned } from '../testing/causes'

const version = (rest: JsonObject = {}): JsonObject => ({
  ...{ name: 'v1', served: true, storage: true },
  schema: { openAPIV3Schema: { type: 'object' } },
  ...rest,
})
const names = { plural: 'foos', kind: 'Foo' }
const definition = (spec: JsonObject, metadata: JsonObject = {}): JsonObject => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'foos.example.com', ...metadata },
  spec: { group: 'example.com', scope: 'Namespaced', names, versions: [version()], ...spec },
})
const of = (rest: JsonObject): JsonObject => definition({ versions: [version(rest)] })
const rootOf = (schema: JsonObject, rest: JsonObject = {}): JsonObject =>
  of({ schema: { openAPIV3Schema: { type: 'object', ...schema } }, ...rest })

test.each<[what: string, broken: JsonObject, expected: string[], sound: JsonObject]>([
  ['name', definition({}, { name: 'bars.example.com' }), ['Invalid metadata.name'], definition({})],
  ['scope', definition({ scope: '' }), ['Required spec.scope'], definition({ scope: 'Cluster' })],
  [
    'kind of lists',
    definition({ names: { ...names, listKind: 'Foo' } }),
    ['Invalid spec.names.listKind'],
    definition({ names: { ...names, kind: 'foo' } }),
  ],
  [
    'categories',
    definition({ names: { ...names, categories: ['All'] } }),
    ['Invalid spec.names.categories[0]'],
    definition({ names: { ...names, categories: ['all'] } }),
  ],
  [
    'no stored version',
    of({ storage: false }),
    ['Invalid spec.versions', 'Invalid status.storedVersions'],
    definition({ versions: [version(), version({ name: 'v2', storage: false })] }),
  ],
  [
    'the name of a version',
    of({ name: 'V1' }),
    ['Invalid spec.versions[0].name', 'Invalid spec.version'],
    of({ name: 'v1beta1' }),
  ],
  [
    'selectable fields of a version without a schema',
    of({ schema: {}, selectableFields: [{ jsonPath: '.spec.a' }] }),
    ['Required spec.versions[0].schema.openAPIV3Schema', 'Invalid spec.selectableFields'],
    of({ selectableFields: [] }),
  ],
  [
    'no spec',
    { ...definition({}), spec: null },
    [
      'Invalid metadata.name',
      'Required spec.group',
      'Required spec.scope',
      'Invalid spec.versions',
      'Invalid status.storedVersions',
      'Required spec.names.plural',
      'Required spec.names.singular',
      'Required spec.names.kind',
      'Required spec.names.listKind',
    ],
    definition({}),
  ],
  [
    'no schema of a version that is not served',
    definition({ versions: [version(), { name: 'v2', served: false, storage: false }] }),
    ['Required spec.versions[1].schema.openAPIV3Schema'],
    definition({ versions: [version(), version({ name: 'v2', served: false, storage: false })] }),
  ],
  ['no schema', of({ schema: {} }), ['Required spec.versions[0].schema.openAPIV3Schema'], of({})],
  [
    'a deprecation of nothing',
    of({ deprecationWarning: 'x' }),
    ['Invalid spec.versions[0].deprecationWarning'],
    of({ deprecated: true, deprecationWarning: 'x' }),
  ],
  [
    'a scale without paths',
    of({ subresources: { scale: {} } }),
    [
      'Required spec.subresources.scale.specReplicasPath',
      'Required spec.subresources.scale.statusReplicasPath',
    ],
    of({ subresources: { scale: { specReplicasPath: '.spec.a', statusReplicasPath: '.status.a' } } }),
  ],
  [
    'the path of a column',
    of({ additionalPrinterColumns: [{ name: 'A', type: 'string', jsonPath: 'spec' }] }),
    ['Invalid spec.additionalPrinterColumns[0].JSONPath'],
    of({ additionalPrinterColumns: [{ name: 'A', type: 'string', jsonPath: '.spec' }] }),
  ],
  [
    'a selectable field that is not there',
    rootOf({ properties: { a: { type: 'string' } } }, { selectableFields: [{ jsonPath: '.b' }] }),
    ['Invalid spec.selectableFields[0].jsonPath'],
    rootOf({ properties: { a: { type: 'string' } } }, { selectableFields: [{ jsonPath: '.a' }] }),
  ],
  [
    'a conversion without webhook',
    definition({ conversion: { strategy: 'Webhook' } }),
    ['Required spec.conversion.webhookClientConfig', 'Required spec.conversion.conversionReviewVersions'],
    definition({
      conversion: {
        strategy: 'Webhook',
        webhook: { conversionReviewVersions: ['v1'], clientConfig: { url: 'https://a' } },
      },
    }),
  ],
  [
    'a group of Kubernetes',
    definition({ group: 'foo.k8s.io' }, { name: 'foos.foo.k8s.io' }),
    ['Required metadata.annotations[api-approved.kubernetes.io]'],
    definition(
      { group: 'foo.k8s.io' },
      { name: 'foos.foo.k8s.io', annotations: { 'api-approved.kubernetes.io': 'unapproved' } },
    ),
  ],
  [
    'fields of the root beside a status',
    rootOf({ maxProperties: 1 }, { subresources: { status: {} } }),
    ['Invalid spec.validation.openAPIV3Schema'],
    rootOf({ maxProperties: 1 }),
  ],
  [
    'metadata that is described',
    rootOf({ properties: { metadata: { type: 'object', description: 'x' } } }),
    ['Forbidden spec.validation.openAPIV3Schema.properties[metadata]'],
    rootOf({ properties: { metadata: { type: 'object', properties: { name: { type: 'string' } } } } }),
  ],
])('definitions: %s', (_what, broken, expected, sound) => {
  expect(causes(broken)).toEqual(expected)
  expect(causes(sound)).toEqual([])
})

const property = (schema: JsonObject): JsonObject => rootOf({ properties: { a: schema } })
const list = (rest: JsonObject, items: JsonObject = { type: 'string' }): JsonObject => ({
  type: 'array',
  items,
  ...rest,
})
const rule = (rest: JsonObject): JsonObject => ({
  type: 'object',
  properties: { b: { type: 'string' } },
  'x-kubernetes-validations': [{ rule: 'true', ...rest }],
})
const mapped = (schema: JsonObject): JsonObject =>
  list({ 'x-kubernetes-list-type': 'map', 'x-kubernetes-list-map-keys': ['b'] }, schema)

test.each<[what: string, broken: JsonObject, expected: string[], sound: JsonObject]>([
  ['no type', {}, ['Required .type'], { 'x-kubernetes-preserve-unknown-fields': true }],
  ['an unknown type', { type: 'text' }, ['NotSupported .type'], { type: 'string' }],
  ['no items', { type: 'array' }, ['Required .items'], list({})],
  ['items in a list', { type: 'array', items: [{ type: 'string' }] }, ['Forbidden .items'], list({})],
  [
    'properties and others',
    { type: 'object', properties: { b: { type: 'string' } }, additionalProperties: { type: 'string' } },
    ['Forbidden .additionalProperties'],
    { type: 'object', additionalProperties: { type: 'string' } },
  ],
  ['unique items', list({ uniqueItems: true }), ['Forbidden .uniqueItems'], list({ uniqueItems: false })],
  [
    'a type in anyOf',
    { type: 'string', anyOf: [{ type: 'string' }] },
    ['Forbidden .anyOf[0].type'],
    { 'x-kubernetes-int-or-string': true, anyOf: [{ type: 'integer' }, { type: 'string' }] },
  ],
  [
    'additional fields in anyOf',
    { type: 'object', anyOf: [{ additionalProperties: true }] },
    ['Forbidden .anyOf[0].additionalProperties'],
    {
      'x-kubernetes-int-or-string': true,
      anyOf: [{ type: 'integer', additionalProperties: false, example: 1 }, { type: 'string' }],
    },
  ],
  [
    'a lookahead',
    { type: 'string', pattern: '(?!a)' },
    ['Invalid .pattern'],
    { type: 'string', pattern: '(?i)a' },
  ],
  [
    'a default with a field too many',
    { type: 'object', properties: { b: { type: 'string' } }, default: { c: 1 } },
    ['Invalid .default'],
    { type: 'object', properties: { b: { type: 'string' } }, default: { b: 'x' } },
  ],
  [
    'a default of another type',
    { type: 'integer', default: 'x' },
    ['TypeInvalid .default'],
    { 'x-kubernetes-int-or-string': true, default: 'x' },
  ],
  [
    'an embedded resource without properties',
    { type: 'object', 'x-kubernetes-embedded-resource': true },
    ['Required .properties'],
    {
      type: 'object',
      'x-kubernetes-embedded-resource': true,
      'x-kubernetes-preserve-unknown-fields': true,
    },
  ],
  [
    'a list type on an object',
    { type: 'object', 'x-kubernetes-list-type': 'set' },
    ['Invalid .type'],
    list({ 'x-kubernetes-list-type': 'set' }),
  ],
  [
    'a set of objects that are merged',
    list({ 'x-kubernetes-list-type': 'set' }, { type: 'object' }),
    ['Invalid .items.x-kubernetes-map-type'],
    list({ 'x-kubernetes-list-type': 'set' }, { type: 'object', 'x-kubernetes-map-type': 'atomic' }),
  ],
  [
    'a key that may be missing',
    mapped({ type: 'object', properties: { b: { type: 'string' } } }),
    ['Required .items.properties[b].default'],
    mapped({ type: 'object', properties: { b: { type: 'string' } }, required: ['b'] }),
  ],
  ['an empty rule', rule({ rule: '' }), ['Required .x-kubernetes-validations[0].rule'], rule({})],
  [
    'the path of a rule',
    rule({ fieldPath: '.c' }),
    ['Invalid .x-kubernetes-validations[0].fieldPath'],
    rule({ fieldPath: '.b' }),
  ],
])('schemas: %s', (_what, broken, expected, sound) => {
  const place = ' spec.validation.openAPIV3Schema.properties[a]'
  expect(causes(property(broken))).toEqual(expected.map((cause) => cause.replace(' ', place)))
  expect(causes(property(sound))).toEqual([])
})

test('schemas of versions that differ are named by version', () => {
  const other = version({ name: 'v2', storage: false, schema: { openAPIV3Schema: { type: 'string' } } })
  expect(causes(definition({ versions: [version(), other] }))).toEqual([
    'Invalid spec.versions[1].schema.openAPIV3Schema.type',
  ])
})

test('formats that the server does not know are warned of, since 1.34', () => {
  const object = property({ type: 'string', format: 'foo' })
  expect(warned(object)).toEqual(['spec.validation.openAPIV3Schema.properties[a].format'])
  expect(warned(object, 33)).toEqual([])
  expect(warned(property({ type: 'integer', format: 'int32' }))).toEqual([])
})
