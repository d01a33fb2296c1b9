import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

/** One sum over several files. */
export const hashOf = (...files: readonly string[]): string => {
  const sum = createHash('sha256')
  for (const file of files) sum.update(readFileSync(file)).update('\0')
  return sum.digest('hex')
}

/** Installs the packages of a folder as its lock has them; a mark among them says which lock that was. */
export const install = (folder: string): void => {
  const mark = `${folder}/node_modules/.installed`
  const lock = hashOf(`${folder}/package-lock.json`, `${folder}/.npmrc`)
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return
  console.error('schemas: installing the packages that carry the Kubernetes API and custom resources')
  // They ask for a newer Node than the one that only reads them.
  const flags = ['ci', '--loglevel', 'error']
  execFileSync('npm', flags, { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' })
  writeFileSync(mark, lock)
}
