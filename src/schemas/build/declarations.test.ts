import { expect, test } from 'vitest'
import { declarations, type DeclaredType } from './declarations'

const typeOf = (type: string): DeclaredType | undefined =>
  declarations(`export interface A { x: ${type} }`)[0]?.members[0]?.type

const named = (name: string): DeclaredType => ({ is: 'named', name, arguments: [] })

test.each<[string, DeclaredType]>([
  ['string', { is: 'string' }],
  ['(number)[]', { is: 'list', of: { is: 'number' } }],
  ['{ [key: string]: boolean }', { is: 'map', of: { is: 'boolean' } }],
  ['Array<number>', { is: 'list', of: { is: 'number' } }],
  ['A & (B | C)', { is: 'intersection', of: [named('A'), { is: 'union', of: [named('B'), named('C')] }] }],
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

test('names include their namespaces, and members have their comments', () => {
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

test('inline types, type aliases, and the names under which both are exported', () => {
  const text = `
    export interface IPod { spec: { /** How many. */ 'a-b'?: number } }
    /** A label. */
    export type ILabel = Array<string>
    export type { IPod as IIoPod, ILabel as IIoLabel, IPod as Other }`
  const [pod, label] = declarations(text)
  expect(pod?.aliases).toEqual(['IIoPod', 'Other'])
  expect(pod?.members[0]?.type).toMatchObject({
    is: 'object',
    members: [{ name: 'a-b', optional: true, doc: { text: 'How many.' } }],
  })
  expect(label).toMatchObject({
    form: 'alias',
    doc: { text: 'A label.' },
    type: { is: 'list', of: { is: 'string' } },
    aliases: ['IIoLabel'],
  })
})

test('a syntax error throws', () => {
  expect(() => declarations('interface {')).toThrow('Invalid declaration file')
})
