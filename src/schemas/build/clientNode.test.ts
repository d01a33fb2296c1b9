import { expect, test } from 'vitest'
import { clientNames } from './clientNames'
import { readClientNode } from './clientNode'
import type { Definition, Definitions } from './definition'
import { packDefinition } from './packStructure'

const model = (
  name: string,
  release: string,
  fields: readonly (readonly [string, string, string])[],
): string => {
  const map = fields.map(([field, type, format]) => ({
    name: field.replace('$', ''),
    baseName: field,
    type,
    format,
  }))
  return `/**\n * OpenAPI spec version: ${release}\n */\n${name}.attributeTypeMap = ${JSON.stringify(map, null, 4)};\n`
}
const meta = [
  ['apiVersion', 'string', ''],
  ['kind', 'string', ''],
] as const

const files = new Map([
  ['models/V1Pod.js', model('V1Pod', 'release-1.36', [...meta, ['spec', 'V1PodSpec', '']])],
  [
    'models/V1Pod.d.ts',
    "export declare class V1Pod { 'apiVersion'?: string; 'kind'?: string; 'spec'?: V1PodSpec }",
  ],
  ['models/V1PodList.js', model('V1PodList', 'release-1.36', [...meta, ['items', 'Array<V1Pod>', '']])],
  ['models/V1PodList.d.ts', "export declare class V1PodList { 'items': Array<V1Pod> }"],
  [
    'models/V1PodSpec.js',
    model('V1PodSpec', 'release-1.36', [
      ['$ref', 'string', ''],
      ['seconds', 'number', 'int64'],
      ['ports', 'Array<number>', 'int32'],
      ['part', 'number', 'double'],
      ['data', '{ [key: string]: string; }', 'byte'],
      ['since', 'V1MicroTime', 'date-time-micro'],
      ['port', 'IntOrString', 'int-or-string'],
      ['extra', 'any', ''],
    ]),
  ],
  [
    'models/V1PodSpec.d.ts',
    "export declare class V1PodSpec { /** The Pod\\'s name. */ 'ref'?: string; 'seconds': number; static readonly x: string }",
  ],
  ['models/V1Gone.js', model('V1Gone', 'release-1.30', meta)],
  ['models/V1Gone.d.ts', 'export declare class V1Gone { }'],
  [
    'apis/CoreV1Api.js',
    `const localVarPath = '/api/v1/namespaces/{namespace}/pods'
     makeRequestContext(localVarPath, HttpMethod.POST); ObjectSerializer.serialize(body, "V1Pod", "")
     const localVarPath = '/api/v1/namespaces/{namespace}/pods/{name}/binding'
     makeRequestContext(localVarPath, HttpMethod.POST); ObjectSerializer.serialize(body, "V1PodSpec", "")`,
  ],
])

test('classes of the same release as V1Pod are read, with the kinds that can be created', () => {
  const definitions = readClientNode(files)
  expect(
    Object.fromEntries([...definitions].map(([name, definition]) => [name, packDefinition(definition)])),
  ).toEqual({
    V1Pod: { g: ['v1/Pod'], p: { apiVersion: 's', kind: 's', spec: '#V1PodSpec' } },
    V1PodList: { g: ['v1/PodList'], r: ['items'], p: { apiVersion: 's', kind: 's', items: '[#V1Pod' } },
    V1PodSpec: {
      r: ['seconds'],
      p: {
        $ref: 's',
        seconds: 'l',
        ports: '[i',
        part: 'n',
        data: '{B',
        since: 'T',
        port: 'S',
        extra: '*',
      },
    },
  })
  expect(definitions.get('V1PodSpec')?.properties.get('$ref')?.description).toBe("The Pod's name.")
})

test('classes are named after the definition of the same kind, and lists after their kind', () => {
  const pod: Definition = {
    kinds: ['v1/Pod'],
    required: [],
    properties: new Map([['spec', { shape: { is: 'reference', to: 'io.k8s.api.core.v1.PodSpec' } }]]),
  }
  const spec: Definition = { kinds: [], required: [], properties: new Map() }
  const named: Definitions = new Map([
    ['io.k8s.api.core.v1.Pod', pod],
    ['io.k8s.api.core.v1.PodSpec', spec],
  ])
  expect([...clientNames(readClientNode(files), [named])]).toEqual([
    ['V1Pod', 'io.k8s.api.core.v1.Pod'],
    ['V1PodSpec', 'io.k8s.api.core.v1.PodSpec'],
    ['V1PodList', 'io.k8s.api.core.v1.PodList'],
  ])
})
