import { expect, test } from 'vitest'
import { joinManifests, readManifests } from './readManifests'

test.each([
  [['a: 1\n'], 'a: 1\n'],
  [['a: 1', 'b: 2\n'], 'a: 1\n---\nb: 2\n'],
  [['a: 1\n', '---\nb: 2'], 'a: 1\n---\nb: 2'],
  [['a: 1\n', '---'], 'a: 1\n---'],
  [['{"a": 1}', '----\n'], '{"a": 1}\n---\n----\n'],
] as const)('%j becomes %j', (texts, joined) => {
  expect(joinManifests(texts)).toBe(joined)
})

test('reads what is a manifest and names what is not', async () => {
  const opened = await readManifests([
    new File(['kind: Pod\n'], 'pod.yaml'),
    new File(['x'], 'notes.txt'),
    new File([new Uint8Array([0xff, 0xfe, 0x61, 0, 0x3a, 0])], 'windows.YML'),
  ])
  expect(opened).toEqual({ text: 'kind: Pod\n---\na:', notice: 'Left out: notes.txt is not YAML or JSON.' })
})
