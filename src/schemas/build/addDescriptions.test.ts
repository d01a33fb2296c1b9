import { expect, test } from 'vitest'
import { addDescriptions, textNormalizer } from './addDescriptions'
import type { Definition, Definitions, Property } from './definition'
import { packDocs } from './packDocs'

const name = 'io.k8s.api.apps.v1.Thing'
const thing = (texts: Readonly<Record<string, string | undefined>>, description?: string): Definition => ({
  kinds: [],
  required: [],
  ...(description !== undefined && { description }),
  properties: new Map(
    Object.entries(texts).map(([field, text]): [string, Property] => [
      field,
      { shape: { is: 'string' }, ...(text !== undefined && { description: text }) },
    ]),
  ),
})
const set = (definition: Definition, of = name): Definitions => new Map([[of, definition]])
const textsOf = (definitions: Definitions) =>
  Object.fromEntries(
    [...(definitions.get(name)?.properties ?? [])].map(([field, { description }]) => [field, description]),
  )

test('each field gets the first useful description of it', () => {
  const own = set(
    thing({
      a: 'Own.',
      b: undefined,
      port: 'IntOrString is a type that can hold a string.',
      kind: undefined,
    }),
  )
  const other = set(thing({ a: 'Other.', b: 'Other.', port: 'A port.' }, 'A thing.'))
  const pod = set(thing({ kind: 'The kind.' }), 'io.k8s.api.core.v1.Pod')
  const described = addDescriptions(own, [own, other, pod], (text) => text)
  expect(textsOf(described)).toEqual({ a: 'Own.', b: 'Other.', port: 'A port.', kind: 'The kind.' })
  expect(described.get(name)?.description).toBe('A thing.')
})

test.each([
  ['One. Two.', 'One.\n\nTwo.'],
  ["All: '_/*' and '_/scale'", "All: '*/*' and '*/scale'"],
  ['A\u200B word', 'A word'],
  ['A mode.\n\nPossible enum values:\n - `"A"`', 'A mode.'],
  ['Ends with *&#47; here', 'Ends with */ here'],
])('%j is normalized to %j', (text, normalized) => {
  expect(textNormalizer([set(thing({ a: 'One.\n\nTwo.' }))])(text)).toBe(normalized)
})

test('a text is packed once, with the versions in which it changed', () => {
  const releases = new Map([
    ['1.30', set(thing({ a: 'A.', b: 'B.' }, 'A.'))],
    ['1.31', set(thing({ a: 'A.', b: 'C.' }, 'A.'))],
    [
      '1.32',
      new Map([...set(thing({ a: 'A.', b: 'C.', d: 'D.' }, 'A.')), ...set(thing({ a: 'A.' }), 'B.v1.X')]),
    ],
  ])
  const packed = packDocs(releases)
  expect([...packed.keys()]).toEqual(['apps', 'B'])
  expect(packed.get('apps')).toEqual({
    versions: ['1.30', '1.31', '1.32'],
    texts: ['A.', 'B.', 'C.', 'D.'],
    definitions: { 'apps.v1.Thing': { '': 0, a: 0, b: [0, 1, 1, 2], d: 3 } },
  })
})
