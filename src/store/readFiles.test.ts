import { expect, test } from 'vitest'
import { joinManifests, readFiles } from './readFiles'

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

const yaml = /\.(?:ya?ml|json)$/i

test('reads what is a manifest and names what is not', async () => {
  const opened = await readFiles(
    [
      new File(['kind: Pod\n'], 'pod.yaml'),
      new File(['x'], 'notes.txt'),
      new File([new Uint8Array([0xff, 0xfe, 0x61, 0, 0x3a, 0])], 'windows.YML'),
      new File([new Uint8Array([0x1f, 0x8b, 0, 0])], 'chart.yaml'),
    ],
    yaml,
  )
  expect(opened).toEqual({
    read: [
      { name: 'pod.yaml', text: 'kind: Pod\n' },
      { name: 'windows.YML', text: 'a:' },
    ],
    refused: ['notes.txt is not YAML or JSON.', 'chart.yaml is a binary file, not text.'],
  })
})

/** A file that only says how large it is, and counts how often it is read. */
const sized = (name: string, size: number) => {
  const file = new File([''], name)
  let reads = 0
  Object.defineProperty(file, 'size', { value: size })
  Object.defineProperty(file, 'arrayBuffer', {
    value: async () => {
      reads += 1
      return new ArrayBuffer(0)
    },
  })
  return { file, reads: () => reads }
}

test.each([
  [[10_000_000], [1], []],
  [[400_000_000], [0], ['0.json has 400.0 MB, and the limit is 10 MB.']],
  [[10_000_001, 1_000], [0, 1], ['0.json has 10.0 MB, and the limit is 10 MB.']],
  [[6_000_000, 6_000_000], [0, 0], ['0.json, 1.json together have 12.0 MB, and the limit is 10 MB.']],
])('files of %j bytes are read %j times', async (sizes, reads, refused) => {
  const files = sizes.map((size, index) => sized(`${index}.json`, size))
  const opened = await readFiles(files.map(({ file }) => file))
  expect(files.map((file) => file.reads())).toEqual(reads)
  expect(opened.refused).toEqual(refused)
})

test('a file that is gone is named', async () => {
  const file = new File([''], 'gone.yaml')
  Object.defineProperty(file, 'arrayBuffer', { value: () => Promise.reject(new Error('gone')) })
  expect(await readFiles([file])).toEqual({ read: [], refused: ['gone.yaml could not be read.'] })
})
