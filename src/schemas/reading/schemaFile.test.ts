import { describe, expect, test } from 'vitest'
import type { Json } from '../../engine/model/json'
import { validate } from '../../engine/schema/validate'
import { valueOf } from './jsonData'
import { jsonErrorOffset } from './jsonErrorOffset'
import { looksLikeSchema, readSchemaFile } from './schemaFile'

const definition = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: widgets.example.com}
spec:
  group: example.com
  names: {kind: Widget}
  versions:
    - {name: v1, served: true, schema: {openAPIV3Schema: {type: object}}}
    - {name: v0, served: false}
`

test('the definitions in a manifest are schemas of the versions that they serve', () => {
  const { schemas, error } = readSchemaFile('crds.yaml', `# A comment\n${definition}---\nkind: Pod\n`)
  expect(error).toBeUndefined()
  expect(schemas.map(({ title, nulls }) => ({ title, nulls }))).toEqual([
    { title: 'Widget · example.com/v1', nulls: 'absent' },
  ])
  expect(schemas[0]?.matches('example.com/v1', 'Widget')).toBe(true)
  expect(schemas[0]?.matches('example.com/v0', 'Widget')).toBe(false)
  expect(readSchemaFile('crds.yaml', definition.replace('served: true', 'served: false'))).toEqual({
    schemas: [],
    error: 'No version in the CustomResourceDefinitions of the file is served.',
  })
})

const text = (json: unknown): string => JSON.stringify(json)
const bare = { type: 'object' }
const groupVersionKind = 'x-kubernetes-group-version-kind'
const declared = (group: string, version: string, kind: string) => ({
  ...bare,
  [groupVersionKind]: [{ group, version, kind }],
})
const fixed = (fields: object) => ({ ...bare, properties: fields })

type KindRow = readonly [
  name: string,
  schema: object,
  titles: readonly string[],
  matching: readonly string[],
  others: readonly string[],
]

const kinds: readonly KindRow[] = [
  // Kinds from the OpenAPI extension.
  [
    'x.json',
    declared('a.io', 'v1', 'Foo'),
    ['Foo · a.io/v1'],
    ['a.io/v1 Foo'],
    ['a.io/v1 foo', 'v1 Foo', 'a.io/v2 Foo'],
  ],
  ['x.json', declared('', 'v1', 'Foo'), ['Foo · v1'], ['v1 Foo'], ['a.io/v1 Foo']],
  ['x.json', { ...bare, [groupVersionKind]: { version: 'v1', kind: 'Foo' } }, ['Foo · v1'], ['v1 Foo'], []],
  ['bar_v2.json', declared('a.io', 'v1', 'Foo'), ['Foo · a.io/v1'], ['a.io/v1 Foo'], ['a.io/v2 Bar']],
  // Kinds from the values that the schema allows.
  [
    'x.json',
    fixed({ apiVersion: { enum: ['a.io/v1', 'a.io/v2'] }, kind: { enum: ['Foo'] } }),
    ['Foo · a.io/v1', 'Foo · a.io/v2'],
    ['a.io/v1 Foo', 'a.io/v2 Foo'],
    ['a.io/v3 Foo', 'a.io/v1 foo'],
  ],
  [
    'x.json',
    fixed({ apiVersion: { const: 'v1' }, kind: { const: 'Foo' } }),
    ['Foo · v1'],
    ['v1 Foo'],
    ['v2 Foo'],
  ],
  ['x.json', fixed({ kind: { const: 'Foo' } }), ['Foo · any version'], ['v1 Foo', 'a.io/v2 Foo'], ['v1 Bar']],
  ['foo_v1.json', fixed({ kind: { const: 'Foo' } }), ['Foo · v1'], ['a.io/v1 Foo'], ['a.io/v2 Foo']],
  // Kinds from the file name.
  [
    'certificate_v1.json',
    bare,
    ['certificate · v1'],
    ['v1 Certificate', 'a.io/v1 CERTIFICATE'],
    ['a.io/v2 Certificate'],
  ],
  [
    'cert-manager.io/certificate_v1.json',
    bare,
    ['certificate · cert-manager.io/v1'],
    ['cert-manager.io/v1 Certificate'],
    ['a.io/v1 Certificate', 'v1 Certificate', 'cert-manager.io/v2 Certificate'],
  ],
  [
    'deployment-apps-v1.json',
    bare,
    ['deployment · apps/v1'],
    ['apps/v1 Deployment', 'apps.example.com/v1 Deployment'],
    ['v1 Deployment', 'apps/v1beta1 Deployment'],
  ],
  [
    'ingress-networking-v1beta1.json',
    bare,
    ['ingress · networking/v1beta1'],
    ['networking.k8s.io/v1beta1 Ingress'],
    [],
  ],
  ['pod-v1.json', bare, ['pod · v1'], ['v1 Pod'], ['v2 Pod', 'v1 Pods']],
  ['widget.json', bare, ['widget · any version'], ['a.io/v1 Widget', 'v1 widget'], ['v1 Gadget']],
  ['Widget.schema.json', bare, ['widget · any version'], ['a.io/v1 Widget'], []],
  ['schemas/widget.json', bare, ['widget · any version'], ['a.io/v1 Widget'], []],
]

test.each(kinds)('%s %j', (name, schema, titles, matching, others) => {
  const { schemas, error } = readSchemaFile(name, text(schema))
  const matches = (object: string) => {
    const [apiVersion = '', kind = ''] = object.split(' ')
    return schemas.some((one) => one.matches(apiVersion, kind))
  }
  expect(error).toBeUndefined()
  expect(schemas.map(({ title }) => title)).toEqual(titles)
  expect(matching.filter(matches)).toEqual(matching)
  expect(others.filter(matches)).toEqual([])
})

describe('a file with many schemas', () => {
  const reference = (to: string, at = '#/definitions/') => ({ $ref: `${at}${to}` })
  const document = (at: string) => ({
    foo: {
      ...declared('a.io', 'v1', 'Foo'),
      properties: {
        part: reference('part', at),
        meta: { allOf: [reference('part', at)], description: 'Words.' },
      },
    },
    bar: declared('', 'v1', 'Bar'),
    part: { ...bare, properties: { size: { type: 'integer' }, part: reference('part', at) } },
  })

  test.each([
    ['definitions', { definitions: document('#/definitions/') }],
    ['$defs', { $defs: document('#/$defs/') }],
    ['components', { openapi: '3.0.0', components: { schemas: document('#/components/schemas/') } }],
    ['swagger', { swagger: '2.0', definitions: document('#/definitions/') }],
  ])('%s', (_, source) => {
    const { schemas } = readSchemaFile('x.json', text(source))
    expect(schemas.map(({ title }) => title)).toEqual(['Foo · a.io/v1', 'Bar · v1'])
    const schema = schemas[0]?.schema ?? {}
    const found = (value: Json) =>
      validate(valueOf(value), { schema, origin: 'file', nulls: 'value' }, true).map(
        ({ kind, path }) => `${kind} ${path.join('/')}`,
      )
    expect(found({ part: { size: 1, part: { size: null } }, meta: {} })).toEqual([])
    expect(found({ part: { part: { size: 'x' } }, meta: { more: 1 }, other: 1 })).toEqual([
      'type part/part/size',
      'unknown meta/more',
      'unknown other',
    ])
  })

  test('a schema with its own definitions is one schema', () => {
    const source = { ...bare, definitions: { foo: declared('a.io', 'v1', 'Foo') } }
    expect(readSchemaFile('widget.json', text(source)).schemas).toHaveLength(1)
  })

  test('circular references', () => {
    const definitions = {
      foo: { ...declared('', 'v1', 'Foo'), ...reference('foo') },
      bar: declared('', 'v1', 'Bar'),
    }
    const { schemas } = readSchemaFile('x.json', text({ definitions }))
    const [schema = {}] = schemas.map((one) => one.schema)
    expect(validate(valueOf({ a: 1 }), { schema, origin: 'file', nulls: 'value' }, true)).toMatchObject([
      { keyword: 'cycle', path: [] },
    ])
  })
})

test.each<readonly [string, string]>([
  ['', 'The file is not valid JSON: unexpected end of file.'],
  ['{\n"type": "object",\n}', 'The file is not valid JSON: syntax error in line 3.'],
  ['{"type": "object"', 'The file is not valid JSON: unexpected end of file.'],
  ['kind: Pod\n', 'The file is not valid JSON: syntax error in line 1.'],
  ['<html>', 'The file is not valid JSON: syntax error in line 1.'],
  ['[]', 'The schema must be an object, but is [].'],
  ['5', 'The schema must be an object, but is 5.'],
  ['{}', 'The file is not a JSON Schema.'],
  [text({ apiVersion: 'v1', kind: 'Pod' }), 'The file is a manifest, not a JSON Schema.'],
  [
    text({ properties: { spec: { properties: { a: { pattern: '(?=a)' } } } } }),
    '/properties/spec/properties/a/pattern must be a Go regular expression, but is "(?=a)".',
  ],
  [text({ ...bare, $ref: '#/x' }), '/$ref refers to #/x, which is not in the file.'],
  [
    text({ openapi: '3.0.0', components: { schemas: {} } }),
    'None of the schemas in the file says which kind it is for.',
  ],
])('a file that cannot be used: %j', (source, error) => {
  expect(readSchemaFile('widget.json', source)).toEqual({ schemas: [], error })
})

test('a file without a kind', () => {
  const error =
    'Neither the schema nor the file name says which kind it is for. Use a file name like certificate_v1.json.'
  expect(readSchemaFile('my-own-schema.json', text(bare))).toEqual({ schemas: [], error })
})

test('a byte order mark is ignored', () => {
  expect(readSchemaFile('widget.json', `\uFEFF${text(bare)}`).schemas).toHaveLength(1)
})

test.each<readonly [string, boolean]>([
  [text({ $schema: 'http://json-schema.org/draft-07/schema#' }), true],
  [text({ $schema: 'x', apiVersion: 'v1', kind: 'Pod' }), true],
  [text({ type: 'object' }), true],
  [text({ properties: {} }), true],
  [text({ definitions: {} }), true],
  [text({ components: {} }), true],
  [text({ apiVersion: 'v1', kind: 'Secret', type: 'Opaque' }), false],
  [text({ type: 'Opaque', kind: 'Secret' }), true],
  [text({ items: [] }), false],
  [text([{ type: 'object' }]), false],
  ['type: object', false],
  ['', false],
  ['null', false],
])('%s looks like a schema: %s', (source, looks) => {
  expect(looksLikeSchema(source)).toBe(looks)
})

test.each([
  ['{"a": [1, -2.5e3, true, null, "x\\u00e9\\n"], "b": {}}', undefined],
  ['{"a" 1}', 5],
  ['{"a": 1 "b": 2}', 8],
  ['{"a": 01}', 6],
  ['{"a": 1.}', 6],
  ['[1,]', 3],
  ['[,]', 1],
  ['{,}', 1],
  ['{"a":}', 5],
  ["{'a': 1}", 1],
  ['{"a": "\n"}', 6],
  ['{"a": "\\x"}', 6],
  ['{"a": nul}', 6],
  ['[1}', 2],
  ['{} {}', 3],
])('the first JSON error of %j is at %s', (source, offset) => {
  expect(jsonErrorOffset(source)).toBe(offset ?? source.length)
})
