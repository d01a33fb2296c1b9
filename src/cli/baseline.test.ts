import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { folderOf } from './testing/folderOf'
import { configMap, service } from './testing/manifests'
import { runForTest } from './testing/runForTest'

const file = 'baseline.json'

const deployment = (containers: string): string =>
  `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
${containers}`

const container = (name: string): string => `        - name: ${name}\n          image: ${name}:latest\n`

const old = { 'a.yaml': service('a'), 'web.yaml': deployment(container('web')) }

/** A folder with a baseline of all that is in it. */
const accepted = async (files: Readonly<Record<string, string>> = old, ...flags: readonly string[]) => {
  const cwd = folderOf(files)
  const { code, stderr } = await runForTest(['--write-baseline', file, ...flags, ...Object.keys(files)], {
    cwd,
  })
  expect({ code, stderr }).toEqual({
    code: 0,
    stderr: expect.stringMatching(/^baseline\.json has [1-9]\d* findings?\.\n$/),
  })
  return cwd
}

const checked = (cwd: string, ...words: readonly string[]) =>
  runForTest(['--baseline', file, ...words], { cwd })

test('findings of the baseline do not count, and new ones do', async () => {
  const cwd = await accepted()
  expect(await checked(cwd, 'a.yaml', 'web.yaml')).toMatchObject({ code: 0, stderr: '' })
  writeFileSync(`${cwd}/new.yaml`, service('new'))
  const { code, stdout } = await checked(cwd, '-o', 'github', 'a.yaml', 'web.yaml', 'new.yaml')
  expect(code).toBe(1)
  expect(stdout).toContain('file=new.yaml')
  expect(stdout).not.toContain('file=a.yaml')
})

test('it is sorted, has a finding in each line, and is the same when it is written again', async () => {
  const cwd = await accepted()
  const text = readFileSync(`${cwd}/${file}`, 'utf8')
  const lines = text.split('\n').slice(3, -3)
  expect(lines.length).toBeGreaterThan(5)
  for (const line of lines) expect(JSON.parse(line.replace(/,$/, ''))).toHaveProperty('rule')
  const parsed: { findings: { file: string }[] } = JSON.parse(text)
  expect(parsed.findings.map((one) => one.file)).toEqual(parsed.findings.map((one) => one.file).toSorted())
  await runForTest(['--write-baseline', file, 'web.yaml', 'a.yaml'], { cwd })
  expect(readFileSync(`${cwd}/${file}`, 'utf8')).toBe(text)
  await runForTest(['--baseline', file, '--write-baseline', file, 'web.yaml', 'a.yaml'], { cwd })
  expect(readFileSync(`${cwd}/${file}`, 'utf8')).toBe(text)
})

test('it survives edits elsewhere, a container before, a renamed file, and other files', async () => {
  const cwd = await accepted()
  renameSync(`${cwd}/a.yaml`, `${cwd}/b.yaml`)
  writeFileSync(`${cwd}/first.yaml`, `# a comment\n${configMap('first')}`)
  writeFileSync(
    `${cwd}/web.yaml`,
    deployment(`# another\n${container('web')}`).replace('web}}\n', 'web}}\n  replicas: 3\n'),
  )
  expect(await checked(cwd, 'first.yaml', 'b.yaml', 'web.yaml')).toMatchObject({ code: 0, stderr: '' })
  writeFileSync(`${cwd}/web.yaml`, deployment(container('sidecar') + container('web')))
  const { code, stdout } = await checked(cwd, '-o', 'json', '--no-fixes', 'b.yaml', 'web.yaml')
  const { findings }: { findings: { ignored?: string; message: string }[] } = JSON.parse(stdout)
  const counting = findings.filter(({ ignored }) => ignored === undefined)
  expect(code).toBe(1)
  expect(counting.length).toBeGreaterThan(2)
  expect(counting.filter(({ message }) => !message.includes('sidecar'))).toEqual([])
})

test('what is gone is counted', async () => {
  const cwd = await accepted()
  writeFileSync(`${cwd}/a.yaml`, configMap('a'))
  expect(await checked(cwd, 'a.yaml', 'web.yaml')).toMatchObject({
    code: 0,
    stderr: '1 finding of baseline.json no longer occurs. Run with --write-baseline to update it.\n',
  })
})

test('each file has its own findings with --separate', async () => {
  const cwd = await accepted({ 'a.yaml': service('same'), 'b.yaml': configMap('b') }, '--separate')
  expect(await checked(cwd, '--separate', 'a.yaml', 'b.yaml')).toMatchObject({ code: 0, stderr: '' })
  writeFileSync(`${cwd}/b.yaml`, service('same'))
  expect(await checked(cwd, '--separate', 'a.yaml', 'b.yaml')).toMatchObject({ code: 1 })
})

test('an entry of a file that is gone counts in no other set, and only check says what is gone', async () => {
  const cwd = await accepted({ 'old.yaml': service('a') })
  for (const name of ['b.yaml', 'c.yaml']) writeFileSync(`${cwd}/${name}`, service('a'))
  expect(await checked(cwd, 'b.yaml')).toMatchObject({ code: 0 })
  expect(await checked(cwd, '--separate', 'b.yaml', 'c.yaml')).toMatchObject({ code: 1 })
  writeFileSync(`${cwd}/old.yaml`, configMap('a'))
  const validated = await runForTest(['validate', '--baseline', file, 'old.yaml'], { cwd })
  expect(validated).toMatchObject({ code: 0, stderr: '' })
  expect((await checked(cwd, 'old.yaml')).stderr).toContain('no longer occurs')
})

test('objects are graded without what is in the baseline', async () => {
  const cwd = await accepted({ 'a.yaml': service('a') })
  const graded = async (...words: string[]) => {
    const { stdout } = await runForTest(['-o', 'json', '--no-fixes', 'a.yaml', ...words], { cwd })
    const { objects }: { objects: { grade: string }[] } = JSON.parse(stdout)
    return objects.map(({ grade }) => grade)
  }
  expect(await graded()).toEqual(['critical'])
  expect(await graded('--baseline', file)).toEqual(['passed'])
})

test.each([
  ['', 'baseline.json:1: This is not valid JSON.'],
  ['{\n"version": 1,\n', 'baseline.json:3: This is not valid JSON.'],
  ['[]', 'baseline.json:1: This is not a baseline'],
  ['{\n"version": 2, "findings": []}', 'baseline.json:2: This is not a baseline'],
  ['{"version": 1, "findings": [\n{"file": "a"},\n{}]}', 'baseline.json:2: This is not a baseline'],
  [
    '{"version": 1,\n"findings": [\n{"file": 1, "rule": "a", "object": "", "message": "", "id": ""}]}',
    'baseline.json:3: ',
  ],
])('%j is no baseline', async (text, message) => {
  const cwd = folderOf({ [file]: text, 'a.yaml': configMap('a') })
  const { code, stdout, stderr } = await checked(cwd, 'a.yaml')
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain(message)
})

test('a baseline that cannot be written is an error', async () => {
  const cwd = folderOf({ 'a.yaml': configMap('a') })
  expect(await runForTest(['--write-baseline', 'no/folder.json', 'a.yaml'], { cwd })).toMatchObject({
    code: 2,
    stderr: 'no/folder.json cannot be written.\n',
  })
})
