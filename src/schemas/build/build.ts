import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { generate } from './generate'
import { hashOf, install } from './install'
import { packLicences, runtimePackages, sourcePackages } from './licences'
import { readSources } from './sources'

// Paths from the repository's root, where npm runs its scripts.
const sources = 'src/schemas/sources'
const generated = 'src/schemas/generated'
const stamp = `${generated}/stamp`

const tell = (text: string): void => {
  console.error(`schemas: ${text}`)
}

/** Writes the assets and removes what earlier builds wrote and this one did not. */
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

/** Per family of assets, the files of one folder: how much there is, and how much a browser fetches. */
const tellSizes = (assets: ReadonlyMap<string, string>): void => {
  const families = new Map<string, { files: number; raw: number; compressed: number }>()
  for (const [path, text] of assets) {
    const compressed = gzipSync(text, { level: 9 }).length
    for (const name of [path.includes('/') ? dirname(path) : path, 'in all']) {
      const family = families.get(name) ?? { files: 0, raw: 0, compressed: 0 }
      families.delete(name)
      families.set(name, {
        files: family.files + 1,
        raw: family.raw + Buffer.byteLength(text),
        compressed: family.compressed + compressed,
      })
    }
  }
  tell(`${'family'.padEnd(16)}files         raw  compressed`)
  for (const [name, { files, raw, compressed }] of families)
    tell(`${name.padEnd(16)}${String(files).padStart(5)}${kibibytes(raw)}${kibibytes(compressed)}`)
}

const build = (): void => {
  install(sources)
  const started = performance.now()
  const { assets, faults } = generate(
    readSources(`${sources}/node_modules`, (part) => tell(`reading ${part}`)),
  )
  if (faults.length > 0) {
    tell(`what was read is not what it should be\n${faults.join('\n')}`)
    process.exit(1)
  }
  const licences = packLicences([...runtimePackages('.'), ...sourcePackages(sources)])
  const texts = new Map([...assets].map(([path, asset]) => [path, JSON.stringify(asset)] as const))
  texts.set('licences.json', JSON.stringify(licences))
  write(texts)
  writeFileSync(stamp, [inputs, ...texts.keys()].join('\n'))
  tellSizes(texts)
  tell(`written in ${((performance.now() - started) / 1000).toFixed(1)} s`)
}

// The answer depends on the packages and on this program, and on nothing else.
const inputs = hashOf('package-lock.json', `${sources}/package-lock.json`, fileURLToPath(import.meta.url))

/** The first line names what the assets were made from, the others the assets. */
const isUpToDate = (): boolean => {
  if (!existsSync(stamp)) return false
  const [mark, ...files] = readFileSync(stamp, 'utf8').split('\n')
  return mark === inputs && files.every((file) => existsSync(join(generated, file)))
}

if (!isUpToDate()) build()
