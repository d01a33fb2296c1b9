import { expect, test } from 'vitest'
import { catalog } from '.'
import { defaultSettings } from '../engine/model/settings'
import { createEngine } from '../engine/report/engine'
import { examples, firstExample } from '../examples'
import { sources } from '../rules/sources'
import { commonCatalog } from './commonCatalog'

const reportOf = (text: string) => {
  const common = commonCatalog()
  const report = createEngine({ sources, schemas: common }).evaluate(text, defaultSettings)
  return { report, isInsufficient: common.isInsufficient() }
}

const complete = createEngine({ sources, schemas: catalog })

const manifests = import.meta.glob<string>('../checks/*/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
})

test('a report for which the common kinds suffice is the one with all schemas', async () => {
  const texts = [...(await Promise.all(examples.map(({ load }) => load()))), ...Object.values(manifests)]
  const answers = texts.map((text) => ({ text, ...reportOf(text) }))
  const sufficient = answers.filter(({ isInsufficient }) => !isInsufficient)
  for (const { text, report } of sufficient) expect(report).toEqual(complete.evaluate(text, defaultSettings))
  expect(sufficient.length).toBeGreaterThan(texts.length * 0.8)
})

test('the first visit needs only the common kinds', () => {
  expect(reportOf(firstExample.text).isInsufficient).toBe(false)
})

test.each([
  ['an uncommon kind', 'apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: {name: a}\n'],
  ['a custom resource', 'apiVersion: example.com/v1\nkind: Thing\nmetadata: {name: a}\n'],
  ['a version that is not served', 'apiVersion: extensions/v1beta1\nkind: Ingress\nmetadata: {name: a}\n'],
])('%s needs all schemas', (_, text) => {
  expect(reportOf(text).isInsufficient).toBe(true)
})

test('so does another Kubernetes version', () => {
  const common = commonCatalog()
  const text = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n'
  createEngine({ sources, schemas: common }).evaluate(text, { ...defaultSettings, kubernetesVersion: '1.25' })
  expect(common.isInsufficient()).toBe(true)
})
