import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readCdk8s } from './cdk8s'
import { readClientNode } from './clientNode'
import type { Sources } from './compose'
import type { Definitions } from './definition'
import { kubernetesModels } from './kubernetesModels'
import { readModelPackage } from './modelPackage'
import { readPulumi } from './pulumi'
import type { Schemas } from './resolver'

export type AllSources = {
  readonly api: Sources
  /** The schemas of custom resources by the package that has them, '@kubernetes-models/keda' as 'keda'. */
  readonly packages: ReadonlyMap<string, Schemas>
  /** What those packages share. */
  readonly foundation: Schemas
}

/** Of these only the first has schemas, and none has custom resources. */
const withoutKinds: ReadonlySet<string> = new Set(['apimachinery', 'base', 'validate'])

/** Reads the installed packages as text; nothing in them is run. `tell` is told which package is read. */
export const readSources = (folder: string, tell: (progress: string) => void): AllSources => {
  const file = (...path: string[]): string => readFileSync(join(folder, ...path), 'utf8')
  const files = (path: string, wanted: RegExp): [name: string, text: string][] =>
    readdirSync(join(folder, path), { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => wanted.test(name))
      .map((name) => [name, file(path, name)])
  const minor = (number: number): readonly [string, Definitions] => {
    const lib = `cdk8s-plus-${number}/lib/imports`
    tell(`1.${number}`)
    return [`1.${number}`, readCdk8s(file(lib, 'k8s.d.ts'), file(lib, 'k8s.js'))]
  }
  const models = (name: string): Schemas => {
    tell(name)
    return readModelPackage(
      new Map(files(name, /^(_schemas\/\w+\.js|(?!_schemas\/|node_modules\/).*(?<!\bindex)\.d\.ts)$/)),
    )
  }
  const minors = new Map([25, 26, 27, 28, 29, 30, 31, 32, 33, 34].map(minor))
  tell('1.35')
  const union135 = readPulumi(file('pulumi-k8s-1.35/types/input.d.ts'))
  tell('1.36')
  const client = readClientNode(
    new Map(files('@kubernetes/client-node/dist/gen', /^(models|apis)\/[^/]+\.(js|d\.ts)$/)),
  )
  tell('1.37')
  const union137 = readPulumi(file('pulumi-k8s-1.37/types/input.d.ts'))
  const foundation = new Map(
    ['kubernetes-models', '@kubernetes-models/apimachinery'].flatMap((name) => [...models(name)]),
  )
  const packages = readdirSync(join(folder, '@kubernetes-models'))
    .filter((name) => !withoutKinds.has(name))
    .map((name) => [name, models(`@kubernetes-models/${name}`)] as const)
  return {
    api: { minors, client, models: kubernetesModels(foundation), union135, union137 },
    packages: new Map(packages),
    foundation,
  }
}
