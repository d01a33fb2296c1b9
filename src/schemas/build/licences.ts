import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Whose work is on the page. Equal texts stand once; a package names its own by their places. */
export type Licences = {
  readonly texts: readonly string[]
  readonly packages: readonly {
    readonly name: string
    readonly version: string
    readonly licence: string
    readonly text: readonly number[]
    readonly note?: string
  }[]
}

/** A package as it is installed, with the texts of its licence and notice files. */
export type Licensed = {
  readonly name: string
  readonly version: string
  readonly licence: string
  readonly texts: readonly string[]
  /** The licence of what is in the package, when that is somebody else's. */
  readonly contents?: string
  readonly note?: string
}

/** The packages that a project's own code brings to the page, and those that these bring. */
export const runtimePackages = (root: string): readonly Licensed[] => {
  const found = new Map<string, Licensed>()
  const visit = (folder: string): void => {
    for (const name of Object.keys(manifest(folder).dependencies ?? {})) {
      const home = installed(root, folder, name)
      if (found.has(home)) continue
      found.set(home, licensed(home))
      visit(home)
    }
  }
  visit(root)
  return [...found.values()].sort(byName)
}

/** The packages whose schemas and descriptions are on the page. */
export const sourcePackages = (root: string): readonly Licensed[] => {
  const names = [...Object.keys(manifest(root).dependencies ?? {}), '@kubernetes-models/apimachinery']
  return names.sort().map((name) => {
    const own = licensed(join(root, 'node_modules', name))
    const [, part] = /^@kubernetes-models\/(.*)$/.exec(name) ?? []
    return { ...own, ...(part === undefined || part === 'apimachinery' ? api : projectOf(part)) }
  })
}

/** A text that is the same for everyone who uses the licence: no holder is named in it. */
const standard: Readonly<Record<string, RegExp>> = {
  'Apache-2.0': /Apache License\s+Version 2\.0, January 2004[^]*END OF TERMS AND CONDITIONS/,
}

/** A package without a text of its own gets the standard one, if another package has it. */
export const packLicences = (packages: readonly Licensed[]): Licences => {
  const texts = [...new Set(packages.flatMap((entry) => entry.texts))]
  const standardText = (licence: string | undefined): readonly number[] => {
    const wanted = standard[licence ?? '']
    const place = wanted ? texts.findIndex((text) => wanted.test(text)) : -1
    return place < 0 ? [] : [place]
  }
  return {
    texts,
    packages: packages.map(({ texts: own, contents, ...entry }) => {
      const places = own.length > 0 ? own.map((text) => texts.indexOf(text)) : standardText(entry.licence)
      return { ...entry, text: [...new Set([...places, ...standardText(contents)])] }
    }),
  }
}

const apache = { contents: 'Apache-2.0' }

const api = {
  ...apache,
  note: 'The types of the Kubernetes API and what is said of them come from its documentation, which is under the Apache License 2.0.',
}

const projects: Readonly<Record<string, string>> = {
  'argo-cd': 'Argo CD',
  'argo-rollouts': 'Argo Rollouts',
  'argo-workflows': 'Argo Workflows',
  autoscaler: 'the Kubernetes autoscaler',
  'cert-manager': 'cert-manager',
  cilium: 'Cilium',
  'cloudnative-pg': 'CloudNativePG',
  contour: 'Contour',
  'envoy-gateway': 'Envoy Gateway',
  'external-secrets': 'External Secrets Operator',
  flink: 'the Apache Flink Kubernetes Operator',
  'flux-cd': 'Flux',
  'gateway-api': 'the Kubernetes Gateway API',
  'grafana-operator': 'Grafana Operator',
  istio: 'Istio',
  karpenter: 'Karpenter',
  keda: 'KEDA',
  knative: 'Knative',
  kyverno: 'Kyverno',
  'opentelemetry-operator': 'the OpenTelemetry Operator',
  'prometheus-operator': 'Prometheus Operator',
  'pulsar-resources-operator': 'the Pulsar Resources Operator of StreamNative',
  'sealed-secrets': 'Sealed Secrets',
  spicedb: 'the SpiceDB Operator',
  'strimzi-kafka-operator': 'Strimzi',
  'tidb-operator': 'TiDB Operator',
  traefik: 'Traefik',
}

/** These packages are made from the definitions of other projects, whose licence holds for what they say. */
const projectOf = (name: string): Pick<Licensed, 'contents' | 'note'> => {
  const project = projects[name]
  if (project === undefined) throw new Error(`Nobody has said whose custom resources the package ${name} has`)
  const isTraefik = project === 'Traefik'
  const licence = isTraefik ? 'the MIT License, Copyright Traefik Labs' : 'the Apache License 2.0'
  return {
    ...(isTraefik ? {} : apache),
    note: `The custom resources and what is said of them come from ${project}, which is under ${licence}.`,
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

/** Where a package finds another: beside itself or further up. */
const installed = (root: string, folder: string, name: string): string => {
  const own = join(folder, 'node_modules', name)
  return existsSync(own) ? own : join(root, 'node_modules', name)
}

const licensed = (folder: string): Licensed => {
  const { name, version, license = 'not stated' } = manifest(folder)
  const files = readdirSync(folder).filter((file) =>
    /^(licen[cs]e|notice|third-?party-?notices)\b/i.test(file),
  )
  const texts = files
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim())
  return { name, version, licence: license, texts }
}

const byName = (a: Licensed, b: Licensed): number => (a.name < b.name ? -1 : 1)
