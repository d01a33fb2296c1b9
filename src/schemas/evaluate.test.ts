import { versionMatrix } from '../engine/report/versionMatrix'
import { expect, test } from 'vitest'
import { createEngine } from '../engine/report/engine'
import type { Report } from '../engine/model/report'
import { defaultSettings, type Settings } from '../engine/model/settings'
import { sources } from '../rules/sources'
import type { Finding } from '../engine/model/finding'
import { catalog } from '.'
import { readers } from './reading'

const engine = createEngine({ sources, schemas: catalog })

const report = (text: string, settings: Partial<Settings> = {}): Report =>
  engine.evaluate(text, { ...defaultSettings, ...settings })

const refused = (text: string, settings?: Partial<Settings>): readonly Finding[] =>
  report(text, settings).findings.filter(({ severity }) => severity === 'refused')

const deployment = (spec: string) => `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
        - name: web
          image: web:1
${spec}`

test.each(catalog.versions)('a minimal Deployment is valid in %s', (version) => {
  const { objects } = report(deployment(''), { kubernetesVersion: version })
  expect(objects[0]?.validity).toEqual({ status: 'valid', schema: 'kubernetes' })
})

test.each<[what: string, text: string, message: string, advice: string | undefined, marked: string]>([
  [
    'a misspelled field',
    deployment('  replica: 2\n'),
    'Deployment web has an unknown field spec.replica; did you mean replicas?',
    undefined,
    'replica',
  ],
  [
    'a field that belongs deeper in the object',
    deployment('  image: x\n'),
    'Deployment web has an unknown field spec.image; image belongs in spec.template.spec.containers[].',
    undefined,
    'image',
  ],
  [
    'a field that belongs further up',
    deployment('          restartPolicy: Always\n          nodeName: x\n').replace(
      '          restartPolicy: Always\n',
      '',
    ),
    'Deployment web has an unknown field spec.template.spec.containers[0].nodeName; nodeName belongs in spec.template.spec.',
    undefined,
    'nodeName',
  ],
  [
    'a field of a container in one of its variables',
    deployment('          env: [{name: A, imagePullPolicy: Always}]\n'),
    'Deployment web has an unknown field spec.template.spec.containers[0].env[0].imagePullPolicy; imagePullPolicy belongs in spec.template.spec.containers[0].',
    undefined,
    'imagePullPolicy',
  ],
  [
    'text for a number',
    deployment('  replicas: "2"\n'),
    'spec.replicas must be a whole number, but "2" is text.',
    undefined,
    '"2"',
  ],
  [
    'a boolean for text',
    deployment('          workingDir: on\n'),
    'spec.template.spec.containers[0].workingDir must be text, but on is a boolean.',
    'Put it in quotes: "on".',
    'on',
  ],
  [
    'a value in the wrong case',
    deployment('          imagePullPolicy: always\n'),
    'spec.template.spec.containers[0].imagePullPolicy must be one of Always, IfNotPresent, Never, but is always.',
    'Did you mean Always?',
    'always',
  ],
  [
    'an invalid quantity',
    deployment('          resources: {limits: {memory: 1Gb}}\n'),
    'spec.template.spec.containers[0].resources.limits.memory must be a quantity like 250m, 2 or 64Mi, but is 1Gb.',
    undefined,
    '1Gb',
  ],
  [
    'a missing field',
    'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {}\n',
    'Pod a has no spec.containers, which is required.',
    undefined,
    'spec',
  ],
  [
    'a kind in the wrong case',
    'apiVersion: v1\nkind: configmap\nmetadata: {name: a}\n',
    'kind must be ConfigMap, but is configmap.',
    undefined,
    'configmap',
  ],
])('%s is refused, with the right range', (_, text, message, advice, marked) => {
  const findings = refused(text)
  expect(findings.map((finding) => finding.message)).toEqual([message])
  const [finding] = findings
  expect(finding?.advice).toBe(advice)
  expect(text.slice(finding?.range.from, finding?.range.to)).toBe(marked)
})

test('unknown fields are accepted unless strict', () => {
  expect(refused(deployment('  replica: 2\n'), { strict: false })).toEqual([])
})

test.each<[apiVersion: string, kind: string, version: string, message: string | undefined, advice?: string]>([
  ['flowcontrol.apiserver.k8s.io/v1beta2', 'FlowSchema', '1.28', undefined],
  [
    'flowcontrol.apiserver.k8s.io/v1beta2',
    'FlowSchema',
    '1.29',
    'it was removed in 1.29',
    'Use flowcontrol.apiserver.k8s.io/v1.',
  ],
  ['policy/v1beta1', 'PodDisruptionBudget', '1.31', 'it was removed in 1.25', 'Use policy/v1.'],
  ['extensions/v1beta1', 'Ingress', '1.31', 'it was removed in 1.22', 'Use networking.k8s.io/v1.'],
  ['policy/v1beta1', 'PodSecurityPolicy', '1.31', 'it was removed in 1.25', 'It has no replacement.'],
  [
    'admissionregistration.k8s.io/v1',
    'ValidatingAdmissionPolicy',
    '1.29',
    'it was added in 1.30',
    'Use admissionregistration.k8s.io/v1beta1.',
  ],
  ['apps/v1', 'Pod', '1.31', 'the kind is in another group or version', 'Use v1.'],
  ['v1', 'Widget', '1.31', 'there is no such kind'],
  ['example.com/v1', 'Widget', '1.31', undefined],
])('%s %s in %s', (apiVersion, kind, version, message, advice) => {
  const findings = refused(`apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: a}\n`, {
    kubernetesVersion: version,
  })
  const unserved = findings.filter(({ rule }) => rule === 'unserved-version')
  const expected =
    message === undefined
      ? []
      : [`Kubernetes ${version} does not serve ${kind} in ${apiVersion}: ${message}.`]
  expect(unserved.map((finding) => finding.message)).toEqual(expected)
  expect(unserved[0]?.advice).toBe(advice)
})

const widget = 'apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: a}\n'

test('a kind without a schema is skipped, or an error when the settings say so', () => {
  const reason = 'There is no schema for Widget in example.com/v1.'
  expect(report(widget).objects[0]?.validity).toEqual({ status: 'skipped', skipped: reason })
  expect(report(widget).findings).toEqual([])
  const settings = { ignoreMissingSchemas: false }
  expect(report(widget, settings).objects[0]?.validity).toEqual({ status: 'error' })
  expect(report(widget, settings).findings).toMatchObject([
    { rule: 'missing-schema', severity: 'critical', message: reason },
  ])
})

test.each<[settings: Partial<Settings>, status: string, findings: readonly string[]]>([
  [{ skipKinds: ['Pod'] }, 'skipped', []],
  [{ skipKinds: ['v1/Pod'] }, 'skipped', []],
  [{ skipKinds: ['v2/Pod', 'pod'] }, 'invalid', ['unknown-field']],
  [{ rejectKinds: ['v1/Pod'] }, 'error', ['rejected-kind']],
  [{ rejectKinds: ['Pod'], skipKinds: ['Pod'] }, 'skipped', []],
  [{ strict: false }, 'valid', []],
])('with %j a Pod with an unknown field is %s', (settings, status, rules) => {
  const text =
    'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: a, image: a}], extra: 1}\n'
  const { objects, findings } = report(text, settings)
  expect(objects[0]?.validity.status).toBe(status)
  const reading = findings.map(({ rule }) => rule).filter((rule) => /field|kind/.test(rule))
  expect(reading).toEqual(rules)
})

test('a duplicate key is an error when strict, otherwise a warning', () => {
  const text = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\nmetadata: {name: b}\n'
  expect(report(text).objects[0]?.validity.status).toBe('error')
  const lenient = report(text, { strict: false })
  expect(lenient.objects[0]?.validity.status).toBe('valid')
  expect(lenient.findings).toMatchObject([{ rule: 'duplicate-key', severity: 'warning' }])
})

test('an object is validated against every version, with the reason where it is refused', () => {
  const text =
    'apiVersion: flowcontrol.apiserver.k8s.io/v1beta2\nkind: FlowSchema\nmetadata: {name: a}\nspec: {priorityLevelConfiguration: {name: exempt}}\n'
  const { objects } = engine.evaluate(text, defaultSettings)
  const { versions = [] } = versionMatrix(engine, text, objects[0]?.id ?? '', defaultSettings) ?? {}
  expect(versions.map(({ version }) => version)).toEqual(catalog.versions)
  const valid = versions.filter(({ status }) => status === 'valid').map(({ version }) => version)
  expect(valid).toEqual(catalog.versions.slice(0, catalog.versions.indexOf('1.29')))
  expect(versions.at(-1)?.reasons).toEqual([
    `Kubernetes ${catalog.versions.at(-1)} does not serve FlowSchema in flowcontrol.apiserver.k8s.io/v1beta2: it was removed in 1.29.`,
  ])
  expect(versionMatrix(engine, text, 'nothing', defaultSettings)).toBeUndefined()
})

const definition = (type: string) => `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: widgets.example.com}
spec:
  group: example.com
  names: {kind: Widget, plural: widgets}
  scope: Namespaced
  versions:
    - name: v1
      served: true
      storage: true
      schema: {openAPIV3Schema: {type: object, properties: {spec: {type: object, properties: {size: {type: ${type}}}}}}}
`

test('what is known of a text stays as it is when another text with the same object is evaluated', () => {
  const object = 'apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: a}\nspec: {size: 1}\n'
  const custom = createEngine({ sources, schemas: catalog, readers })
  const before = custom.evaluation(`${definition('integer')}---\n${object}`, defaultSettings)
  const located = before.objects.at(-1)
  if (!located) return expect.fail('There is no object.')
  const other = custom.preview(`${definition('string')}---\n${object}`, defaultSettings)
  expect(other.report.objects.at(-1)?.validity.status).toBe('invalid')
  expect(before.results.validity(located)?.status).toBe('valid')
})
