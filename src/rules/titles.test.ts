import { expect, test } from 'vitest'
import { checks } from '../checks'
import type { Finding } from '../engine/model/finding'
import { defaultSettings } from '../engine/model/settings'
import { titleLimit } from '../engine/model/titles'
import { createEngine } from '../engine/report/engine'
import { rowsOf } from '../engine/report/rows'
import { catalog } from '../schemas'
import { sources } from './sources'

const files = import.meta.glob<string>(['../checks/*/bad.yaml', './*/*/bad.yaml'], {
  query: '?raw',
  import: 'default',
  eager: true,
})
const examples = Object.entries(files).map(([path, text]) => [path.split('/').at(-2) ?? '', text] as const)

const bad = new Map(examples)

const engine = createEngine({ sources, schemas: catalog })
const enabledChecks = checks.filter(({ optional }) => optional).map(({ id }) => id)
const settings = { ...defaultSettings, enabledChecks, ignoreMissingSchemas: false }
const rejecting = { ...settings, rejectKinds: ['Secret'] }
const reportOn = (text: string) =>
  engine.evaluate(text, text === bad.get('rejected-kind') ? rejecting : settings)

/** The names of the objects of a text, of their containers, and of what findings in them are about. */
function namesIn(text: string): readonly string[] {
  const { objects } = engine.evaluation(text, defaultSettings)
  const ofObjects = objects.flatMap(({ object: { name, namespace, pod } }) => [
    ...[name, namespace],
    ...(pod?.containers ?? []).map((located) => located.name),
  ])
  return [...ofObjects, ...reportOn(text).findings.flatMap(({ about }) => about?.name ?? [])]
}

const escaped = (name: string): string => name.replace(/[^\w]/g, '\\$&')

test('what counts as a name in a title', () => {
  expect(
    namesIn('apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: b}]}\n'),
  ).toEqual(expect.arrayContaining(['a', 'b']))
})

test.each(examples)(
  '%s: titles have no names, are cut off nowhere, and end without a full stop',
  (_, text) => {
    const { findings } = reportOn(text)
    const titled = findings.flatMap((finding) => (finding.title === undefined ? [] : [finding.title]))

    expect(findings.length).toBeGreaterThan(0)
    const names = namesIn(text).filter((name) => name !== '')
    for (const title of titled) {
      expect(title).toMatch(/^\S.*[^.\s]$/)
      expect(title.length).toBeLessThanOrEqual(titleLimit)
      for (const name of names) expect(title).not.toMatch(new RegExp(`(?<![\\w-])${escaped(name)}(?![\\w-])`))
    }
  },
)

test.each(checks)('$id says what is wrong', ({ id }) => {
  const own = reportOn(bad.get(id) ?? '').findings.filter(({ rule }) => rule === id)
  expect(own.length).toBeGreaterThan(0)
  for (const { title, message } of own) {
    expect(title).toBeDefined()
    expect(title).not.toBe(message)
  }
})

test('only checks that look at several objects find what may be elsewhere', () => {
  const found = examples.flatMap(([, text]) => reportOn(text).findings).filter((one) => one.mayBeElsewhere)
  const rules = [...new Set(found.map(({ rule }) => rule))].toSorted()
  expect(rules).toEqual([
    'deployment-has-poddisruptionbudget',
    'horizontalpodautoscaler-has-target',
    'ingress-targets-service',
    'networkpolicy-targets-pod',
    'pod-networkpolicy',
    'service-targets-pod',
    'statefulset-has-poddisruptionbudget',
    'statefulset-has-servicename',
  ])
  const reaches = checks.filter(({ id }) => rules.includes(id)).map(({ finder }) => finder.reach)
  expect(new Set(reaches)).toEqual(new Set(['objects']))
})

const deployment = (containers: string): string => `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec: ${containers}
`

const titlesOf = (text: string): readonly string[] => {
  const { findings, rules } = reportOn(text)
  const active = findings.filter(({ ignored }) => ignored === undefined)
  return rowsOf(active, rules, 'object').map(({ title }) => title)
}

test.each(['{}', '{containers: []}'])('no containers are one row, whoever says it: %s', (spec) => {
  expect(titlesOf(deployment(spec)).filter((title) => /containers/i.test(title))).toHaveLength(1)
})

test('a missing image is said once, by the API server that refuses it', () => {
  const titles = titlesOf(deployment('{containers: [{name: web}]}')).filter((title) =>
    title.endsWith('image'),
  )
  expect(titles).toEqual(['Container web has no image'])
})

test('what a container lacks is one row, and the same for every container', () => {
  const text = deployment('{initContainers: [{name: a, image: "a:1"}], containers: [{image: "b:1"}]}')
  const { findings, rules } = reportOn(text)
  const rows = rowsOf(findings, rules, 'object').filter(({ rule }) => rules[rule]?.oneRow)
  const shapes = rows.map(({ title, severity, items }) => [title, severity, items.length])
  expect(shapes).toEqual([
    ['No resource requests or limits', 'critical', 2],
    ['No ephemeral storage request or limit', 'critical', 2],
  ])
  const about = (finding: Finding | undefined) => `${finding?.about?.noun} ${finding?.about?.name}`
  expect(rows[0]?.items.map(({ findings: [first] }) => about(first))).toEqual([
    'init container a',
    'container 1 (unnamed)',
  ])
})

test('a place in a container is about the container, one with a chosen key about the key', () => {
  const container =
    '{name: web, image: "web:1", imagePullPolicy: always, ports: [{containerPort: 0}], foo: 1}'
  const text = deployment(`{containers: [${container}], nodeSelector: {disk: 1}}`).replace(
    'labels: {app: web}',
    'labels: {app: web}, annotations: {a/b: 1}',
  )
  const found = reportOn(text).findings.filter(({ source }) => source === 'schema' || source === 'api-server')
  expect(found.map(({ title, about }) => [title, about?.noun, about?.name])).toEqual([
    ['Value of metadata.annotations must be text', 'annotation', 'a/b'],
    ['Unsupported value: containers.imagePullPolicy', 'container', 'web'],
    ['Unknown field foo', 'container', 'web'],
    ['Value of spec.nodeSelector must be text', 'label', 'disk'],
  ])
})
