import { expect, test } from 'vitest'
import type { JsonObject } from '../../engine/model/json'
import { hinted } from '../testing/hints'

const definition = (spec: JsonObject, schema: JsonObject = {}): JsonObject => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'foos.example.com' },
  spec: {
    group: 'example.com',
    scope: 'Namespaced',
    names: { plural: 'foos', kind: 'Foo' },
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        schema: { openAPIV3Schema: { type: 'object', ...schema } },
        ...spec,
      },
    ],
  },
})

const root = 'spec.versions.0.schema.openAPIV3Schema'

const claim = (requests: readonly string[], opaque: JsonObject = { parameters: {} }): JsonObject => ({
  apiVersion: 'resource.k8s.io/v1',
  kind: 'ResourceClaim',
  metadata: { name: 'a' },
  spec: {
    devices: {
      requests: [{ name: 'gpu', exactly: { deviceClassName: 'gpu.example.com' } }],
      config: [{ requests: [...requests], opaque: { driver: 'gpu.example.com', ...opaque } }],
    },
  },
})

const warning = (fields: JsonObject): JsonObject => definition(fields)

test.each<[JsonObject, readonly string[]]>([
  [definition({}), []],
  [
    { ...definition({}), metadata: { name: 'foo.example.com' } },
    ['invalid-name metadata.name → "foos.example.com"'],
  ],
  [
    definition({}, { properties: { spec: { properties: { a: { type: 'string' } } } } }),
    [`non-structural-schema ${root}.properties.spec.type → "object"`],
  ],
  [definition({}, { properties: { spec: {} } }), [`non-structural-schema ${root}.properties.spec.type`]],
  [
    definition({ additionalPrinterColumns: [{ name: 'A', type: 'string', jsonPath: '{.spec.a}' }] }),
    ['invalid-json-path spec.versions.0.additionalPrinterColumns.0.jsonPath → ".spec.a"'],
  ],
  [warning({ deprecationWarning: 'a' }), ['field-not-allowed spec.versions.0.deprecationWarning → remove']],
  [warning({ deprecated: true, deprecationWarning: 'a' }), []],
  [
    warning({ deprecated: true, deprecationWarning: '' }),
    ['invalid-message spec.versions.0.deprecationWarning'],
  ],
  [claim(['gpu']), []],
  [claim(['cpu']), ['unknown-device-request spec.devices.config.0.requests.0 → one of gpu']],
  [
    claim(['gpu'], { parameters: 'a' }),
    ['invalid-device-configuration spec.devices.config.0.opaque.parameters'],
  ],
])('%# says where the problem is and what would fix it', (object, expected) =>
  expect(hinted(object)).toEqual(expected),
)
