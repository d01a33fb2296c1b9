import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RecordedVerdict } from './kubeScore'

/** Verdicts of other tools, recorded by running them. They are kept next to the repository, and may be absent. */
const folder = '../shared/conformance'

export const recorded = existsSync(folder)

const rows = <Row>(file: string): readonly Row[] =>
  recorded
    ? readFileSync(join(folder, file), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
    : []

export type Probe = {
  readonly name: string
  readonly flags: readonly string[]
  readonly input: string
  readonly expect: RecordedVerdict
  readonly only?: readonly string[]
}

export const probes = () => rows<Probe>('kube-score/probes.jsonl')

export const randomManifests = () => rows<Probe>('kube-score/random.jsonl')

export type TestFile = {
  readonly name: string
  readonly input: string
  readonly verdicts: { readonly default: RecordedVerdict; readonly 'all_v1.30': RecordedVerdict }
}

export const testFiles = () => rows<TestFile>('kube-score/testdata.jsonl')

export type Manifest = {
  readonly repo: string
  readonly path: string
  readonly input: string
  readonly kubeScore: { readonly default: RecordedVerdict; readonly strict: RecordedVerdict }
}

export const corpus = () => rows<Manifest>('corpus/manifests.jsonl')

export type RecordedResource = {
  readonly kind: string
  readonly name: string
  readonly apiVersion: string
  readonly status: string
  readonly paths: readonly string[]
}

type RecordedCase = {
  readonly name: string
  readonly input: { readonly text?: string; readonly base64?: string }
  readonly strict: boolean
  readonly flags: readonly string[]
  readonly schemas: string
  readonly schema?: unknown
  /** The tool crashed: there is no verdict to compare with. */
  readonly crash?: boolean
  readonly resources?: readonly {
    readonly kind: string
    readonly name: string
    readonly version: string
    readonly status: string
    readonly errors?: readonly { readonly path: string }[]
  }[]
}

/** Small inputs validated against the schemas of Kubernetes 1.28, or against a JSON Schema of their own. */
export const kubeconformCases = () =>
  rows<RecordedCase>('kubeconform/cases.jsonl').map(
    ({ name, input, strict, flags, schema, crash = false, resources = [] }) => ({
      name,
      schema,
      crash,
      text: input.text ?? Buffer.from(input.base64 ?? '', 'base64').toString('utf8'),
      strict,
      flags,
      resources: resources.map(({ version, errors = [], ...rest }): RecordedResource => ({
        ...rest,
        apiVersion: version,
        paths: errors.map(({ path }) => path),
      })),
    }),
  )

type CorpusResource = readonly [
  kind: string,
  name: string,
  apiVersion: string,
  status: string,
  paths: readonly string[],
]

type CorpusRow = {
  readonly repo: string
  readonly path: string
  readonly input: string
  readonly kubeconform: Readonly<Record<'strict' | 'lax', { readonly resources?: readonly CorpusResource[] }>>
}

const resourceOf = ([kind, name, apiVersion, status, paths]: CorpusResource): RecordedResource => ({
  kind,
  name,
  apiVersion,
  status: status === '' ? 'empty' : status.toLowerCase(),
  paths,
})

export const manifestsWithKubeconform = () =>
  rows<CorpusRow>('corpus/manifests.jsonl').map(({ repo, path, input, kubeconform }) => ({
    name: `${repo} ${path}`,
    text: input,
    strict: (kubeconform.strict.resources ?? []).map(resourceOf),
    lax: (kubeconform.lax.resources ?? []).map(resourceOf),
  }))

/** What an API server answered to a create as a dry run. `code`: of HTTP. */
export type ServerAnswer = {
  readonly code: number
  readonly message?: string
  readonly causes?: readonly { readonly reason: string; readonly field: string }[]
  readonly warnings?: readonly string[]
}

type ServerObject = {
  readonly apiVersion?: string
  readonly kind?: string
  readonly name?: string
  /** Absent when nothing was sent, because the server does not serve the kind. */
  readonly expect?: ServerAnswer
}

export type ServerCase = {
  readonly name: string
  readonly text: string
  /** `1.36` */
  readonly version: string
  readonly objects: readonly ServerObject[]
}

type ServerRow = ServerObject & {
  readonly name: string
  readonly input: string
  readonly server?: string
  readonly how?: string
}

/** `<<x*3>>` in an input stands for `xxx`. */
const expanded = (input: string): string =>
  input.replace(/<<(.)\*(\d+)>>/gs, (_, letter: string, count: string) => letter.repeat(Number(count)))

const ofProbe = ({ name, input, expect, server, how }: ServerRow): ServerCase => ({
  name: server === undefined ? name : `${name} [${server} ${how ?? ''}]`,
  text: expanded(input),
  version: server?.slice(0, 4) ?? '1.36',
  objects: expect ? [{ expect }] : [],
})

export const serverProbes = () => rows<ServerRow>('api-server/probes.jsonl').map(ofProbe)

/** Probes that servers of other versions answer differently. */
export const serverVersions = () => {
  const inputs = new Map(rows<ServerRow>('api-server/probes.jsonl').map(({ name, input }) => [name, input]))
  return rows<ServerRow>('api-server/versions.jsonl').map((row) =>
    ofProbe({ ...row, input: inputs.get(row.name) ?? '' }),
  )
}

type ServerObjects = { readonly objects: readonly ServerObject[] }

const withAnswers = (
  texts: readonly { readonly name: string; readonly input: string }[],
  answers: readonly ServerObjects[],
): readonly ServerCase[] =>
  texts.map(({ name, input }, index) => ({
    name,
    text: input,
    version: '1.36',
    objects: answers[index]?.objects ?? [],
  }))

export const serverCorpus = () =>
  withAnswers(
    corpus().map(({ repo, path, input }) => ({ name: `${repo} ${path}`, input })),
    rows<ServerObjects>('api-server/corpus.jsonl'),
  )

export const serverTestFiles = () =>
  withAnswers(testFiles(), rows<ServerObjects>('api-server/testdata.jsonl'))

/** An object that exists, what somebody applies in its place, and what the API server answers to that. */
type RecordedUpdate = {
  readonly name: string
  readonly before: string
  readonly after: string
  readonly apply: { readonly code: number }
}

export const updates = () => rows<RecordedUpdate>('api-server/updates.jsonl')

/** Real files and kube-score's own test files, by their names. */
export const realManifests = (): readonly { readonly name: string; readonly text: string }[] => [
  ...corpus().map(({ repo, path, input }) => ({ name: `${repo} ${path}`, text: input })),
  ...testFiles().map(({ name, input }) => ({ name, text: input })),
]
