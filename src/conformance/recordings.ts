import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RecordedVerdict } from './kubeScore'

/** Verdicts of other tools, recorded by running them. They stand beside the repository, where they are at hand. */
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
