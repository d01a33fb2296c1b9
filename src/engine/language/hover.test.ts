import { expect, test } from 'vitest'
import { catalogOf } from '../../schemas/catalog'
import { hoverAt } from './hover'
import type { FindSchema, Schema } from '../schema/schema'
import { defaultSettings } from '../model/settings'

/** Three versions: `mode` is added in 1.31, `old` is removed in 1.32, and the kind Gadget is added in 1.32. */
const catalog = catalogOf({
  versions: ['1.30', '1.31', '1.32'],
  names: ['v1.Thing', 'v1.Part', 'am:meta.v1.ObjectMeta', 'v1.Gadget'],
  pool: [
    {
      g: ['example/v1/Thing'],
      r: ['size'],
      p: {
        apiVersion: 's',
        kind: 's',
        metadata: '#am:meta.v1.ObjectMeta',
        size: 'i',
        parts: '[#v1.Part',
        old: 's',
      },
    },
    { r: ['name'], p: { name: 's', amount: 'Q', tags: '{s', words: '[s' } },
    { p: { name: 's' } },
    { g: ['example/v1/Thing'], r: ['size'], p: { size: 'i', parts: '[#v1.Part', old: 's', mode: 'eon|off' } },
    { g: ['example/v1/Thing'], r: ['size'], p: { size: 'i', parts: '[#v1.Part', mode: 'eon|off' } },
    { g: ['example/v1/Gadget'], p: { spec: '*' } },
  ],
  index: { '1.30': [0, 0, 1, 1, 2, 2], '1.31': [0, 3], '1.32': [0, 4, 3, 5] },
})

const custom: Schema = {
  type: ['object'],
  description: 'A custom thing.',
  properties: new Map([
    [
      'port',
      { type: ['integer'], minimum: 1, maximum: 65_535, description: 'Where it listens.' } satisfies Schema,
    ],
  ]),
}

const hover = (marked: string, version: string) => {
  const find: FindSchema = (apiVersion, kind) => {
    if (apiVersion === 'custom/v1') return { schema: custom, origin: 'definition', nulls: 'absent' }
    const schema = catalog.kind(version, apiVersion, kind)
    return schema && { schema, origin: 'kubernetes', nulls: 'absent' }
  }
  const text = marked.replace('‸', '')
  const result = hoverAt(text, marked.indexOf('‸'), find, catalog, {
    ...defaultSettings,
    kubernetesVersion: version,
  })
  if (!result) return undefined
  const { range, apiVersion, kind, ...rest } = result
  return { ...rest, text: text.slice(range.from, range.to), of: `${apiVersion} ${kind}` }
}

const thing = 'apiVersion: example/v1\nkind: Thing\n'
const of = 'example/v1 Thing'

test.each([
  [
    'a required field',
    `${thing}si‸ze: 1\n`,
    '1.30',
    { path: ['size'], field: 'size', type: 'whole number', required: true, text: 'size' },
  ],
  [
    'a value',
    `${thing}size: 1‸2\n`,
    '1.30',
    { path: ['size'], field: 'size', type: 'whole number', required: true, text: '12' },
  ],
  [
    'a list',
    `${thing}par‸ts: []\n`,
    '1.30',
    { path: ['parts'], field: 'parts', type: 'list of objects', text: 'parts' },
  ],
  [
    'a field in a list',
    `${thing}parts:\n- na‸me: a\n`,
    '1.30',
    { path: ['parts', 'name'], field: 'name', type: 'text', required: true, text: 'name' },
  ],
  [
    'a quantity',
    `${thing}parts:\n- amount: 2‸50m\n`,
    '1.30',
    {
      path: ['parts', 'amount'],
      field: 'amount',
      type: 'quantity',
      expected: 'a quantity like 250m, 2 or 64Mi',
      text: '250m',
    },
  ],
  [
    'a key of a map',
    `${thing}parts:\n- tags:\n    an‸y: a\n`,
    '1.30',
    { path: ['parts', 'tags', 'any'], field: 'any', type: 'text', text: 'any' },
  ],
  [
    'an item of a list',
    `${thing}parts:\n- words: [on‸e]\n`,
    '1.30',
    { path: ['parts', 'words'], field: 'words', type: 'list of text', text: 'one' },
  ],
  [
    'a field that was added in a later version',
    `${thing}mo‸de: "on"\n`,
    '1.32',
    {
      path: ['mode'],
      field: 'mode',
      type: 'text',
      version: '1.32',
      since: '1.31',
      values: ['on', 'off'],
      text: 'mode',
    },
  ],
  [
    'a field that a later version adds',
    `${thing}mo‸de: "on"\n`,
    '1.30',
    {
      path: ['mode'],
      field: 'mode',
      type: 'text',
      version: '1.31',
      absent: true,
      since: '1.31',
      values: ['on', 'off'],
      text: 'mode',
    },
  ],
  [
    'a field that a later version removes',
    `${thing}ol‸d: a\n`,
    '1.30',
    { path: ['old'], field: 'old', type: 'text', until: '1.31', text: 'old' },
  ],
  [
    'a field that was removed',
    `${thing}ol‸d: a\n`,
    '1.32',
    { path: ['old'], field: 'old', type: 'text', version: '1.31', absent: true, until: '1.31', text: 'old' },
  ],
  [
    'the kind',
    'apiVersion: example/v1\nkind: Thi‸ng\n',
    '1.30',
    { path: [], field: 'Thing', type: 'object', text: 'Thing' },
  ],
  [
    'the apiVersion',
    'apiVer‸sion: example/v1\nkind: Thing\n',
    '1.30',
    { path: [], field: 'Thing', type: 'object', text: 'apiVersion' },
  ],
  [
    'a kind that a later version adds',
    'apiVersion: example/v1\nkind: Gad‸get\n',
    '1.30',
    {
      path: [],
      field: 'Gadget',
      type: 'object',
      version: '1.32',
      absent: true,
      since: '1.32',
      text: 'Gadget',
      of: 'example/v1 Gadget',
    },
  ],
  [
    'a custom kind',
    'apiVersion: custom/v1\nki‸nd: Any\n',
    '1.30',
    {
      path: [],
      field: 'Any',
      type: 'object',
      description: 'A custom thing.',
      text: 'kind',
      of: 'custom/v1 Any',
    },
  ],
  [
    'a field of a custom kind',
    'apiVersion: custom/v1\nkind: Any\npo‸rt: 80\n',
    '1.30',
    {
      path: ['port'],
      field: 'port',
      type: 'whole number',
      expected: 'at least 1, at most 65535',
      description: 'Where it listens.',
      text: 'port',
      of: 'custom/v1 Any',
    },
  ],
  [
    'the metadata of an unknown kind',
    'apiVersion: a/v1\nkind: Foo\nmetadata:\n  na‸me: a\n',
    '1.30',
    { path: ['metadata', 'name'], field: 'name', type: 'text', text: 'name', of: 'a/v1 Foo' },
  ],
  ['an unknown kind', 'apiVersion: a/v1\nkind: Fo‸o\n', '1.30', undefined],
  ['an unknown field', `${thing}oth‸er: a\n`, '1.30', undefined],
  ['a field of an unknown kind', 'apiVersion: a/v1\nkind: Foo\nsp‸ec: {}\n', '1.30', undefined],
  ['a comment', `${thing}# si‸ze`, '1.30', undefined],
  ['a text without an object', 'just te‸xt', '1.30', undefined],
])('the hover of: %s', (_, text, version, expected) => {
  expect(hover(text, version)).toEqual(expected && { required: false, version: '1.30', of, ...expected })
})

/** `example/v1 Thing size «size»`: the object, the path, the range. */
const hoverText = (marked: string): string | undefined => {
  const result = hover(marked, '1.32')
  return result && [result.of, ...result.path, `«${result.text}»`].join(' ')
}

test.each([
  ['the second document', `${thing}---\n${thing}si‸ze: 1\n`, `${of} size «size»`],
  ['a document after a broken one', `a: "b" c: [\n---\n${thing}si‸ze: 1\n`, `${of} size «size»`],
  ['a document with a syntax error below', `${thing}si‸ze: 1\nparts: "a" b\n`, `${of} size «size»`],
  [
    'an item of a List',
    'kind: List\napiVersion: v1\nitems:\n- kind: Thing\n  apiVersion: example/v1\n  si‸ze: 1\n',
    `${of} size «size»`,
  ],
  [
    'an item of a List in JSON',
    '{"kind": "List", "items": [{"kind": "Thing", "apiVersion": "example/v1", "si‸ze": 1}]}',
    `${of} size «"size"»`,
  ],
  [
    'an item of a typed list',
    'kind: ThingList\napiVersion: example/v1\nitems: [{size‸: 1}]',
    `${of} size «size»`,
  ],
  ['flow style', `${thing}parts: [{name: a, am‸ount: 1}]`, `${of} parts amount «amount»`],
  ['a value in flow style', `${thing}parts: [{name: ab‸c}]`, `${of} parts name «abc»`],
  ['a quoted key', `${thing}"mo‸de": off\n`, `${of} mode «"mode"»`],
  ['a value in quotes', `${thing}mode: "o‸n"\n`, `${of} mode «"on"»`],
  ['CRLF', `${thing}parts:\n- na‸me: a\n`.replaceAll('\n', '\r\n'), `${of} parts name «name»`],
  ['a mapping with an anchor', `${thing}parts:\n- &p\n  na‸me: a\n`, `${of} parts name «name»`],
  ['a block scalar', `${thing}parts:\n- name: |\n    si‸ze: 1\n`, undefined],
  ['a comment after a value', `${thing}size: 1 # si‸ze`, undefined],
  ['the separator of documents', `${thing}--‸-\n`, undefined],
  ['an empty line', `${thing}‸\nsize: 1\n`, undefined],
  ['a space before a key', `${thing}parts:\n-  ‸ name: a\n`, undefined],
  ['an unclosed bracket', `${thing}parts: [{na‸me: a`, `${of} parts name «name»`],
])('the hover in: %s', (_, text, expected) => {
  expect(hoverText(text)).toBe(expected)
})
