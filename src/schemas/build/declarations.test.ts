import { expect, test } from 'vitest'
import { declarations, type WrittenType } from './declarations'

const typeOf = (type: string): WrittenType | undefined =>
  declarations(`export interface A { x: ${type} }`)[0]?.members[0]?.type

test.each<[string, WrittenType]>([
  ['string', { is: 'string' }],
  ['(number)[]', { is: 'list', of: { is: 'number' } }],
  ['{ [key: string]: boolean }', { is: 'map', of: { is: 'boolean' } }],
  ['{ a: string }', { is: 'other' }],
  ["'v1'", { is: 'literal', value: 'v1' }],
  ['string | undefined', { is: 'union', of: [{ is: 'string' }, { is: 'undefined' }] }],
  [
    'p.Input<inputs.apps.B>',
    {
      is: 'named',
      name: 'p.Input',
      arguments: [{ is: 'named', name: 'inputs.apps.B', arguments: [] }],
    },
  ],
  ['any', { is: 'other' }],
])('the type %s', (type, expected) => {
  expect(typeOf(type)).toEqual(expected)
})

test('names carry their namespaces, members their comments', () => {
  const text = `
    export declare namespace apps { namespace v1 {
      /**
       * Größe: a deployment
       * of pods.
       *
       * @schema io.k8s.api.apps.v1.Deployment
       */
      interface Deployment {
        /** Its name. */ readonly name: string
        'kind'?: string
      }
    } }
    export declare enum Policy { ALL = "All" }`
  const [deployment, policy] = declarations(text)
  expect(deployment).toMatchObject({ form: 'interface', name: 'apps.v1.Deployment' })
  expect(deployment?.doc.text).toBe('Größe: a deployment\nof pods.')
  expect(deployment?.doc.tags.get('schema')).toBe('io.k8s.api.apps.v1.Deployment')
  expect(deployment?.members.map(({ name, optional, doc }) => [name, optional, doc.text])).toEqual([
    ['name', false, 'Its name.'],
    ['kind', true, ''],
  ])
  expect(policy).toMatchObject({ form: 'enum', values: ['All'] })
})

test('a text that is no declaration file is refused', () => {
  expect(() => declarations('interface {')).toThrow('cannot be read')
})
