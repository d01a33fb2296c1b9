import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { listFiles } from './listFiles.ts'

/** What a build consists of, from the folder of the repository. */
const sources = ['src', 'public', 'index.html', 'package.json', 'package-lock.json', 'vite.config.ts']

/**
 * Bakes into the page what it was built from, as the constant `BUILD_INFO`: the version in package.json, and the build.
 * Both depend on nothing but the sources, so that two builds of one commit have the same bytes.
 */
export const buildInfo = (): Plugin => ({
  name: 'playground:build-info',
  config: ({ root = process.cwd() }, { command }) => {
    const { version }: { readonly version: string } = JSON.parse(
      readFileSync(join(root, 'package.json'), 'utf8'),
    )
    const build = command === 'build' ? buildName(root) : 'development'
    return { define: { BUILD_INFO: JSON.stringify({ version, build }) } }
  },
})

/** `commit 1247a343f5ff`; without a commit, or with sources that are in none, `sources 9f86d081884c`. */
export const buildName = (root: string): string => {
  const commit = commitOf(root)
  return commit === undefined ? `sources ${sourceHash(root)}` : `commit ${commit}`
}

/** The commit that all sources are from; undefined when there is none, or some were changed since. */
const commitOf = (root: string): string | undefined => {
  const git = (...words: readonly string[]): string =>
    execFileSync('git', words, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  try {
    const isOwn = realpathSync(git('rev-parse', '--show-toplevel')) === realpathSync(root)
    const isClean = git('status', '--porcelain', '--', ...sources) === ''
    return isOwn && isClean ? git('rev-parse', 'HEAD').slice(0, 12) : undefined
  } catch {
    return undefined
  }
}

const sourceHash = (root: string): string => {
  const hash = createHash('sha256')
  for (const path of sources.flatMap((source) => filesOf(root, source)))
    hash.update(`${path}\n`).update(
      createHash('sha256')
        .update(readFileSync(join(root, path)))
        .digest(),
    )
  return hash.digest('hex').slice(0, 12)
}

const filesOf = (root: string, source: string): readonly string[] => {
  const path = join(root, source)
  if (!existsSync(path)) return []
  return statSync(path).isFile() ? [source] : listFiles(path).map((file) => `${source}/${file}`)
}
