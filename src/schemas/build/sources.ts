import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readCdk8s } from './cdk8s'
import { readClientNode } from './clientNode'
import type { Sources } from './compose'
import type { Definitions } from './definition'
import { readKubernetesModels } from './kubernetesModels'
import { readPulumi } from './pulumi'

/** Reads the installed packages as text; nothing in them is run. `tell` is told which package is read. */
export const readSources = (folder: string, tell: (progress: string) => void): Sources => {
  const file = (...path: string[]): string => readFileSync(join(folder, ...path), 'utf8')
  const files = (path: string, wanted: RegExp): [name: string, text: string][] =>
    readdirSync(join(folder, path))
      .filter((name) => wanted.test(name))
      .map((name) => [name, file(path, name)])
  const minor = (number: number): readonly [string, Definitions] => {
    const lib = `cdk8s-plus-${number}/lib/imports`
    tell(`1.${number}`)
    return [`1.${number}`, readCdk8s(file(lib, 'k8s.d.ts'), file(lib, 'k8s.js'))]
  }
  const minors = new Map([25, 26, 27, 28, 29, 30, 31, 32, 33, 34].map(minor))
  tell('1.35')
  const union135 = readPulumi(file('pulumi-k8s-1.35/types/input.d.ts'))
  tell('1.36')
  const generated = '@kubernetes/client-node/dist/gen'
  const client = readClientNode(
    new Map(
      ['models', 'apis'].flatMap((part) =>
        files(`${generated}/${part}`, /\.(js|d\.ts)$/).map(
          ([name, text]) => [`${part}/${name}`, text] as const,
        ),
      ),
    ),
  )
  tell('1.37')
  const union137 = readPulumi(file('pulumi-k8s-1.37/types/input.d.ts'))
  tell('formats and enums')
  const models = readKubernetesModels(
    new Map(
      ['kubernetes-models', '@kubernetes-models/apimachinery'].flatMap((name) =>
        files(`${name}/_schemas`, /^\w+\.js$/).map(
          ([path, text]) => [path.replace(/\.js$/, ''), text] as const,
        ),
      ),
    ),
  )
  return { minors, client, models, union135, union137 }
}
