import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { builtProgram } from './testing/builtProgram'
import { folderOf } from './testing/folderOf'
import { configMap, refused } from './testing/manifests'
import { runForTest } from './testing/runForTest'

test('the built program answers as the program does in this process', async () => {
  const file = 'src/lessons/from-bare-to-green/start.yaml'
  const { stdout } = await runForTest([file])
  const program = await builtProgram()
  const answer = (): string => execFileSync(process.execPath, [program, file], { encoding: 'utf8' })
  expect(answer).toThrow(expect.objectContaining({ status: 1, stdout }))
})

const many = (): string =>
  folderOf(
    Object.fromEntries(
      Array.from({ length: 400 }, (_, index) => [
        `${String(index).padStart(3, '0')}.yaml`,
        refused(`name-${index}`),
      ]),
    ),
  )

test('threads share the work, and the output stays the same', async () => {
  const cwd = many()
  const words = ['--separate', '-o', 'json', '--no-fixes', '--write-baseline', 'baseline.txt', '.']
  const { stdout, stderr } = await runForTest(words, { cwd })
  const program = await builtProgram()
  const shared = spawnSync(process.execPath, [program, ...words, '--threads', '3'], { cwd, encoding: 'utf8' })
  expect(shared).toMatchObject({ status: 0, stderr })
  expect(shared.stdout).toBe(stdout)
  const known = ['--separate', '-o', 'github', '--baseline', 'baseline.txt', '--threads', '2', '.']
  expect(spawnSync(process.execPath, [program, ...known], { cwd, encoding: 'utf8' })).toMatchObject({
    status: 0,
    stderr: '',
  })
})

test('long output is complete in a pipe, and a reader that stops is no error', async () => {
  const cwd = many()
  const program = await builtProgram()
  const shell = (command: string) =>
    spawnSync('sh', ['-c', command], {
      cwd,
      encoding: 'utf8',
      maxBuffer: 100_000_000,
      env: { ...process.env, NODE: process.execPath, PROGRAM: program },
    })
  const { stdout } = await runForTest(['-o', 'json', '--no-fixes', '.'], { cwd })
  expect(stdout.length).toBeGreaterThan(200_000)
  expect(shell('"$NODE" "$PROGRAM" -o json --no-fixes . | cat').stdout).toBe(stdout)
  const stopped = shell('{ "$NODE" "$PROGRAM" -o json --no-fixes .; echo "code $?" >&2; } | head -c 10')
  expect(stopped.stdout).toBe(stdout.slice(0, 10))
  expect(stopped.stderr).toBe('code 1\n')
})

test('a manifest comes by pipe, also in UTF-16', async () => {
  const program = await builtProgram()
  const text = refused('piped')
  for (const input of [text, Buffer.from(`\ufeff${text}`, 'utf16le')]) {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [program, '-o', 'github', '--no-settings'],
      {
        input,
        encoding: 'utf8',
      },
    )
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
    expect(stdout).toContain('spec')
  }
})

test.runIf(existsSync('/dev/full'))('a report that cannot be written is no success', async () => {
  const cwd = folderOf({ 'a.yaml': configMap('a') })
  const program = await builtProgram()
  const command = ['-c', '"$0" "$1" -o json a.yaml > /dev/full', process.execPath, program]
  expect(spawnSync('sh', command, { cwd }).status).toBe(2)
})
