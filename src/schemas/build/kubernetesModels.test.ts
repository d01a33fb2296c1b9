import { expect, test } from 'vitest'
import type { JsonSchema } from './jsonSchema'
import { kubernetesModels } from './kubernetesModels'
import { packDefinition } from './packStructure'

const protocol: JsonSchema = { type: 'string', enum: ['TCP', 'UDP'] }

test('a schema is converted to a definition', () => {
  const schema: JsonSchema = {
    type: 'object',
    description: 'A port.',
    required: ['port'],
    properties: new Map<string, JsonSchema>([
      ['port', { type: 'integer', format: 'int32', nullable: true, description: 'Its number.' }],
      ['the-protocol', protocol],
      ['pods', { type: 'array', items: { ref: 'IoK8sApiCoreV1Pod' } }],
      ['labels', { type: 'object', values: protocol }],
      ['pod', { allOf: [{ ref: 'IoK8sApiCoreV1Pod' }] }],
      ['either', { oneOf: [protocol, { type: 'string', pattern: '^a$' }] }],
    ]),
  }
  const definition = kubernetesModels(new Map([['Port', schema]])).get('Port')
  expect(definition && packDefinition(definition)).toEqual({
    r: ['port'],
    p: {
      port: 'i',
      'the-protocol': 'eTCP|UDP',
      pods: '[#IoK8sApiCoreV1Pod',
      labels: '{eTCP|UDP',
      pod: '#IoK8sApiCoreV1Pod',
      either: '*',
    },
  })
  expect(definition?.description).toBe('A port.')
  expect(definition?.properties.get('port')?.description).toBe('Its number.')
})
