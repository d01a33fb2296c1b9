import { expect, test } from 'vitest'
import { decompile } from './decompile'

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

test('a validator is decompiled to its schema', () => {
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

test.each<[what: string, statements: readonly string[], schema: unknown]>([
  [
    'list rules',
    [error('uniqueItems', '{i,j}'), error('maxItems', '{limit:2}')],
    { uniqueItems: true, limits: { maxItems: 2 } },
  ],
  [
    'bounds',
    [error('exclusiveMaximum', '{comparison:"<",limit:9}'), error('multipleOf', '{multipleOf:3}')],
    { limits: { exclusiveMaximum: 9, multipleOf: 3 } },
  ],
  [
    'a bound in hexadecimal',
    [error('minimum', '{comparison:">=",limit:-0xf}')],
    { limits: { minimum: -15 } },
  ],
  [
    'sizes',
    [error('minProperties', '{limit:1}'), error('maxProperties', '{limit:2}')],
    { limits: { minProperties: 1, maxProperties: 2 } },
  ],
  ['a constant', [error('const', '{allowedValue:5}')], { enum: [5] }],
  [
    'a nullable object',
    ['if(null!==data){}', call('validate1', 'data.a')],
    { nullable: true, properties: new Map([['a', { type: 'string' }]]) },
  ],
  ['a required field without a name', [error('required', '{missingProperty:""}')], {}],
  [
    'branches precede the error of their combination, and those of allOf come last',
    [
      ...[call('validate1', 'data'), error('not', '{}')],
      ...[call('validate2', 'data'), call('validate1', 'data'), error('anyOf', '{}')],
      ...[call('validate2', 'data'), error('oneOf', '{passingSchemas:x}'), call('validate1', 'data')],
    ],
    {
      not: { type: 'string' },
      anyOf: [{ type: 'boolean' }, { type: 'string' }],
      oneOf: [{ type: 'boolean' }],
      allOf: [{ type: 'string' }],
    },
  ],
])('%s', (_, statements, schema) => {
  const text = [
    'export const validate=validate0',
    validator('validate1', type('string')),
    validator('validate2', type('boolean')),
    validator('validate0', ...statements),
  ]
  expect(decompile(text.join(';'))).toEqual(schema)
})

test('an unsupported keyword throws', () => {
  const text = `export const validate=validate0;${validator('validate0', error('contains', '{}'))}`
  expect(() => decompile(text)).toThrow('the unsupported keyword contains')
})

test('code of another form throws', () => {
  expect(() => decompile('export const answer=42')).toThrow('not in the file')
})
