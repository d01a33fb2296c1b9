import * as fc from 'fast-check'
import type { Json } from '../engine/model/json'
import { oddCharacters, oddities, oddKeys, oddValues } from './mutations/oddities'
import type { Random } from './random'
import { writeJson, writeYaml } from './writeYaml'

const scalar: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(
    null,
    true,
    false,
    0,
    -1,
    1.5,
    65_536,
    2 ** 31,
    2 ** 53,
    1e300,
    '',
    'web',
    '100m',
    'a/b:c',
  ),
  fc.string({ maxLength: 8 }),
  fc.constantFrom(...oddKeys, ...oddities),
)

const fieldName = fc.oneof(
  fc.constantFrom('name', 'image', 'spec', 'labels', 'containers', 'items', 'a', 'b', 'c', 'd'),
  fc.constantFrom(...oddKeys),
)

const { json } = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    scalar,
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(fieldName, tie('json'), { maxKeys: 5, noNullPrototype: true }),
  ),
}))

const kinds: readonly (readonly [apiVersion: string, kind: string])[] = [
  ['v1', 'Pod'],
  ['v1', 'Service'],
  ['v1', 'List'],
  ['v1', 'ConfigMap'],
  ['apps/v1', 'Deployment'],
  ['apps/v1', 'StatefulSet'],
  ['batch/v1', 'CronJob'],
  ['networking.k8s.io/v1', 'Ingress'],
  ['networking.k8s.io/v1', 'NetworkPolicy'],
  ['policy/v1', 'PodDisruptionBudget'],
  ['autoscaling/v2', 'HorizontalPodAutoscaler'],
  ['extensions/v1beta1', 'Deployment'],
  ['apiextensions.k8s.io/v1', 'CustomResourceDefinition'],
  ['example.com/v1', 'Thing'],
]

/** An object of a known kind whose fields hold anything. */
const object = fc
  .tuple(
    fc.constantFrom(...kinds),
    json,
    json,
    fc.dictionary(fieldName, json, { maxKeys: 3, noNullPrototype: true }),
  )
  .map(([[apiVersion, kind], metadata, spec, rest]): Json => ({ ...rest, apiVersion, kind, metadata, spec }))

/** A JSON Schema, mostly one that makes sense. */
const { schema } = fc.letrec<{ schema: Json }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<Json>(
      { type: 'string', enum: ['a', 'b'], pattern: '^[a-z]+$' },
      { type: 'integer', minimum: 1, maximum: 3, multipleOf: 2 },
      { type: 'string', format: 'date-time', minLength: 2, maxLength: 1 },
      { 'x-kubernetes-int-or-string': true },
      { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
      { type: ['string', 'null'] },
      { $ref: '#/definitions/a' },
      { type: 'number', exclusiveMinimum: true, minimum: 0 },
      {},
    ),
    fc.record(
      { type: fc.constant('array'), items: tie('schema'), uniqueItems: fc.boolean() },
      { requiredKeys: ['type'] },
    ),
    fc.record(
      {
        type: fc.constant('object'),
        properties: fc.dictionary(fieldName, tie('schema'), { maxKeys: 4, noNullPrototype: true }),
        required: fc.array(fieldName, { maxLength: 2 }),
        additionalProperties: fc.oneof(fc.boolean(), tie('schema')),
        default: json,
      },
      { requiredKeys: ['type'] },
    ),
    fc.record({ oneOf: fc.array(tie('schema'), { maxLength: 3 }), not: tie('schema') }, { requiredKeys: [] }),
    json,
  ),
}))

/** A CustomResourceDefinition, and a resource that it defines. */
const definition = fc
  .tuple(schema, json, fc.boolean())
  .map(([openAPIV3Schema, spec, hasOldForm]): readonly Json[] => {
    const names = { kind: 'Thing', plural: 'things' }
    const version = { name: 'v1', served: true, storage: true, schema: { openAPIV3Schema } }
    const versions = hasOldForm ? { version: 'v1', validation: { openAPIV3Schema } } : { versions: [version] }
    return [
      {
        apiVersion: `apiextensions.k8s.io/${hasOldForm ? 'v1beta1' : 'v1'}`,
        kind: 'CustomResourceDefinition',
        metadata: { name: 'things.example.com' },
        spec: { group: 'example.com', scope: 'Namespaced', names, ...versions },
      },
      { apiVersion: 'example.com/v1', kind: 'Thing', metadata: { name: 'a' }, spec },
    ]
  })

/** A text from the pieces of YAML alone. */
const pieces = fc
  .array(
    fc.constantFrom(
      ...oddities,
      ...oddCharacters,
      ...oddKeys,
      ...oddValues,
      '\n',
      '\n  ',
      ' ',
      ': ',
      'a',
      'b',
    ),
    {
      maxLength: 40,
    },
  )
  .map((parts) => parts.join(''))

const manifest = fc.oneof(
  { weight: 3, arbitrary: fc.array(object, { minLength: 1, maxLength: 3 }).map(documentsOf) },
  { weight: 3, arbitrary: definition.map(documentsOf) },
  { weight: 1, arbitrary: object.map((value) => writeJson(value, 2)) },
  { weight: 2, arbitrary: pieces },
)

function documentsOf(values: readonly Json[]): string {
  return values.map((value) => `${writeYaml(value).trimStart()}\n`).join('---\n')
}

const sample = <Value>(arbitrary: fc.Arbitrary<Value>, random: Random): Value =>
  random.pick(fc.sample(arbitrary, { seed: random.below(2 ** 31), numRuns: 1 }))

/** A text made by a grammar: objects whose fields hold anything, definitions with resources, pieces of YAML. */
export const generatedText = (random: Random): string => sample(manifest, random)

/** A JSON Schema as the text of a file. */
export const generatedSchema = (random: Random): string => writeJson(sample(schema, random))

/** Any object of Kubernetes as plain data. */
export const generatedObject = (random: Random): Json => sample(object, random)
