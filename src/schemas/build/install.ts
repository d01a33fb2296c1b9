import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

/** One SHA-256 hash of the contents of several files, in hexadecimal. */
export const hashFiles = (...files: readonly string[]): string => {
  const hash = createHash('sha256')
  for (const file of files) hash.update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

/** Installs the packages in the lock file of a folder, unless they already are: a file among them holds its hash. */
export const install = (folder: string): void => {
  const stamp = `${folder}/node_modules/.installed`
  const lock = hashFiles(`${folder}/package-lock.json`, `${folder}/.npmrc`)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  console.error('schemas: installing the packages with the Kubernetes API and custom resources')
  // Errors only: some packages warn that they need a newer Node.js, but they are never run.
  const options = ['ci', '--loglevel', 'error']
  execFileSync('npm', options, { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' })
  writeFileSync(stamp, lock)
}
