import { expect, test } from 'vitest'
import type { JsonObject } from '../../engine/model/json'
import { definition } from '../testing/definition'
import { hinted } from '../testing/hints'

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

const schema = { type: 'object' }
const warning = (fields: JsonObject): JsonObject => definition(schema, fields)
const ofSpec = (spec: JsonObject): JsonObject => definition({ ...schema, properties: { spec } })

test.each<[JsonObject, readonly string[]]>([
  [definition(schema), []],
  [
    { ...definition(schema), metadata: { name: 'foo.example.com' } },
    ['invalid-name metadata.name → "foos.example.com"'],
  ],
  [
    ofSpec({ properties: { a: { type: 'string' } } }),
    [`non-structural-schema ${root}.properties.spec.type → "object"`],
  ],
  [ofSpec({}), [`non-structural-schema ${root}.properties.spec.type`]],
  [
    definition(schema, { additionalPrinterColumns: [{ name: 'A', type: 'string', jsonPath: '{.spec.a}' }] }),
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
