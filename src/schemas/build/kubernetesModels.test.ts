import { expect, test } from 'vitest'
import { decompile } from './decompile'
import { readKubernetesModels } from './kubernetesModels'
import { pooled } from './pack'

const error = (keyword: string, params: string): string =>
  `let e={instancePath,schemaPath:"#/${keyword}",keyword:"${keyword}",params:${params}};errors++`
const type = (name: string): string => error('type', `{type:"${name}"}`)
const call = (name: string, argument: string): string =>
  `${name}(${argument},{instancePath,rootData})||errors++`
const validator = (name: string, ...statements: readonly string[]): string =>
  `function ${name}(data,{instancePath=""}={}){let errors=0;${statements.map((s) => `{${s}}`).join('')}return 0===errors}`

const code = [
  'import{formats}from"@kubernetes-models/validate";import{validate as validate9}from"./IoK8sApiCoreV1Pod.js"',
  'export const validate=validate0;let protocols=["TCP","UDP"]',
  validator('validate1', type('string'), error('enum', '{allowedValues:protocols}')),
  validator('validate2', 'if(null!==data){}', type('integer'), error('format', '{format:"int32"}')),
  validator('validate3', type('array'), call('validate9', 'data[i0]')),
  validator('validate4', type('object'), call('validate1', 'data[key0]')),
  validator(
    'validate5',
    type('string'),
    error('maxLength', '{limit:63}'),
    error('pattern', '{pattern:"^a$"}'),
  ),
  validator(
    'validate6',
    call('validate1', 'data'),
    call('validate5', 'data'),
    error('oneOf', '{passingSchemas:0}'),
  ),
  validator(
    'validate0',
    type('object'),
    error('required', '{missingProperty:"port"}'),
    call('validate2', 'data.port'),
    call('validate1', 'data["the-protocol"]'),
    call('validate3', 'data.pods'),
    call('validate4', 'data.labels'),
    call('validate9', 'data.pod'),
    call('validate6', 'data.either'),
  ),
].join(';')

test('a validator is read back to its schema', () => {
  const protocol = { type: 'string', enum: ['TCP', 'UDP'] }
  expect(decompile(code)).toEqual({
    type: 'object',
    required: ['port'],
    properties: new Map<string, unknown>([
      ['port', { type: 'integer', format: 'int32', nullable: true }],
      ['the-protocol', protocol],
      ['pods', { type: 'array', items: { ref: 'IoK8sApiCoreV1Pod' } }],
      ['labels', { type: 'object', values: protocol }],
      ['pod', { ref: 'IoK8sApiCoreV1Pod' }],
      ['either', { oneOf: [protocol, { type: 'string', pattern: '^a$', limits: { maxLength: 63 } }] }],
    ]),
  })
})

test('a schema becomes a definition', () => {
  const definition = readKubernetesModels(new Map([['Port', code]])).get('Port')
  expect(definition && pooled(definition)).toEqual({
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
})

test('code of another make is refused', () => {
  expect(() => decompile('export const answer=42')).toThrow('not in the file')
})
