import { expect, test } from 'vitest'
import { catalogOf, type PackedStructure } from './catalog'

const structure: PackedStructure = {
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
  expect(catalog.kind('1.30', 'example/v1', 'Thing')?.properties?.get('size')).toMatchObject({
    type: ['integer'],
    format: { expected: 'a 32-bit integer' },
  })
  expect(catalog.kind('1.31', 'example/v1', 'Thing')?.properties?.get('size')).toEqual({ type: ['string'] })
  expect(catalog.kind('1.29', 'example/v1', 'Thing')).toBeUndefined()
})

test('type codes are unpacked to types', () => {
  const fields = catalog.kind('1.30', 'example/v1', 'Thing')?.properties
  expect(fields?.get('labels')).toEqual({ type: ['object'], additionalProperties: { type: ['string'] } })
  expect(fields?.get('mode')).toEqual({ type: ['string'], enum: ['on', 'off'] })
  expect(fields?.get('status')).toEqual({})
  const part = fields?.get('parts')?.items?.ref?.()
  expect(part?.properties?.get('inner')?.ref?.()).toBe(part)
  expect(part).toBe(catalog.definition('1.30', 'v1.Part'))
  expect(
    [...(part?.properties?.values() ?? [])].map(({ type, format }) => [type?.join(), format?.expected]),
  ).toEqual([
    [undefined, undefined],
    ['integer,string', 'text or a 32-bit integer'],
    ['string,number', 'a quantity like 250m, 2 or 64Mi'],
    ['string', 'a time like 2024-05-01T12:00:00Z'],
    ['string', 'base64-encoded text'],
    ['integer', 'a 64-bit integer'],
    ['number', undefined],
    ['boolean', undefined],
    [undefined, undefined],
  ])
})

test('the catalog knows which versions serve a kind, and how it is spelled', () => {
  expect(catalog.servedIn('example/v1', 'Thing')).toEqual(['1.30', '1.31'])
  expect(catalog.servedIn('example/v1beta1', 'Thing')).toEqual(['1.30'])
  expect(catalog.apiVersionsOf('1.30', 'Thing')).toEqual(['example/v1', 'example/v1beta1'])
  expect(catalog.spelling('1.30', 'example/v1', 'thing')).toBe('Thing')
  expect(catalog.spelling('1.31', 'example/v1beta1', 'Thing')).toBeUndefined()
})

test('what the API server answers with is no kind that it serves', () => {
  const answering = catalogOf({
    versions: ['1.30'],
    names: ['meta.v1.Status', 'v1.Holder'],
    pool: [
      { g: ['v1/Status'], p: { code: 'i' } },
      { g: ['v1/Holder'], p: { last: '#meta.v1.Status' } },
    ],
    index: { '1.30': [0, 0, 1, 1] },
  })
  expect(answering.kind('1.30', 'v1', 'Status')).toBeUndefined()
  expect(answering.kindsOf('1.30')).toEqual([{ apiVersion: 'v1', kind: 'Holder' }])
  expect(answering.kind('1.30', 'v1', 'Holder')?.properties?.get('last')?.ref?.()?.name).toBe(
    'meta.v1.Status',
  )
})
