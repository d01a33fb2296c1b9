import { expect, test } from 'vitest'
import { joinManifests, readManifests } from './readFiles'

test.each([
  [['a: 1\n'], 'a: 1\n'],
  [['a: 1', 'b: 2\n'], '# Source: 0.yaml\na: 1\n---\n# Source: 1.yaml\nb: 2\n'],
  [['a: 1\n', '---\nb: 2'], '# Source: 0.yaml\na: 1\n---\n# Source: 1.yaml\nb: 2'],
  [['---\na: 1\n', 'b: 2'], '# Source: 0.yaml\na: 1\n---\n# Source: 1.yaml\nb: 2'],
  [['a: 1\n', '# Source: chart/b.yaml\nb: 2'], '# Source: 0.yaml\na: 1\n---\n# Source: chart/b.yaml\nb: 2'],
  [['{"a": 1}', '----\n'], '{"a": 1}\n---\n----\n'],
] as const)('%j becomes %j', (texts, joined) => {
  expect(joinManifests(texts.map((text, index) => ({ name: `${index}.yaml`, text })))).toBe(joined)
})

test('reads what is a manifest and names what is not', async () => {
  const opened = await readManifests([
    new File(['kind: Pod\n'], 'pod.yaml'),
    new File(['x'], 'notes.txt'),
    new File([new Uint8Array([0xff, 0xfe, 0x61, 0, 0x3a, 0])], 'windows.YML'),
  ])
  expect(opened).toEqual({
    text: '# Source: pod.yaml\nkind: Pod\n---\n# Source: windows.YML\na:',
    notice: 'Not opened: notes.txt is not YAML or JSON.',
  })
})
