import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readCdk8s } from './cdk8s'
import { readClientNode } from './clientNode'
import type { ApiSources } from './composeReleases'
import type { Definitions } from './definition'
import type { JsonSchemas } from './jsonSchema'
import { kubernetesModels } from './kubernetesModels'
import { readModelPackage } from './modelPackage'
import type { PackageFiles } from './packageFiles'
import { readPulumi } from './pulumi'
import { bundledVersions, type BundledVersion } from './versions'

export type Sources = {
  readonly api: ApiSources
  /** The schemas of custom resources by package without its scope: `keda` for `@kubernetes-models/keda`. */
  readonly packages: ReadonlyMap<string, JsonSchemas>
  /** The schemas that those packages use. */
  readonly shared: JsonSchemas
}

/** Packages of the same scope without custom resources. Only apimachinery has schemas, and they are shared. */
const withoutKinds: ReadonlySet<string> = new Set(['apimachinery', 'base', 'validate'])

/**
 * Reads the installed packages in `folder` as text; none of their code is run. `onProgress` gets the version or package
 * that is read next.
 */
export const readSources = (folder: string, onProgress: (next: string) => void): Sources => {
  const file = (...path: string[]): string => readFileSync(join(folder, ...path), 'utf8')
  const files = (path: string, wanted: RegExp): PackageFiles =>
    new Map(
      readdirSync(join(folder, path), { recursive: true, encoding: 'utf8' })
        .map((name) => name.replaceAll('\\', '/'))
        .filter((name) => wanted.test(name))
        .map((name) => [name, file(path, name)]),
    )
  const definitionsOf = ({ version, source }: BundledVersion): Definitions => {
    onProgress(version)
    switch (source) {
      case 'cdk8s': {
        const imports = `cdk8s-plus-${version.slice('1.'.length)}/lib/imports`
        return readCdk8s(file(imports, 'k8s.d.ts'), file(imports, 'k8s.js'))
      }
      case 'client':
        return readClientNode(files('@kubernetes/client-node/dist/gen', /^(models|apis)\/[^/]+\.(js|d\.ts)$/))
      case 'pulumi':
        return readPulumi(file(`pulumi-k8s-${version}/types/input.d.ts`))
    }
  }
  const schemasOf = (name: string): JsonSchemas => {
    onProgress(name)
    const wanted = /^(_schemas\/\w+\.js|(?!_schemas\/|node_modules\/).*(?<!\bindex)\.d\.ts)$/
    return readModelPackage(files(name, wanted))
  }
  const versions = bundledVersions.map((bundled) => ({
    version: bundled.version,
    source: bundled.source,
    definitions: definitionsOf(bundled),
  }))
  const shared = new Map(
    ['kubernetes-models', '@kubernetes-models/apimachinery'].flatMap((name) => [...schemasOf(name)]),
  )
  const packages = readdirSync(join(folder, '@kubernetes-models'))
    .filter((name) => !withoutKinds.has(name))
    .map((name) => [name, schemasOf(`@kubernetes-models/${name}`)] as const)
  return {
    api: { versions, models: kubernetesModels(shared) },
    packages: new Map(packages),
    shared,
  }
}
