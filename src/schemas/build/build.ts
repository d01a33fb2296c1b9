import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { faultsIn } from './check'
import { compose } from './compose'
import { pack } from './pack'
import { readSources } from './sources'

// Paths from the repository's root, where npm runs its scripts.
const sources = 'src/schemas/sources'
const generated = 'src/schemas/generated'
const asset = `${generated}/structure.json`

const hash = (...files: readonly string[]): string => {
  const sum = createHash('sha256')
  for (const file of files) sum.update(readFileSync(file)).update('\0')
  return sum.digest('hex')
}

const marked = (file: string, mark: string): boolean =>
  existsSync(file) && readFileSync(file, 'utf8') === mark

/** Installs the packages as the lock has them; a mark among them says which lock that was. */
const install = (): void => {
  const mark = `${sources}/node_modules/.installed`
  const lock = hash(`${sources}/package-lock.json`, `${sources}/.npmrc`)
  if (marked(mark, lock)) return
  console.error('schemas: installing the packages that carry the Kubernetes API')
  // They ask for a newer Node than the one that only reads them.
  const flags = ['ci', '--loglevel', 'error']
  execFileSync('npm', flags, { cwd: sources, stdio: 'inherit', shell: process.platform === 'win32' })
  writeFileSync(mark, lock)
}

const write = (): void => {
  const started = performance.now()
  const releases = compose(
    readSources(`${sources}/node_modules`, (part) => {
      console.error(`schemas: reading ${part}`)
    }),
  )
  const faults = faultsIn(releases)
  if (faults.length > 0) {
    console.error(`schemas: the API is not what it should be\n${faults.join('\n')}`)
    process.exit(1)
  }
  const text = JSON.stringify(pack(releases))
  mkdirSync(generated, { recursive: true })
  writeFileSync(asset, text)
  const sizes = [text.length, gzipSync(text, { level: 9 }).length].map((size) => (size / 1024).toFixed(1))
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.error(`schemas: ${asset} ${sizes[0]} KiB, ${sizes[1]} KiB compressed, in ${seconds} s`)
}

// The answer depends on the packages and on this program, and on nothing else.
const stamp = `${generated}/stamp`
const inputs = hash(`${sources}/package-lock.json`, fileURLToPath(import.meta.url))
if (!existsSync(asset) || !marked(stamp, inputs)) {
  install()
  write()
  writeFileSync(stamp, inputs)
}
