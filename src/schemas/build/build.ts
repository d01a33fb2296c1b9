import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { generateAssets } from './generateAssets'
import { hashFiles, install } from './install'
import { packLicences, runtimePackages, sourcePackages } from './licences'
import { readSources } from './readSources'

// Relative to the root of the repository, where npm runs its scripts.
const sources = 'src/schemas/sources'
const generated = 'src/schemas/generated'
const stamp = `${generated}/stamp`

const log = (text: string): void => {
  console.error(`schemas: ${text}`)
}

/** Writes the assets and removes those that only earlier builds wrote. */
const write = (assets: ReadonlyMap<string, string>): void => {
  for (const [path, text] of assets) {
    const file = join(generated, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  for (const path of readdirSync(generated, { recursive: true, encoding: 'utf8' }))
    if (path.endsWith('.json') && !assets.has(path.replaceAll('\\', '/'))) rmSync(join(generated, path))
}

const kibibytes = (size: number): string => `${(size / 1024).toFixed(1)} KiB`.padStart(12)

/** Prints the number of files and their size, as they are and compressed, for each folder and in total. */
const logSizes = (assets: ReadonlyMap<string, string>): void => {
  const sizes = new Map<string, { files: number; raw: number; compressed: number }>()
  for (const [path, text] of assets) {
    const compressed = gzipSync(text, { level: 9 }).length
    for (const name of [path.includes('/') ? dirname(path) : path, 'total']) {
      const size = sizes.get(name) ?? { files: 0, raw: 0, compressed: 0 }
      // Deleting first keeps the total at the end.
      sizes.delete(name)
      sizes.set(name, {
        files: size.files + 1,
        raw: size.raw + Buffer.byteLength(text),
        compressed: size.compressed + compressed,
      })
    }
  }
  log(`${'assets'.padEnd(16)}files         raw  compressed`)
  for (const [name, { files, raw, compressed }] of sizes)
    log(`${name.padEnd(16)}${String(files).padStart(5)}${kibibytes(raw)}${kibibytes(compressed)}`)
}

const build = (): void => {
  install(sources)
  const start = performance.now()
  const { assets, errors } = generateAssets(
    readSources(`${sources}/node_modules`, (next) => log(`reading ${next}`)),
  )
  if (errors.length > 0) {
    log(`the packages do not contain what is expected of them\n${errors.join('\n')}`)
    process.exit(1)
  }
  const licences = packLicences([...runtimePackages('.'), ...sourcePackages(sources)])
  const texts = new Map([...assets].map(([path, asset]) => [path, JSON.stringify(asset)] as const))
  texts.set('licences.json', JSON.stringify(licences))
  write(texts)
  writeFileSync(stamp, [inputHash, ...texts.keys()].join('\n'))
  logSizes(texts)
  log(`built in ${((performance.now() - start) / 1000).toFixed(1)} s`)
}

/** The assets depend on the packages and on this program only. */
const inputHash = hashFiles(
  'package-lock.json',
  `${sources}/package-lock.json`,
  fileURLToPath(import.meta.url),
)

/** The first line of the stamp is the hash of what the assets were built from, the others are their paths. */
const isUpToDate = (): boolean => {
  if (!existsSync(stamp)) return false
  const [hash, ...files] = readFileSync(stamp, 'utf8').split('\n')
  return hash === inputHash && files.every((file) => existsSync(join(generated, file)))
}

if (!isUpToDate()) build()
