import { expect, test } from 'vitest'
import { defaultSettings, type Settings } from '../../engine/model/settings'
import { createEngine } from '../../engine/report/engine'
import { catalog } from '../../schemas'
import { firstSources } from '../firstSources'
import { sources } from '../sources'

const engine = createEngine({ sources, schemas: catalog })

const report = (text: string, settings: Partial<Settings> = {}) =>
  engine.evaluate(text, { ...defaultSettings, ...settings })

/** What is refused: each rule with its place. */
const refused = (text: string, settings: Partial<Settings> = {}): readonly string[] =>
  report(text, settings)
    .findings.filter(({ severity }) => severity === 'refused')
    .map(({ rule, path }) => `${rule} ${path.join('.')}`)

const service = (name: string): string =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\nspec:\n  ports:\n    - port: 80\n`
const workload = (kind: string, label: string, container = 'web'): string => `apiVersion: apps/v1
kind: ${kind}
metadata: {name: web}
spec:
  serviceName: web
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: ${label}}}
    spec: {containers: [{name: ${container}, image: "web:1"}]}
`

test('a report says which objects a cluster would accept', () => {
  const certificate = 'apiVersion: cert-manager.io/v1\nkind: Certificate\nmetadata: {name: a}\n'
  const given = report([service('web'), service('Web'), certificate].join('---\n'))
  expect(given.objects.map(({ admission }) => admission)).toEqual(['accepted', 'refused', 'unknown'])
  expect(given.admission).toEqual({ accepted: 1, refused: 1, unknown: 1 })
  expect(given.score?.cap).toEqual({ value: 40, reason: 'refused' })
})

test('a report without the rules of the API server does not say it', () => {
  const first = createEngine({ sources: firstSources, schemas: catalog })
  const given = first.evaluate(service('Web'), defaultSettings)
  expect(given.admission).toBeUndefined()
  expect(given.objects.map(({ admission }) => admission)).toEqual([undefined])
})

test('an engine that follows another reads no document again', () => {
  const first = createEngine({ sources: firstSources, schemas: catalog })
  const { documents } = first.evaluation(service('web'), defaultSettings)
  const next = createEngine({ sources, schemas: catalog }, first)
  expect(next.evaluation(service('web'), defaultSettings).documents[0]?.reading).toBe(documents[0]?.reading)
})

test('what a check says too is said once, by the check, and refused', () => {
  const rule = 'deployment-pod-selector-labels-match-template-metadata-labels'
  const text = workload('Deployment', 'site').replace('  serviceName: web\n', '')
  expect(refused(text)).toEqual([`${rule} spec.template.metadata.labels.app`])
  const verdict = report(text).objects[0]?.verdicts.find(({ check }) => check === rule)
  expect(verdict).toMatchObject({ grade: 1 })
  expect(report(text).findings.map(({ id }) => id)).toContain(verdict?.findings[0])
  // Nobody else says it when the check is off.
  expect(refused(text, { disabledChecks: [rule] })).toEqual([
    'selector-mismatch spec.template.metadata.labels.app',
  ])
  expect(refused(workload('DaemonSet', 'site').replace('  serviceName: web\n', ''))).toEqual([
    'selector-mismatch spec.template.metadata.labels.app',
  ])
})

test('an ignored check leaves the word to the API server', () => {
  const text = service('web').replace('  name: web', '  name: web\n  labels: {app: a b}')
  expect(refused(text)).toEqual(['label-values metadata.labels.app'])
  const ignored = text.replace('\nspec', '\n  annotations: {kube-score/ignore: label-values}\nspec')
  expect(refused(ignored)).toEqual(['invalid-label metadata.labels.app'])
})

test('a finding of a check that stands for several has the worst of their severities', () => {
  const ports = '[{name: a, containerPort: 80}, {name: abcdefghijklmnop, containerPort: 80}]'
  const text = `apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  containers: [{name: web, image: "web:1", ports: ${ports}}]\n`
  const enabled = { enabledChecks: ['container-ports-check'] }
  expect(report(text).objects[0]?.admission).toBe('refused')
  expect(report(text, enabled).objects[0]?.admission).toBe('refused')
})

test('what the schema says is not said again', () => {
  expect(refused(workload('Deployment', 'web').replace('image: "web:1"', 'imagePullPolicy: always'))).toEqual(
    [
      'unknown-field spec.serviceName',
      'required-field spec.template.spec.containers.0.image',
      'field-value spec.template.spec.containers.0.imagePullPolicy',
    ],
  )
})

test('an object that the server cannot read is not looked at further', () => {
  expect(refused(service('Web').replace('port: 80', 'port: http'))).toEqual(['field-type spec.ports.0.port'])
  expect(refused(service('Web').replace('v1', 'v2'))).toEqual(['unserved-version apiVersion'])
})

test('the version decides', () => {
  const text = workload('StatefulSet', 'web', 'WEB')
  expect(refused(text)).toEqual(['invalid-name spec.template.spec.containers.0.name'])
  expect(refused(text, { kubernetesVersion: '1.33' })).toEqual([])
})

test('unknown fields in a status are found, where strict', () => {
  const text = `${service('web')}status: {foo: 1}\n`
  expect(refused(text)).toEqual(['unknown-field status.foo'])
  expect(refused(text, { strict: false })).toEqual([])
})

test('the items of a list of one kind are judged', () => {
  const text =
    'apiVersion: v1\nkind: ServiceList\nitems:\n  - metadata: {name: Web}\n    spec: {ports: [{port: 80}]}\n'
  expect(refused(text)).toEqual(['invalid-name items.0.metadata.name'])
})
