import { expect, test } from 'vitest'
import { catalogOf } from '../../schemas/catalog'
import { completionsAt, described } from './completions'
import type { FindSchema, Schema } from '../schema/schema'
import { defaultSettings } from '../model/settings'

const catalog = catalogOf({
  versions: ['1.30', '1.31'],
  names: ['Thing', 'ThingSpec', 'Part', 'am:meta.v1.ObjectMeta', 'Scaler', 'ScalerBeta', 'ThingList'],
  pool: [
    {
      g: ['example/v1/Thing'],
      p: {
        status: '*',
        spec: '#ThingSpec',
        metadata: '#am:meta.v1.ObjectMeta',
        kind: 's',
        apiVersion: 's',
        data: '{s',
      },
    },
    {
      r: ['size'],
      p: {
        parts: '[#Part',
        size: 'i',
        on: 'b',
        mode: 'eon|Off|Some',
        modes: '[eA|B',
        old: 's',
        inner: '#Part',
        labels: '{s',
      },
    },
    { r: ['name'], p: { name: 's', image: 's', part: '#Part', words: '[s' } },
    { p: { name: 's', namespace: 's', labels: '{s' } },
    { g: ['auto/v1/Scaler', 'auto/v2/Scaler'] },
    { g: ['auto/v2beta1/Scaler'] },
    { g: ['example/v1/ThingList'] },
    {
      r: ['size'],
      p: {
        parts: '[#Part',
        size: 'i',
        on: 'b',
        mode: 'eon|Off|Some',
        modes: '[eA|B',
        inner: '#Part',
        labels: '{s',
      },
    },
  ],
  index: { '1.30': [0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6], '1.31': [1, 7] },
})

const custom: Schema = {
  type: ['object'],
  properties: new Map<string, Schema>([
    ['either', { type: ['string'], enum: ['a b', 'true', '5', '*x', 'plain', ''] }],
    ['number', { enum: [1, 2.5, null] }],
    ['old', { type: ['string'], description: 'Deprecated: use new.' }],
    ['never', { never: true }],
    ['yes', { type: ['object'] }],
  ]),
}

const find: FindSchema = (apiVersion, kind) => {
  if (apiVersion === 'custom/v1') return { schema: custom, origin: 'file', nulls: 'value' }
  const schema = catalog.kind('1.30', apiVersion, kind)
  return schema && { schema, origin: 'kubernetes', nulls: 'absent' }
}

const completions = (marked: string) => {
  const text = marked.replace('‸', '')
  const settings = { ...defaultSettings, kubernetesVersion: '1.30' }
  return { text, ...completionsAt(text, marked.indexOf('‸'), find, catalog, settings) }
}

const labels = (marked: string): string =>
  completions(marked)
    .items?.map(({ label }) => label)
    .join(' ') ?? ''

const thing = 'apiVersion: example/v1\nkind: Thing\n'
const specFields = 'size inner labels mode modes on parts old'

test.each([
  ['an empty text', '‸', 'apiVersion kind metadata'],
  ['the root', `${thing}‸`, 'metadata spec data'],
  [
    'the root, above apiVersion and kind',
    'meta‸\napiVersion: example/v1\nkind: Thing\n',
    'metadata spec data',
  ],
  [
    'a mapping: required fields first, fields that a later version removes last',
    `${thing}spec:\n  ‸`,
    specFields,
  ],
  [
    'a mapping that has some of the fields',
    `${thing}spec:\n  size: 1\n  ‸\n  "on": true\n`,
    'inner labels mode modes parts old',
  ],
  ['an existing key', `${thing}spec:\n  si‸ze: 1\n  "on": true\n`, 'size inner labels mode modes parts old'],
  ['an item', `${thing}spec:\n  parts:\n    - ‸`, 'name image part words'],
  ['below the key of a list', `${thing}spec:\n  parts:\n    ‸`, 'name image part words'],
  ['another key of an item', `${thing}spec:\n  parts:\n    - name: a\n      ‸`, 'image part words'],
  ['the next item', `${thing}spec:\n  parts:\n    - name: a\n    ‸`, 'name image part words'],
  ['flow style', `${thing}spec: {size: 1, ‸}`, 'inner labels mode modes on parts old'],
  ['JSON', '{"apiVersion": "example/v1", "kind": "Thing", "‸"}', 'metadata spec data'],
  ['a second document', `a: 1\n---\n${thing}metadata:\n  ‸`, 'labels name namespace'],
  [
    'an item of a List',
    'kind: List\napiVersion: v1\nitems:\n- kind: Thing\n  apiVersion: example/v1\n  spec:\n    ‸',
    specFields,
  ],
  ['an item of a typed list', 'kind: ThingList\napiVersion: example/v1\nitems:\n- spec:\n    ‸', specFields],
  ['an unknown kind', 'apiVersion: a/v1\nkind: Foo\n‸', 'metadata'],
  ['the metadata of an unknown kind', 'kind: Foo\nmetadata:\n  ‸', 'labels name namespace'],
  ['the spec of an unknown kind', 'kind: Foo\nspec:\n  ‸', ''],
  ['a map', `${thing}spec:\n  labels:\n    ‸`, ''],
  ['a custom kind: deprecated fields last', 'apiVersion: custom/v1\nkind: C\n‸', 'either number yes old'],
  ['a list of values', `${thing}spec:\n  modes:\n    - ‸`, 'A B'],
  ['a list of values, below its key', `${thing}spec:\n  modes:\n    ‸`, 'A B'],
  ['a list of values in flow style', `${thing}spec:\n  modes: [A, ‸]`, 'A B'],
  ['values of an enum', `${thing}spec:\n  mode: ‸`, 'on Off Some'],
  ['values directly after the colon', `${thing}spec:\n  mode:‸`, 'on Off Some'],
  ['a value below its key', `${thing}spec:\n  mode:\n    ‸`, 'on Off Some'],
  ['a boolean', `${thing}spec:\n  "on": t‸`, 'true false'],
  ['numbers', 'apiVersion: custom/v1\nkind: C\nnumber: ‸', '1 2.5'],
  ['a string without an enum', `${thing}metadata:\n  name: ‸`, ''],
  ['every kind', 'kind: ‸', 'Scaler Thing'],
  ['the kinds of an apiVersion', 'kind: ‸\napiVersion: example/v1\n', 'Thing'],
  ['every apiVersion', 'apiVersion: ‸', 'auto/v2 auto/v1 example/v1 auto/v2beta1'],
  ['the apiVersions of a kind', 'apiVersion: ‸\nkind: Scaler\n', 'auto/v2 auto/v1 auto/v2beta1'],
  ['the kind of an item', 'kind: List\nitems:\n- kind: ‸\n', 'Scaler Thing'],
  ['a comment', `${thing}spec:\n  # ‸`, ''],
  ['a block scalar', `${thing}data:\n  a: |\n    ‸`, ''],
])('the completions in: %s', (_, text, expected) => {
  expect(labels(text)).toBe(expected)
})

/** The text after a completion is inserted, with `‸` for the cursor. */
const inserted = (marked: string, label: string): string => {
  const { text, range, items } = completions(marked)
  const item = items?.find((completion) => completion.label === label)
  if (!range || !item) return ''
  const { insert, cursor = insert.length } = item
  return `${text.slice(0, range.from)}${insert.slice(0, cursor)}‸${insert.slice(cursor)}${text.slice(range.to)}`
}

test.each([
  ['size', `${thing}spec:\n  si‸`, `${thing}spec:\n  size: ‸`],
  ['parts', `${thing}spec:\n  pa‸\n`, `${thing}spec:\n  parts:\n    - ‸\n`],
  ['inner', `${thing}spec:\n  ‸`, `${thing}spec:\n  inner:\n    ‸`],
  ['part', `${thing}spec:\n  parts:\n  - ‸`, `${thing}spec:\n  parts:\n  - part:\n      ‸`],
  ['words', `${thing}spec:\n  parts:\n    ‸`, `${thing}spec:\n  parts:\n    - words:\n        - ‸`],
  [
    'name',
    `${thing}spec:\n  parts:\n    - name: a\n    ‸`,
    `${thing}spec:\n  parts:\n    - name: a\n    - name: ‸`,
  ],
  ['metadata', `${thing}me‸ta: {}\n`, `${thing}metadata‸: {}\n`],
  ['on', `${thing}spec:\n  mode: ‸`, `${thing}spec:\n  mode: "on"‸`],
  ['on', `${thing}spec:\n  mode: o‸f # x`, `${thing}spec:\n  mode: "on"‸ # x`],
  ['Some', `${thing}spec:\n  mode:‸`, `${thing}spec:\n  mode: Some‸`],
  ['Some', `${thing}spec:\n  mode: 'S‸'`, `${thing}spec:\n  mode: 'Some'‸`],
  ['Off', `${thing}spec:\n  mode: "O‸\n`, `${thing}spec:\n  mode: "Off"‸\n`],
  ['on', `${thing}spec:\n  ‸`, `${thing}spec:\n  "on": ‸`],
  ['true', `${thing}spec: {"on": ‸}`, `${thing}spec: {"on": true‸}`],
  ['parts', `${thing}spec: {‸}`, `${thing}spec: {parts: [‸]}`],
  ['inner', `${thing}spec: {a: 1, in‸}`, `${thing}spec: {a: 1, inner: {‸}}`],
  ['A', `${thing}spec:\n  modes:\n    ‸`, `${thing}spec:\n  modes:\n    - A‸`],
  ['a b', 'apiVersion: custom/v1\neither: ‸\nkind: C\n', 'apiVersion: custom/v1\neither: "a b"‸\nkind: C\n'],
  ['5', 'apiVersion: custom/v1\neither: ‸\nkind: C\n', 'apiVersion: custom/v1\neither: "5"‸\nkind: C\n'],
  ['*x', 'apiVersion: custom/v1\neither: ‸\nkind: C\n', 'apiVersion: custom/v1\neither: "*x"‸\nkind: C\n'],
  ['yes', 'apiVersion: custom/v1\nkind: C\n‸', 'apiVersion: custom/v1\nkind: C\n"yes":\n  ‸'],
  ['apiVersion', '{"‸"}', '{"apiVersion": "‸"}'],
  ['metadata', '{\n  ‸\n}', '{\n  "metadata": {‸}\n}'],
  ['Thing', 'kind: T‸', 'kind: Thing‸'],
  ['auto/v2', '{"apiVersion": "‸", "kind": "Scaler"}', '{"apiVersion": "auto/v2"‸, "kind": "Scaler"}'],
  ['size', `${thing}spec:\r\n  ‸\r\n`, `${thing}spec:\r\n  size: ‸\r\n`],
])('inserting %s', (label, text, after) => {
  expect(inserted(text, label)).toBe(after)
})

test('a completion has a label, a detail and the path of its field', () => {
  expect(completions(`${thing}spec:\n  parts:\n    - na‸`).items?.[0]).toEqual({
    label: 'name',
    completes: 'field',
    detail: 'text',
    required: true,
    insert: 'name: ',
    apiVersion: 'example/v1',
    kind: 'Thing',
    path: ['spec', 'parts', 'name'],
  })
  expect(completions('kind: Sc‸').items?.[0]).toEqual({
    label: 'Scaler',
    completes: 'kind',
    detail: 'auto/v2 or auto/v1 or auto/v2beta1',
    required: false,
    insert: 'Scaler',
    apiVersion: 'auto/v2',
    kind: 'Scaler',
    path: [],
  })
})

test('an editor suggests again after a field with completions for its value', () => {
  const suggesting = completions(`${thing}spec:\n  ‸`).items?.filter(({ suggestsNext }) => suggestsNext)
  expect(suggesting?.map(({ label }) => label)).toEqual(['inner', 'mode', 'modes', 'on', 'parts'])
})

test('a field is deprecated when its description says so', () => {
  const [field] = completions(`${thing}spec:\n  ‸`).items ?? []
  if (!field) throw new Error('no completions')
  expect(described(field, 'The size.').deprecated).toBeUndefined()
  for (const text of ['Deprecated. Use x.', 'Old. This field is deprecated.', 'An alias. Deprecated: use x.'])
    expect(described(field, text)).toEqual({ ...field, description: text, deprecated: true })
})
