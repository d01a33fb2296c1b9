import { describe, expect, test } from 'vitest'
import { checks } from '../checks'
import { createFixer } from '../engine/fixes/fixer'
import { defaultSettings, type Settings } from '../engine/model/settings'
import { createEngine } from '../engine/report/engine'
import type { CustomCatalog } from '../engine/schema/schema'
import { sources } from '../rules/sources'
import { catalog } from '../schemas'
import { listRules } from './listRules'

const rules = listRules()
const ruleOf = (id: string) => rules.find((rule) => rule.id === id)

/** One custom resource, in its second version only. */
const bundled: CustomCatalog = {
  kind: () => undefined,
  kindsOf: () => [{ apiVersion: 'example.com/v2', kind: 'Widget' }],
}
const engine = createEngine({ sources, schemas: catalog, bundled })
const fixer = await createFixer(engine)

/** Whether any of the findings of a rule has a fix; undefined when there is no finding of it. */
function offersFix(rule: string, text: string, settings: Partial<Settings>): boolean | undefined {
  const all = { ...defaultSettings, ...settings }
  const findings = engine.evaluate(text, all).findings.filter((finding) => finding.rule === rule)
  if (findings.length === 0) return undefined
  return findings.some(({ id }) => fixer.fixesFor(text, id, all).offered.length > 0)
}

const badTexts = import.meta.glob<string>(['../checks/*/bad.yaml', '../rules/apiServer/*/bad.yaml'], {
  query: '?raw',
  import: 'default',
  eager: true,
})
const badTextOf = (id: string): string =>
  badTexts[`../checks/${id}/bad.yaml`] ?? badTexts[`../rules/apiServer/${id}/bad.yaml`] ?? ''

test('lists every rule of every source once, in their order', () => {
  expect(rules.map(({ id }) => id)).toEqual(sources.flatMap((source) => source.rules.map(({ id }) => id)))
  expect(new Set(rules.map(({ source }) => source))).toEqual(new Set(sources.map(({ title }) => title)))
  expect(rules.filter(({ isCheck }) => isCheck).map(({ id }) => id)).toEqual(checks.map(({ id }) => id))
})

test.each(checks.map(({ id }) => id))('%s has a fix as the fixer says, and messages of its example', (id) => {
  expect(ruleOf(id)?.isFixable).toBe(offersFix(id, badTextOf(id), { enabledChecks: [id] }))
  expect(ruleOf(id)?.messages.length).toBeGreaterThan(0)
})

const head = (apiVersion: string, kind: string): string =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: web\n`
const configMap = head('v1', 'ConfigMap')
const service = `${head('v1', 'Service')}spec:\n  selector: {app: web}\n`

/** A text with the best chance of a fix for each rule that is neither a check nor of the API server. */
const examples: Readonly<Record<string, readonly [text: string, settings?: Partial<Settings>]>> = {
  'yaml-syntax': [configMap.replace('  name', '\t\tname')],
  indentation: [configMap.replace('  name', '\u00A0\u00A0name')],
  'forbidden-character': [`${configMap}data: {a: "\u0001"}\n`],
  'unrendered-template': [`${configMap}data: {{ .Values.data }}\n`],
  'duplicate-key': [`${configMap}data: {a: b}\ndata: {a: b}\n`],
  'invalid-key': [`${configMap}data: {[a]: b}\n`],
  'invalid-alias': [`${configMap}data: *a\n`],
  'invalid-tag': [`${configMap}data: {a: !!int b}\n`],
  'invalid-number': [`${configMap}data: {a: .inf}\n`],
  'yaml-directive': [`%YAML 1.1\n---\n${configMap}`],
  'strict-json': ['{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "web"},}'],
  'document-root': ['kind: ConfigMap\nmetadata:\n  name: web\n'],
  'too-deep': [`${configMap}data: ${'['.repeat(200)}${']'.repeat(200)}\n`],
  'too-large': [`${configMap}# ${'x'.repeat(3_000_001)}\n`],
  'field-type': [`${service}  ports: [{port: "80"}]\n`],
  'missing-field': [`${service}  ports: [{name: http}]\n`],
  'unknown-field': [`${service}  ports: [{port: 80}]\n  typ: ClusterIP\n`],
  'field-value': [`${service}  ports: [{port: 80}]\n  type: Clusterip\n`],
  'unserved-version': [`${head('storage.k8s.io/v1beta1', 'StorageClass')}provisioner: a.example\n`],
  'missing-schema': [head('example.com/v1', 'Widget'), { ignoreMissingSchemas: false }],
  'rejected-kind': [configMap, { rejectKinds: ['ConfigMap'] }],
}

/** The playground's own: what reports them proposes nothing. */
const withoutExample = ['check-failed', 'too-many-findings']

describe('rules that are not checks', () => {
  const others = rules.filter(({ isCheck }) => !isCheck)
  const isOfServer = ({ source }: (typeof rules)[number]): boolean => source === 'API server'
  const ofServer = others.filter(isOfServer).flatMap(({ id }) => (badTextOf(id) === '' ? [] : id))

  test('have an example each', () => {
    const ids = others.filter((rule) => !isOfServer(rule)).map(({ id }) => id)
    expect([...Object.keys(examples), ...withoutExample].sort()).toEqual(ids.sort())
    expect(withoutExample.map((id) => ruleOf(id)?.isFixable)).toEqual([false, false])
  })

  test.each(Object.entries(examples))('%s has a fix as the fixer says', (id, [text, settings = {}]) => {
    expect(ruleOf(id)?.isFixable).toBe(offersFix(id, text, settings))
  })

  test.each(ofServer)('%s of the API server offers no fix where it says so', (id) => {
    const offers = offersFix(id, badTextOf(id), {}) ?? false
    expect(offers && !ruleOf(id)?.isFixable).toBe(false)
  })
})

const workloads = ['CronJob', 'DaemonSet', 'Deployment', 'Job', 'Pod', 'StatefulSet']

test.each<[id: string, kinds: readonly string[]]>([
  ['service-type', ['Service']],
  ['deployment-replicas', ['Deployment']],
  ['container-image-tag', workloads],
  ['yaml-syntax', []],
  ['check-failed', []],
])('%s looks at %j', (id, kinds) => {
  expect(ruleOf(id)?.kinds.toSorted()).toEqual(kinds)
})

test('what looks at every object looks at every kind that the checks support', () => {
  const all = new Set(rules.flatMap(({ kinds }) => kinds))
  expect(all.size).toBe(11)
  for (const id of ['label-values', 'unknown-field', 'invalid-selector'])
    expect(new Set(ruleOf(id)?.kinds)).toEqual(all)
})
