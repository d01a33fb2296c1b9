import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { applyPatch, parsePatch } from 'diff'
import { expect, test } from 'vitest'
import { bytesOfText } from '../session/fileText'
import { replaceText } from './writeFile'
import { runForTest } from './testing/runForTest'

const folder = (): string => mkdtempSync(join(tmpdir(), 'fix-'))

/** Writes files into a new folder, and returns it. */
const folderWith = (files: Readonly<Record<string, string | Uint8Array>>): string => {
  const cwd = folder()
  for (const [name, content] of Object.entries(files)) writeFileSync(join(cwd, name), content)
  return cwd
}

const textIn = (cwd: string, name: string): string => readFileSync(join(cwd, name), 'utf8')

/** Has one safe fix: a duplicate variable with the same value. The other findings need a review or a decision. */
const duplicate = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: web:1.2.3
      env:
        - name: A
          value: "1"
        - name: A
          value: "1"
`
const fixed = duplicate.replace('        - name: A\n          value: "1"\n', '')

const bare = readFileSync('src/lessons/from-bare-to-green/start.yaml', 'utf8')

test('applies safe fixes in place, and leaves what they do not concern as it is, byte for byte', async () => {
  const untouched = bare.replaceAll('\n', '\r\n')
  const cwd = folderWith({
    'plain.yaml': duplicate,
    'crlf.yaml': duplicate.replaceAll('\n', '\r\n').replace('name: web', 'name: crlf'),
    'mark.yaml': `\uFEFF${duplicate.replace('name: web', 'name: mark')}`,
    'wide.yaml': bytesOfText(duplicate.replace('name: web', 'name: wide'), 'utf-16le'),
    'other.yaml': untouched,
  })
  chmodSync(join(cwd, 'plain.yaml'), 0o750)
  const { code, stdout, stderr } = await runForTest(['fix', '.'], { cwd })
  expect(stderr).toBe('')
  expect(code).toBe(1)
  expect(stdout).toContain('Fixed 4 findings in 4 files:')
  expect(stdout).toContain('crlf.yaml:')
  expect(textIn(cwd, 'plain.yaml')).toBe(fixed)
  expect(textIn(cwd, 'crlf.yaml')).toBe(fixed.replaceAll('\n', '\r\n').replace('name: web', 'name: crlf'))
  expect(textIn(cwd, 'mark.yaml')).toBe(`\uFEFF${fixed.replace('name: web', 'name: mark')}`)
  expect(new Uint8Array(readFileSync(join(cwd, 'wide.yaml')))).toEqual(
    bytesOfText(fixed.replace('name: web', 'name: wide'), 'utf-16le'),
  )
  expect(textIn(cwd, 'other.yaml')).toBe(untouched)
  expect(statSync(join(cwd, 'plain.yaml')).mode & 0o777).toBe(0o750)
  expect(readdirSync(cwd)).toHaveLength(5)
})

test('what was fixed is no finding any more, and a second run has nothing to do', async () => {
  const cwd = folderWith({ 'web.yaml': bare })
  const first = await runForTest(['fix', '--review', 'web.yaml'], { cwd })
  expect(first.code).toBe(0)
  expect(first.stdout).toMatch(/The score goes from \d+ to \d+ of\s100\./)
  expect(first.stdout).toContain('(review, restarts Pods)')
  expect(first.stdout).toContain('Replace the placeholders: ')
  const again = await runForTest(['fix', '--review', '--dry-run', 'web.yaml'], { cwd })
  expect(again).toMatchObject({ code: 0, stdout: '' })
  expect(again.stderr).toContain('There is no fix to apply.')
  const { code } = await runForTest(['check', 'web.yaml'], { cwd })
  expect(code).toBe(0)
})

test('without --review, fixes that a person has to look at are only counted', async () => {
  const cwd = folderWith({ 'web.yaml': bare })
  const { code, stdout } = await runForTest(['fix', 'web.yaml'], { cwd })
  expect(code).toBe(1)
  expect(stdout).toContain('--review also applies')
  expect(textIn(cwd, 'web.yaml')).toBe(bare)
})

test('--dry-run shows a diff that makes of the files what fix makes of them, and changes nothing', async () => {
  const files = { 'a b.yaml': bare.replaceAll('\n', '\r\n'), 'c.yaml': duplicate.trimEnd(), 'd.yaml': fixed }
  const cwd = folderWith(files)
  const { code, stdout, stderr } = await runForTest(['fix', '--dry-run', '--review', '.'], { cwd })
  expect(code).toBe(1)
  expect(stderr).toMatch(/^Would fix \d+ findings in 3 files:/)
  for (const [name, text] of Object.entries(files)) expect(textIn(cwd, name)).toBe(text)
  await runForTest(['fix', '--review', '.'], { cwd })
  const patches = parsePatch(stdout)
  expect(patches.map(({ oldFileName, newFileName }) => [oldFileName, newFileName])).toEqual(
    Object.keys(files).map((name) => [`a/${name}`, `b/${name}`]),
  )
  for (const [index, [name, text]] of Object.entries(files).entries()) {
    const patch = patches[index]
    expect(patch && applyPatch(text, patch, { autoConvertLineEndings: false })).toBe(textIn(cwd, name))
  }
})

test('of standard input, the fixed text is the output, and the rest is said beside it', async () => {
  const { code, stdout, stderr } = await runForTest(['fix'], { stdin: duplicate })
  expect(stdout).toBe(fixed)
  expect(stderr).toContain('<stdin>:')
  expect(code).toBe(1)
  const same = await runForTest(['fix', '-', '--report-only'], { stdin: fixed })
  expect(same).toMatchObject({ code: 0, stdout: fixed })
})

test('risky fixes are named and never applied', async () => {
  const text = fixed.replace(
    'image: web:1.2.3',
    'image: web:1.2.3\n      securityContext:\n        privileged: true',
  )
  const cwd = folderWith({ 'web.yaml': text })
  const { stdout } = await runForTest(
    ['fix', '--review', '--only', 'container-security-context-privileged', 'web.yaml'],
    {
      cwd,
    },
  )
  expect(stdout).toContain('There is no fix to apply.')
  expect(stdout).toMatch(
    /For you to decide.*\n {2}web\.yaml:10:\d+: critical: .*privileged.*\n {4}Possible: /,
  )
  expect(textIn(cwd, 'web.yaml')).toBe(text)
})

test('--only fixes the findings of the rules that are named', async () => {
  const cwd = folderWith({ 'web.yaml': bare })
  const rules = ['--only', 'deployment-replicas', '--only=container-image-pull-policy']
  const { stdout } = await runForTest(['fix', '--review', ...rules, 'web.yaml'], { cwd })
  expect(stdout).toContain('Fixed 2 findings in 1 file:')
  expect(stdout).toContain('No finding of these rules is left.')
  const changed = textIn(cwd, 'web.yaml')
    .split('\n')
    .filter((line) => !bare.includes(line))
  expect(changed.map((line) => line.trim())).toEqual(['replicas: 2', 'imagePullPolicy: Always'])
})

test.each([
  [
    ['--only', 'deployment-replica'],
    /--only: deployment-replica is not a rule; did you mean deployment-replicas\?/,
  ],
  [['missing.yaml'], /There is no file missing\.yaml/],
])('%j is refused, and no file is changed', async (words, message) => {
  const cwd = folderWith({ 'web.yaml': duplicate })
  const { code, stdout, stderr } = await runForTest(['fix', 'web.yaml', ...words], { cwd })
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toMatch(message)
  expect(textIn(cwd, 'web.yaml')).toBe(duplicate)
})

test('on a terminal the diff is in colours, and what the manifest has cannot steer the terminal', async () => {
  const cwd = folderWith({ 'web.yaml': `${duplicate}---\na: \u009b2J\u001b]0;x\u0007\n` })
  const { stdout, stderr } = await runForTest(['fix', '--dry-run', 'web.yaml'], { cwd, columns: 80 })
  expect(stdout).toContain('\u001b[31m-')
  for (const text of [stdout, stderr])
    // oxlint-disable-next-line no-control-regex -- these are what must not be there
    expect(text.replace(/\u001b\[\d+m/g, '')).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/)
})

test('a link stays a link to the file that is fixed', async () => {
  const cwd = folder()
  mkdirSync(join(cwd, 'real'))
  writeFileSync(join(cwd, 'real', 'web.yaml'), duplicate)
  symlinkSync(join('real', 'web.yaml'), join(cwd, 'link.yaml'))
  await runForTest(['fix', 'link.yaml'], { cwd })
  expect(lstatSync(join(cwd, 'link.yaml')).isSymbolicLink()).toBe(true)
  expect(textIn(cwd, 'real/web.yaml')).toBe(fixed)
  expect(readdirSync(join(cwd, 'real'))).toEqual(['web.yaml'])
})

test.each([
  ['that changed since', 'a: 2\n', 'it has changed since it was read'],
  ['that is no text', Uint8Array.of(0x61, 0xff), 'it has bytes that are no text'],
  ['that is gone', undefined, 'it cannot be written (ENOENT)'],
])('a file %s is not written', (_, content, reason) => {
  const path = join(folder(), 'a.yaml')
  if (content !== undefined) writeFileSync(path, content)
  expect(replaceText(path, typeof content === 'string' ? 'a: 1\n' : 'a\uFFFD', 'a: 3\n')).toBe(reason)
  if (content !== undefined)
    expect(new Uint8Array(readFileSync(path))).toEqual(new Uint8Array(Buffer.from(content)))
})
