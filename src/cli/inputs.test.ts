import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { plainOptions } from '../formats/reporting'
import { UsageError } from './command'
import { oneSet, readFiles, readInputs } from './inputs'
import { looksLikeManifest } from './looksLikeManifest'
import type { Io } from './io'
import { folderOf } from './testing/folderOf'
import { configMap, service } from './testing/manifests'
import { runForTest } from './testing/runForTest'

const ioIn = (cwd: string, said: string[] = [], stdin?: string): Io => {
  const stream = { isTerminal: false, columns: undefined, write: (text: string) => void said.push(text) }
  return {
    ...{ cwd, env: {}, stdout: stream, stderr: stream, startThread: undefined },
    stdin: { isTerminal: stdin === undefined, read: async () => new TextEncoder().encode(stdin) },
  }
}

const choice = { ignoredNames: [], write: plainOptions }

const namesOf = async (cwd: string, operands: readonly string[], ignoredNames: readonly string[] = []) =>
  (await readFiles(operands, ioIn(cwd), { ...choice, ignoredNames })).files.map(({ name }) => name)

const tree = {
  'b.yaml': configMap('b'),
  'a.yml': configMap('a'),
  'c.JSON': '{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "c"}}',
  'd.txt': configMap('d'),
  'sub/z.yaml': configMap('z'),
  'sub/.hidden/h.yaml': configMap('h'),
  'node_modules/n.yaml': configMap('n'),
  'values.yaml': 'image:\n  kind: a\n  apiVersion: b\n',
  'Chart.yaml': 'apiVersion: v2\nname: chart\n',
  'package.json': '{"name": "a"}',
}

test.each<[operands: string[], names: string[]]>([
  [['.'], ['a.yml', 'b.yaml', 'c.JSON', 'sub/z.yaml']],
  [
    ['sub', '.'],
    ['sub/z.yaml', 'a.yml', 'b.yaml', 'c.JSON'],
  ],
  [['sub/../b.yaml', './b.yaml', 'b.yaml'], ['b.yaml']],
  [['*.yaml'], ['b.yaml']],
  [['**/*.y{a,}ml'], ['a.yml', 'b.yaml', 'sub/z.yaml']],
  [['d.txt'], ['d.txt']],
  [['values.yaml'], ['values.yaml']],
  [
    ['.', 'values.yaml'],
    ['a.yml', 'b.yaml', 'c.JSON', 'sub/z.yaml', 'values.yaml'],
  ],
])('%j', async (operands, names) => {
  expect((await namesOf(folderOf(tree), operands)).toSorted()).toEqual(names.toSorted())
})

test('the order is that of the operands, and by name below a folder', async () => {
  const folder = folderOf(tree)
  expect(await namesOf(folder, ['sub', '.'])).toEqual(['sub/z.yaml', 'a.yml', 'b.yaml', 'c.JSON'])
  expect(await namesOf(folder, ['b.yaml', 'a.yml'])).toEqual(['b.yaml', 'a.yml'])
})

test('names are relative to the working folder; outside, absolute ones stay', async () => {
  const folder = folderOf(tree)
  expect(await namesOf(`${folder}/sub`, ['../b.yaml', 'z.yaml'])).toEqual(['../b.yaml', 'z.yaml'])
  expect(await namesOf(`${folder}/sub`, [`${folder}/b.yaml`, `${folder}/sub`])).toEqual([
    `${folder}/b.yaml`,
    'z.yaml',
  ])
})

test('names that match an expression of Go are left out, named or not', async () => {
  const folder = folderOf(tree)
  expect(await namesOf(folder, ['.', 'd.txt'], ['^sub/', String.raw`\.(JSON|txt)$`])).toEqual([
    'a.yml',
    'b.yaml',
  ])
})

test('links to files are read, and links to folders are not followed', async () => {
  const folder = folderOf({ 'a/b.yaml': configMap('b') })
  symlinkSync(folder, `${folder}/a/loop`)
  symlinkSync(`${folder}/a/b.yaml`, `${folder}/a/link.yaml`)
  symlinkSync(`${folder}/a/gone.yaml`, `${folder}/a/dangling.yaml`)
  const { files, problems } = await readFiles(['a'], ioIn(folder), choice)
  expect(files.map(({ name }) => name)).toEqual(['a/b.yaml', 'a/link.yaml'])
  expect(problems).toEqual(['a/dangling.yaml cannot be read.'])
})

test('what cannot be read is named, and the rest is there', async () => {
  const folder = folderOf({ 'a.yaml': configMap('a'), 'b.bin': 'a\0b', 'empty/x.txt': '' })
  const { files, problems } = await readFiles(
    ['gone.yaml', 'a.yaml', 'b.bin', 'empty', 'x*.yaml', '\u001b[31m\n'],
    ioIn(folder),
    choice,
  )
  expect(files.map(({ name }) => name)).toEqual(['a.yaml'])
  expect(problems).toEqual([
    'There is no file gone.yaml.',
    'There is no YAML or JSON file in empty.',
    'No file matches x*.yaml.',
    'No file matches ␛[31m␊.',
    'b.bin is a binary file, not text.',
  ])
  await expect(readInputs(['gone.yaml', 'a.yaml'], ioIn(folder), choice)).rejects.toThrow(UsageError)
})

test('UTF-16 is read, and the mark of UTF-8 stays', async () => {
  const utf16 = Buffer.from(`\ufeff${configMap('ä')}`, 'utf16le')
  const folder = folderOf({
    'little.yaml': utf16,
    'big.yaml': Buffer.from(utf16).swap16(),
    'marked.yaml': `\ufeff${configMap('a')}`,
  })
  const { files } = await readFiles(['little.yaml', 'big.yaml', 'marked.yaml'], ioIn(folder), choice)
  expect(files.map(({ text }) => text)).toEqual([configMap('ä'), configMap('ä'), `\ufeff${configMap('a')}`])
})

test('standard input is read without operands and as -', async () => {
  const folder = folderOf({ 'a.yaml': 'kind: a' })
  const stdin = { name: '<stdin>', text: 'kind: b' }
  const read = async (operands: string[]) =>
    (await readFiles(operands, ioIn(folder, [], 'kind: b'), choice)).files
  expect(await read([])).toEqual([stdin])
  expect(await read(['-', 'a.yaml', '-'])).toEqual([stdin, { name: 'a.yaml', text: 'kind: a' }])
  await expect(readFiles([], ioIn(folder), choice)).rejects.toThrow('Name the files or folders to read')
})

test('files without an object are counted, or named', async () => {
  const folder = folderOf(tree)
  const said: string[] = []
  await readFiles(['.'], ioIn(folder, said), choice)
  expect(said).toEqual(['Left out 3 files without an object; --verbose names them.\n'])
  said.length = 0
  await readFiles(['.'], ioIn(folder, said), { ...choice, write: { ...plainOptions, verbosity: 1 } })
  expect(said).toEqual(
    ['Chart.yaml', 'package.json', 'values.yaml'].map(
      (name) => `Left out, because it has no object: ${name}\n`,
    ),
  )
  const { problems } = await readFiles(['*.json'], ioIn(folder), choice)
  expect(problems).toEqual(['No file has an object: a document with apiVersion and kind.'])
})

test.each([
  [true, 'kind: Pod\n'],
  [true, '# a\n---\n"apiVersion": v1\n'],
  [true, 'a: b\n---\nkind : Pod\n'],
  [true, '  apiVersion: v1\n  kind: Pod\n'],
  [true, '{apiVersion: v1, kind: Pod}\n'],
  [true, '{\n  "kind": "Pod"\n}\n'],
  [true, '{\n  "kind": "Pod",\n'],
  [true, '{{- if .Values.a }}\nkind: Pod\n{{- end }}\n'],
  [false, ''],
  [false, '# kind: Pod\n'],
  [false, 'steps:\n  - run: |\n      kind: Pod\n'],
  [false, '{"a": {"kind": "Pod"}}\n'],
  [false, '- kind: Pod\n'],
  [false, 'kindly: a\n'],
])('an object: %s, in %j', (is, text) => {
  expect(looksLikeManifest('a.yaml', text)).toBe(is)
})

test('one set has a limit, which a file alone does not', () => {
  const half = 'a'.repeat(5_300_000)
  const files = [half, half].map((text, index) => ({ name: `${index}.yaml`, text }))
  expect(() => oneSet(files)).toThrow(/^2 files have 10,600,\d{3} characters, .* --separate /)
  expect(oneSet([{ name: 'a.yaml', text: half + half }]).text).toHaveLength(10_600_000)
})

test('a link to itself is named, and the other files are read', async () => {
  const cwd = folderOf({ 'a.yaml': service('a') })
  symlinkSync('loop.yaml', join(cwd, 'loop.yaml'))
  const { code, stdout, stderr } = await runForTest(['.'], { cwd })
  expect(code).toBe(2)
  expect(stderr).toContain('loop.yaml cannot be read.')
  expect(stdout).toContain('a.yaml:')
})

test('what is empty, or left out by a pattern, does not pass', async () => {
  const cwd = folderOf({ 'a.yaml': service('a') })
  expect(await runForTest([], { cwd, stdin: '\n' })).toMatchObject({
    code: 2,
    stderr: 'Standard input is empty.\n',
  })
  expect((await runForTest(['--ignore-filename-pattern', '.', '.'], { cwd })).code).toBe(2)
})

test('a pattern finds files that are links, as a folder does', async () => {
  const cwd = folderOf({ 'a.yaml': service('a') })
  symlinkSync('a.yaml', join(cwd, 'b.yml'))
  expect((await runForTest(['*.yml'], { cwd })).stdout).toContain('b.yml:')
})
