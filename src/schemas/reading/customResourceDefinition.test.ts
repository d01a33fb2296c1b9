import { expect, test } from 'vitest'
import { catalog } from '..'
import { readDocument } from '../../engine/yaml/readDocument'
import { createEngine } from '../../engine/report/engine'
import { defaultSettings } from '../../engine/model/settings'
import { schema as schemaSource } from '../../rules/schema'
import { syntax } from '../../rules/syntax'
import { readCustomResourceDefinition, readers } from '.'

const engine = createEngine({ sources: [syntax, schemaSource], schemas: catalog, readers })

const indented = (text: string, by: number): string => text.replaceAll('\n', `\n${' '.repeat(by)}`)

/** A definition with one version, v1, whose objects have this schema. */
const withSchema = (schema: string): string =>
  versions(`- name: v1
  served: true
  storage: true
  schema:
    openAPIV3Schema:
      ${indented(schema, 6)}`)

const head = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: widgets.example.com
spec:
  group: example.com
  scope: Namespaced
  names: { kind: Widget, plural: widgets }`

const versions = (list: string): string => `${head}
  versions:
    ${indented(list, 4)}
`

const betaDefinition = (rest: string): string => `${head.replace('k8s.io/v1', 'k8s.io/v1beta1')}
  ${indented(rest, 2)}
`

const widget = (rest: string, version = 'v1'): string => `apiVersion: example.com/${version}
kind: Widget
metadata:
  name: one
${rest}
`

/** The messages about the last document. */
function messages(...documents: readonly string[]): readonly string[] {
  const { findings } = engine.evaluate(documents.join('---\n'), defaultSettings)
  return findings.filter(({ document }) => document === documents.length - 1).map(({ message }) => message)
}

type Row = readonly [what: string, definition: string, resource: string, messages: readonly string[]]

const shared = `validation:
  openAPIV3Schema:
    type: object
    properties:
      spec: { type: object, properties: { size: { type: integer } } }`

const sized = (version: string, type: string, served = true): string => `- name: ${version}
  served: ${served}
  schema:
    openAPIV3Schema:
      type: object
      properties:
        spec: { type: object, properties: { size: { type: ${type} } } }`

const objects: readonly Row[] = [
  [
    'apiVersion, kind and metadata need no schema',
    withSchema(`{ type: object, properties: { spec: { type: object } } }`),
    widget('spec: {}\nmore: 1'),
    ['Widget one has an unknown field more.'],
  ],
  [
    'metadata is ObjectMeta',
    withSchema('type: object'),
    widget('').replace('name: one', 'name: one\n  label: x'),
    ['Widget one has an unknown field metadata.label; did you mean labels?'],
  ],
  [
    'validation of metadata',
    withSchema(
      `{ type: object, properties: { metadata: { type: object, properties: { name: { type: string, maxLength: 2 } } } } }`,
    ),
    widget(''),
    ['metadata.name must be text of at most 2 characters, but has 3 characters.'],
  ],
  [
    'a required field of the root',
    withSchema(`{ type: object, required: [spec], properties: { spec: { type: object } } }`),
    widget(''),
    ['Widget one has no spec, which is required.'],
  ],
  [
    'the first of two versions',
    versions(`${sized('v1', 'integer')}\n${sized('v2', 'string')}`),
    widget('spec: { size: x }'),
    ['spec.size must be a whole number, but "x" is text.'],
  ],
  [
    'the second of two versions',
    versions(`${sized('v1', 'integer')}\n${sized('v2', 'string')}`),
    widget('spec: { size: 1 }', 'v2'),
    ['spec.size must be text, but 1 is a number.'],
  ],
  [
    'a version that does not exist',
    versions(sized('v1', 'integer')),
    widget('spec: { size: 1 }', 'v3'),
    ['Widget is not served in example.com/v3: its CustomResourceDefinition has no such version.'],
  ],
  [
    'a version that is not served',
    versions(`${sized('v1', 'integer', false)}\n${sized('v2', 'string')}`),
    widget('spec: { size: 1 }'),
    [
      'Widget is not served in example.com/v1: its CustomResourceDefinition marks this version as not served.',
    ],
  ],
  [
    'v1beta1 keeps unknown fields',
    betaDefinition(`version: v1\n${shared}`),
    widget('spec: { other: 1, size: x }'),
    ['spec.size must be a whole number, but "x" is text.'],
  ],
  [
    'v1beta1 with preserveUnknownFields: false',
    betaDefinition(`preserveUnknownFields: false\nversion: v1\n${shared}`),
    widget('spec: { other: 1 }'),
    ['Widget one has an unknown field spec.other.'],
  ],
  [
    'v1beta1 with versions and one schema',
    betaDefinition(`preserveUnknownFields: false\nversions: [{ name: v1 }, { name: v2 }]\n${shared}`),
    widget('spec: { size: x }', 'v2'),
    ['spec.size must be a whole number, but "x" is text.'],
  ],
  [
    'v1beta1 with a schema for each version',
    betaDefinition(`preserveUnknownFields: false\nversions:\n  ${indented(sized('v2', 'string'), 2)}`),
    widget('spec: { size: 1 }', 'v2'),
    ['spec.size must be text, but 1 is a number.'],
  ],
  ['no schema', versions('- name: v1'), widget('anything: [1]'), []],
  [
    'a schema that is not an object',
    versions('- { name: v1, schema: { openAPIV3Schema: [1] } }'),
    widget('anything: [1]'),
    [],
  ],
  ['no versions', versions('nothing'), widget('spec: 1'), []],
  [
    'another kind of that name',
    versions(sized('v1', 'integer')).replace('apiextensions', 'other'),
    widget('spec: { size: x }'),
    [],
  ],
]

test.each(objects)('%s', (_, definitionText, resource, expected) => {
  expect(messages(definitionText, resource)).toEqual(expected)
})

const read = (text: string) => {
  const { root } = readDocument(text)
  return root ? readCustomResourceDefinition(root) : []
}

test('the kinds of a definition', () => {
  const [first, second] = read(versions(`${sized('v1', 'integer')}\n${sized('v2', 'string', false)}`))
  expect(first).toMatchObject({ apiVersion: 'example.com/v1', kind: 'Widget', served: true })
  expect(second).toMatchObject({ apiVersion: 'example.com/v2', served: false })
})

test('descriptions are kept', () => {
  const [kind] = read(
    withSchema('{ type: object, properties: { spec: { description: The desired state. } } }'),
  )
  expect(kind?.schema.properties?.get('spec')?.description).toBe('The desired state.')
})

test.each([
  ['an empty object', '{}'],
  ['a text', 'x'],
  ['no group', head.replace('group: example.com', '')],
  ['no kind', head.replace('kind: Widget, ', '')],
  ['a spec that is a list', 'spec: [1]'],
])('no kinds: %s', (_, text) => expect(read(text)).toEqual([]))

test('a schema that is too large because of aliases is not read', () => {
  const levels = Array.from({ length: 8 }, (_, level) => {
    const below = level === 0 ? '{}' : `*l${level - 1}`
    return `l${level}: &l${level} [${Array.from({ length: 10 }, () => below).join(', ')}]`
  })
  const text = `${levels.join('\n')}\n${versions('- { name: v1, schema: { openAPIV3Schema: { type: object, anyOf: *l7 } } }')}`
  expect(read(text)[0]?.schema.additionalProperties).toBeUndefined()
})
