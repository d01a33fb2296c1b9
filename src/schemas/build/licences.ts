import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { customPackages } from './customPackages'

/** The third-party packages in the page and in the program, with their licences (`licences.json`). */
type Licences = {
  /** Distinct licence and notice texts. */
  readonly texts: readonly string[]
  readonly packages: readonly {
    readonly name: string
    readonly version: string
    readonly licence: string
    /** Indexes into `texts`. */
    readonly text: readonly number[]
    readonly note?: string
  }[]
}

/** An installed package with the texts of its licence and notice files. */
type InstalledPackage = {
  readonly name: string
  readonly version: string
  readonly licence: string
  readonly texts: readonly string[]
  /** The licence of the package's contents, if they are from another project. */
  readonly contents?: string
  readonly note?: string
}

/**
 * The packages whose code is part of the page or of the program. They are no `dependencies` in package.json: the program is
 * one file, and who installs it needs none of them.
 */
export const bundledPackages = [
  '@monaco-editor/react',
  'diff',
  'fflate',
  'idb',
  'monaco-editor',
  're2js',
  'react',
  'react-dom',
  'tinyglobby',
  'yaml',
  'zustand',
]

/** The bundled packages installed in `root`, with all that they depend on, sorted by name. */
export const runtimePackages = (root: string): readonly InstalledPackage[] => {
  const found = new Map<string, InstalledPackage>()
  const visit = (folder: string, names: readonly string[]): void => {
    for (const name of names) {
      const dependency = installedFolder(root, folder, name)
      if (found.has(dependency)) continue
      found.set(dependency, readPackage(dependency))
      visit(dependency, Object.keys(manifest(dependency).dependencies ?? {}))
    }
  }
  visit(root, bundledPackages)
  return [...found.values()].sort(byName)
}

/** The packages in `root` whose schemas and descriptions are on the page. */
export const sourcePackages = (root: string): readonly InstalledPackage[] => {
  const names = [...Object.keys(manifest(root).dependencies ?? {}), '@kubernetes-models/apimachinery']
  return names.sort().map((name) => {
    const own = readPackage(join(root, 'node_modules', name))
    const [, custom] = /^@kubernetes-models\/(.*)$/.exec(name) ?? []
    const isApi = custom === undefined || custom === 'apimachinery'
    return { ...own, ...(isApi ? kubernetesApi : projectOf(custom)) }
  })
}

/** Recognizes the texts of licences that name no copyright holder, so that they are the same for every package. */
const standardTexts: Readonly<Record<string, RegExp>> = {
  'Apache-2.0': /Apache License\s+Version 2\.0, January 2004[^]*END OF TERMS AND CONDITIONS/,
}

/** A package without a licence text gets the standard text of its licence, if another package has it. */
export const packLicences = (packages: readonly InstalledPackage[]): Licences => {
  const texts = [...new Set(packages.flatMap((entry) => entry.texts))]
  const standardText = (licence: string | undefined): readonly number[] => {
    const standard = standardTexts[licence ?? '']
    const index = standard ? texts.findIndex((text) => standard.test(text)) : -1
    return index < 0 ? [] : [index]
  }
  return {
    texts,
    packages: packages.map(({ texts: own, contents, ...entry }) => {
      const indexes = own.length > 0 ? own.map((text) => texts.indexOf(text)) : standardText(entry.licence)
      return { ...entry, text: [...new Set([...indexes, ...standardText(contents)])] }
    }),
  }
}

const apache = { contents: 'Apache-2.0' }

const kubernetesApi = {
  ...apache,
  note: 'The Kubernetes API types and their descriptions come from Kubernetes, under the Apache License 2.0.',
}

/** The packages of custom resources are generated from definitions of other projects, whose licences apply to them. */
const projectOf = (name: string): Pick<InstalledPackage, 'contents' | 'note'> => {
  const found = customPackages[name]
  if (!found) throw new Error(`customPackages.ts has no row for the package ${name}`)
  const { project, licence } = found
  return {
    ...(licence === undefined && apache),
    note: `The custom resource schemas and their descriptions come from ${project}, under ${licence ?? 'the Apache License 2.0'}.`,
  }
}

type Manifest = {
  readonly name: string
  readonly version: string
  readonly license?: string
  readonly dependencies?: Readonly<Record<string, string>>
}

const manifest = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest

/** The folder in which Node.js finds a dependency of the package in `folder`. */
const installedFolder = (root: string, folder: string, name: string): string => {
  const own = join(folder, 'node_modules', name)
  return existsSync(own) ? own : join(root, 'node_modules', name)
}

const readPackage = (folder: string): InstalledPackage => {
  const { name, version, license = 'not stated' } = manifest(folder)
  const files = readdirSync(folder).filter((file) =>
    /^(licen[cs]e|notice|third-?party-?notices)\b/i.test(file),
  )
  const texts = files
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim())
  return { name, version, licence: license, texts }
}

const byName = (a: InstalledPackage, b: InstalledPackage): number => (a.name < b.name ? -1 : 1)
