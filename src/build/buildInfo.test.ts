import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildName } from './buildInfo'

let root = ''

const write = (text: string): void => {
  mkdirSync(join(root, 'src'), { recursive: true })
  writeFileSync(join(root, 'src/a.ts'), text)
}

const git = (...words: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...words], {
    cwd: root,
    encoding: 'utf8',
  })

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'build-'))
})
afterEach(() => rmSync(root, { recursive: true }))

test('without a commit, the build is named by its sources alone', () => {
  write('1')
  const first = buildName(root)
  expect(first).toMatch(/^sources [0-9a-f]{12}$/)
  writeFileSync(join(root, 'notes.txt'), 'no source')
  expect(buildName(root)).toBe(first)
  write('2')
  expect(buildName(root)).not.toBe(first)
  write('1')
  expect(buildName(root)).toBe(first)
})

test('the build is named by its commit, unless a source was changed since', () => {
  write('1')
  git('init', '-q')
  expect(buildName(root)).toMatch(/^sources /)
  git('add', '.')
  git('commit', '-q', '-m', 'one')
  expect(buildName(root)).toBe(`commit ${git('rev-parse', 'HEAD').slice(0, 12)}`)
  writeFileSync(join(root, 'notes.txt'), 'no source')
  expect(buildName(root)).toMatch(/^commit /)
  writeFileSync(join(root, 'src/b.ts'), '')
  expect(buildName(root)).toMatch(/^sources /)
})

test('the commit of a repository around it is not its own', () => {
  write('1')
  git('init', '-q')
  git('add', '.')
  git('commit', '-q', '-m', 'one')
  expect(buildName(join(root, 'src'))).toMatch(/^sources /)
})
