import { expect, test } from 'vitest'
import { catalogOf, type Structure } from './catalog'

const structure: Structure = {
  versions: ['1.30', '1.31'],
  names: ['v1.Thing', 'v1.Part', 'v1beta1.Thing'],
  pool: [
    {
      g: ['example/v1/Thing'],
      r: ['size'],
      p: { size: 'i', parts: '[#v1.Part', labels: '{s', mode: 'eon|off', status: '?#v1.Part' },
    },
    {
      p: {
        inner: '#v1.Part',
        port: 'S',
        amount: 'Q',
        since: 'T',
        raw: 'B',
        big: 'l',
        share: 'n',
        on: 'b',
        rest: '*',
      },
    },
    { g: ['example/v1beta1/Thing'] },
    { g: ['example/v1/Thing'], p: { size: 's' } },
  ],
  index: { '1.30': [0, 0, 1, 1, 2, 2], '1.31': [0, 3, 2, -1] },
}

const catalog = catalogOf(structure)

test('each version has its own definitions', () => {
  expect(catalog.kind('1.30', 'example/v1', 'Thing')?.required).toEqual(['size'])
  expect(catalog.kind('1.30', 'example/v1', 'Thing')?.fields?.get('size')).toEqual({
    type: 'integer',
    bits: 32,
  })
  expect(catalog.kind('1.31', 'example/v1', 'Thing')?.fields?.get('size')).toEqual({ type: 'string' })
  expect(catalog.kind('1.29', 'example/v1', 'Thing')).toBeUndefined()
})

test('codes become types', () => {
  const fields = catalog.kind('1.30', 'example/v1', 'Thing')?.fields
  expect(fields?.get('labels')).toEqual({ type: 'map', values: { type: 'string' } })
  expect(fields?.get('mode')).toEqual({ type: 'string', values: ['on', 'off'] })
  expect(fields?.get('status')).toEqual({ type: 'any' })
  const parts = fields?.get('parts')
  const part = parts?.type === 'list' && parts.items.type === 'object' ? parts.items.definition() : undefined
  const inner = part?.fields?.get('inner')
  expect(inner?.type === 'object' && inner.definition()).toBe(part)
  expect([...(part?.fields?.values() ?? [])].map(({ type }) => type)).toEqual([
    'object',
    'int-or-string',
    'quantity',
    'time',
    'bytes',
    'integer',
    'number',
    'boolean',
    'any',
  ])
})

test('it tells which versions serve a kind, and how it is spelled', () => {
  expect(catalog.servedIn('example/v1', 'Thing')).toEqual(['1.30', '1.31'])
  expect(catalog.servedIn('example/v1beta1', 'Thing')).toEqual(['1.30'])
  expect(catalog.apiVersionsOf('1.30', 'Thing')).toEqual(['example/v1', 'example/v1beta1'])
  expect(catalog.spelling('1.30', 'example/v1', 'thing')).toBe('Thing')
  expect(catalog.spelling('1.31', 'example/v1beta1', 'Thing')).toBeUndefined()
})
