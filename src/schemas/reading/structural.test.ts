import { expect, test } from 'vitest'
import { catalog } from '..'
import { readDocument } from '../../engine/yaml/readDocument'
import { createEngine } from '../../engine/report/engine'
import { defaultSettings } from '../../engine/model/settings'
import { schema as schemaSource } from '../../rules/schema'
import { syntax } from '../../rules/syntax'
import { readCustomResourceDefinition, readers } from '.'

const engine = createEngine({ sources: [syntax, schemaSource], schemas: catalog, readers })

/** A definition in which `spec` has this schema. */
const definition = (schema: string): string => `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: widgets.example.com }
spec:
  group: example.com
  names: { kind: Widget }
  versions: [{ name: v1, schema: { openAPIV3Schema: { type: object, properties: { spec: ${schema} } } } }]
`

const widget = (spec: string): string => `apiVersion: example.com/v1
kind: Widget
metadata: { name: one }
spec: ${spec}
`

function messages(defined: string, resource: string): readonly string[] {
  const { findings } = engine.evaluate(`${defined}---\n${resource}`, defaultSettings)
  return findings.filter(({ document }) => document === 1).map(({ message }) => message)
}

type Row = readonly [what: string, schema: string, spec: string, messages: readonly string[]]

const rows: readonly Row[] = [
  [
    'null for a missing field',
    `{ type: object, properties: { size: { type: integer } } }`,
    `{ size: null }`,
    [],
  ],
  [
    'null for a required field',
    `{ type: object, required: [a], properties: { a: { type: integer } } }`,
    `{ a: null }`,
    ['Widget one has no spec.a, which is required.'],
  ],
  [
    'nullable',
    `{ type: object, required: [a], properties: { a: { type: integer, nullable: true } } }`,
    `{ a: null }`,
    [],
  ],
  [
    'null in lists',
    `{ type: object, properties: {
       a: { type: array, items: { type: string } },
       b: { type: array, items: { type: string, nullable: true } },
       c: { type: array, items: { type: string, default: x } } } }`,
    `{ a: [null], b: [null], c: [null] }`,
    ['spec.a[0] must be text, but is null.'],
  ],
  [
    'an unknown field',
    `{ type: object, properties: { size: { type: integer } } }`,
    `{ sise: 1 }`,
    ['Widget one has an unknown field spec.sise; did you mean size?'],
  ],
  [
    'preserved fields',
    `{ type: object, x-kubernetes-preserve-unknown-fields: true, properties: { a: { type: integer } } }`,
    `{ b: 1, a: x }`,
    ['spec.a must be a whole number, but "x" is text.'],
  ],
  [
    'unknown fields in a field of a node that preserves them',
    `{ type: object, x-kubernetes-preserve-unknown-fields: true, properties: { a: { type: object, properties: { b: {} } } } }`,
    `{ z: { y: 1 }, a: { c: 1 } }`,
    ['Widget one has an unknown field spec.a.c; did you mean b?'],
  ],
  [
    'int-or-string',
    `{ type: object, properties: { a: { x-kubernetes-int-or-string: true } } }`,
    `{ a: 5% }`,
    [],
  ],
  [
    'int-or-string with another type',
    `{ type: object, properties: { a: { x-kubernetes-int-or-string: true } } }`,
    `{ a: 1.5 }`,
    ['spec.a must be a whole number or text, but 1.5 is a number.'],
  ],
  [
    'int-or-string with anyOf',
    `{ type: object, properties: { a: { anyOf: [{ type: integer }, { type: string }], x-kubernetes-int-or-string: true } } }`,
    `{ a: true }`,
    ['spec.a must be a whole number or text, but true is a boolean.'],
  ],
  [
    'an embedded resource',
    `{ type: object, x-kubernetes-embedded-resource: true, properties: { spec: { type: object } } }`,
    `{ apiVersion: v1, kind: Pod, metadata: { name: a, labels: { a: 1 } }, other: 1 }`,
    [
      'spec.metadata.labels.a must be text, but 1 is a number.',
      'Widget one has an unknown field spec.other.',
    ],
  ],
  [
    'an embedded resource without a kind',
    `{ type: object, x-kubernetes-embedded-resource: true, x-kubernetes-preserve-unknown-fields: true }`,
    `{ apiVersion: v1, other: 1 }`,
    ['Widget one has no spec.kind, which is required.'],
  ],
  [
    'validation of the kind of an embedded resource',
    `{ type: object, x-kubernetes-embedded-resource: true, properties: { kind: { type: string, enum: [Pod] } } }`,
    `{ apiVersion: v1, kind: Job }`,
    ['spec.kind must be Pod, but is Job.'],
  ],
  [
    'fields with the names of keywords',
    `{ type: object, properties: { properties: { type: string }, type: { type: integer }, $ref: { type: boolean } } }`,
    `{ properties: a, type: 1, $ref: x }`,
    ['spec["$ref"] must be true or false, but "x" is text.'],
  ],
  [
    'additionalProperties',
    `{ type: object, additionalProperties: { type: integer } }`,
    `{ a: 1, b: x }`,
    ['spec.b must be a whole number, but "x" is text.'],
  ],
  ['any fields', `{ type: object, additionalProperties: true }`, `{ a: 1, b: [x] }`, []],
  [
    'fields in the values of additionalProperties: true',
    `{ type: object, additionalProperties: true }`,
    `{ a: { b: 1 } }`,
    ['Widget one has an unknown field spec.a.b.'],
  ],
  ['an object without fields', `{ type: object }`, `{ a: 1 }`, ['Widget one has an unknown field spec.a.']],
  [
    'enum',
    `{ type: object, properties: { a: { type: string, enum: [x, z] } } }`,
    `{ a: v }`,
    ['spec.a must be one of x, z, but is v.'],
  ],
  [
    'pattern',
    `{ type: object, properties: { a: { type: string, pattern: '^[a-z]+$' } } }`,
    `{ a: A }`,
    ['spec.a must be text that matches ^[a-z]+$, but is A.'],
  ],
  [
    'lengths',
    `{ type: object, properties: { a: { type: string, minLength: 2, maxLength: 3 } } }`,
    `{ a: x }`,
    ['spec.a must be text of at least 2 characters, but has 1 character.'],
  ],
  [
    'bounds',
    `{ type: object, properties: { a: { type: integer, minimum: 2 }, b: { type: integer, maximum: 3, exclusiveMaximum: true } } }`,
    `{ a: 1, b: 3 }`,
    ['spec.a must be 2 or more, but is 1.', 'spec.b must be less than 3, but is 3.'],
  ],
  [
    'multipleOf',
    `{ type: object, properties: { a: { type: integer, multipleOf: 5 } } }`,
    `{ a: 7 }`,
    ['spec.a must be a multiple of 5, but is 7.'],
  ],
  [
    'counts',
    `{ type: object, maxProperties: 1, properties: { a: { type: array, minItems: 1, items: { type: string } }, b: { type: string } } }`,
    `{ a: [], b: x }`,
    [
      'spec must be a mapping of at most 1 field, but has 2 fields.',
      'spec.a must be a list of at least 1 item, but has 0 items.',
    ],
  ],
  [
    'uniqueItems',
    `{ type: object, properties: { a: { type: array, uniqueItems: true, items: { type: string } } } }`,
    `{ a: [x, x] }`,
    ['spec.a must be a list without duplicate items, but two items are equal.'],
  ],
  [
    'a set',
    `{ type: object, properties: { a: { type: array, x-kubernetes-list-type: set, items: { type: string } } } }`,
    `{ a: [x, x] }`,
    ['spec.a must be a list without duplicate items, but two items are equal.'],
  ],
  [
    'a format',
    `{ type: object, properties: { a: { type: string, format: ipv4 } } }`,
    `{ a: 10.0.0 }`,
    ['spec.a must be an IPv4 address like 10.0.0.1, but is 10.0.0.'],
  ],
  [
    'a format that is not checked',
    `{ type: object, properties: { a: { type: integer, format: int32 } } }`,
    `{ a: 99999999999 }`,
    [],
  ],
  [
    'oneOf',
    `{ type: object, properties: { a: { type: string }, b: { type: string } }, oneOf: [{ required: [a] }, { required: [b] }] }`,
    `{ a: x, b: z }`,
    ['spec must have exactly one of a, b, but has a and b.'],
  ],
  [
    'anyOf',
    `{ type: object, properties: { a: { type: string }, b: { type: string } }, anyOf: [{ required: [a] }, { required: [b] }] }`,
    `{}`,
    ['spec must have at least one of a, b, but has none.'],
  ],
  [
    'allOf',
    `{ type: object, properties: { a: { type: integer } }, allOf: [{ properties: { a: { minimum: 3 } } }] }`,
    `{ a: 1 }`,
    ['spec.a must be 3 or more, but is 1.'],
  ],
  [
    'not',
    `{ type: object, properties: { a: { type: string } }, not: { required: [a] } }`,
    `{ a: x }`,
    ['spec must not have a together.'],
  ],
  [
    'combinations do not allow more fields',
    `{ type: object, properties: { a: { type: string } }, anyOf: [{ additionalProperties: true }] }`,
    `{ other: x }`,
    ['Widget one has an unknown field spec.other.'],
  ],
  [
    'combinations do not forbid fields',
    `{ type: object, properties: { a: { type: string }, b: { type: string } }, allOf: [{ properties: { b: { type: string } }, additionalProperties: false }] }`,
    `{ a: x, b: z }`,
    [],
  ],
  [
    'required',
    `{ type: object, required: [a], properties: { a: { type: string } } }`,
    `{}`,
    ['Widget one has no spec.a, which is required.'],
  ],
  [
    'required with a default',
    `{ type: object, required: [a], properties: { a: { type: string, default: x } } }`,
    `{}`,
    [],
  ],
  [
    'a default satisfies required in a combination',
    `{ type: object, properties: { a: { type: string, default: x } }, anyOf: [{ required: [a] }] }`,
    `{}`,
    [],
  ],
  [
    'a default that is invalid in a combination',
    `{ type: object, properties: { a: { type: string, default: x } }, allOf: [{ properties: { a: { enum: [z] } } }] }`,
    `{}`,
    ['Widget one has no spec.a, which is required.'],
  ],
  [
    'an invalid pattern',
    `{ type: object, properties: { a: { type: string, pattern: '(' } } }`,
    `{ a: x }`,
    [],
  ],
  [
    'keywords with values of the wrong type',
    `{ type: 5, properties: [], required: 7, enum: {}, allOf: x, minimum: low }`,
    `{ a: x }`,
    [],
  ],
]

test.each(rows)('%s', (_, schema, spec, expected) => {
  expect(messages(definition(schema), widget(spec))).toEqual(expected)
})

test('many defaults and combinations are read', () => {
  const many = (text: (index: number) => string) =>
    Array.from({ length: 3000 }, (_, index) => text(index)).join(', ')
  const properties = many((index) => `f${index}: { type: array, default: [${'1, '.repeat(50)}] }`)
  const conditions = many(
    (index) => `{ properties: { f${index}: { items: { type: string } } }, required: [f0] }`,
  )
  const text = definition(`{ type: object, properties: { ${properties} }, anyOf: [${conditions}] }`)
  const { root } = readDocument(text)
  expect(root && readCustomResourceDefinition(root)).toHaveLength(1)
})
