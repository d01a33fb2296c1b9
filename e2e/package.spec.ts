import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'

const npm = (folder: string, ...words: readonly string[]): string =>
  execFileSync('npm', words, { cwd: folder, encoding: 'utf8' })

test('the package is the program and the schema of its report, and runs where nothing else is installed and no network is', () => {
  const folder = mkdtempSync(join(tmpdir(), 'package-'))
  try {
    // The page, and the program with it, has been built for these tests.
    const packed = npm('.', 'pack', '--ignore-scripts', '--json', '--pack-destination', folder)
    const [made]: readonly {
      readonly filename: string
      readonly files: readonly { readonly path: string }[]
    }[] = JSON.parse(packed)
    expect(made?.files.map(({ path }) => path).toSorted()).toEqual([
      'LICENSE',
      'README.md',
      'dist/manifest-playground.mjs',
      'dist/report.schema.json',
      'package.json',
    ])
    writeFileSync(join(folder, 'package.json'), '{}')
    npm(folder, 'install', '--offline', '--no-audit', '--no-fund', `./${made?.filename}`)
    writeFileSync(join(folder, 'pod.yaml'), 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec: {}\n')
    const run = (...words: readonly string[]): string =>
      execFileSync('npx', ['--offline', '--no', 'manifest-playground', ...words], {
        cwd: folder,
        encoding: 'utf8',
      })
    expect(run('versions')).toContain('1.36')
    expect(() => run('validate', 'pod.yaml')).toThrow(expect.objectContaining({ status: 1 }))
  } finally {
    rmSync(folder, { recursive: true })
  }
})
