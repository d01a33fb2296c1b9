import { expect, test } from 'vitest'
import { catalog } from '.'
import { loadCustomDocs, loadCustomGroup, loadDocs } from './assets'
import { customGroupOf } from './customGroup'
import { describer } from './descriptions'
import groups from './generated/groups.json'
import { formatTest, patternTest } from './reading'
import { verifiedVersion } from './versions'

const tests = { pattern: patternTest, format: (name: string) => formatTest(name, 'kubernetes') }
const definition = (name: string) => catalog.definition(verifiedVersion, name)

test('each group that the build lists has a file, and there are no others', () => {
  const files = Object.keys(import.meta.glob('./generated/custom/*.json'))
  const names = files.map((path) => path.replace(/^.*\/|\.json$/g, ''))
  expect(names.toSorted()).toEqual(Object.keys(groups))
})

test.each(Object.entries(groups))('%s can be unpacked', async (group, kinds) => {
  const packed = await loadCustomGroup(group)
  if (!packed) throw new Error(`${group} is missing`)
  const custom = customGroupOf(packed, definition, tests)
  expect(custom.kinds.map((entry) => `${entry.apiVersion}/${entry.kind}`)).toEqual(
    kinds.map((kind) => `${group}/${kind}`),
  )
  for (const { apiVersion, kind } of custom.kinds)
    expect(custom.kind(apiVersion, kind)?.type).toEqual(['object'])
  const references = [...JSON.stringify(packed).matchAll(/"[[{]*#([^"]+)"/g)].map(([, name = '']) => name)
  expect(references.filter((name) => !definition(name))).toEqual([])
  // "pattern":"*" is a field named pattern that allows anything.
  const patterns = [...JSON.stringify(packed).matchAll(/"pattern":(?!"\*")("(?:[^"\\]|\\.)*")/g)]
  expect(patterns.filter(([, text = '""']) => !patternTest(JSON.parse(text) as string))).toEqual([])
})

test('an unknown group has no schemas and no descriptions', async () => {
  expect(await loadCustomGroup('constructor')).toBeUndefined()
  expect(await loadCustomDocs('../docs/core')).toBeUndefined()
  expect(await loadDocs('')).toBeUndefined()
})

test.each([
  ['apps/v1', 'Deployment', ['spec', 'replicas'], 'Number of desired pods.'],
  ['v1', 'Pod', ['spec', 'containers', 0, 'image'], 'Container image name.'],
  ['cert-manager.io/v1', 'Certificate', ['spec', 'secretName'], 'Name of the Secret resource'],
  [
    'argoproj.io/v1alpha1',
    'Rollout',
    ['spec', 'template', 'spec', 'containers', 0, 'image'],
    'Container image name.',
  ],
  ['argoproj.io/v1alpha1', 'Workflow', ['kind'], 'Kind is a string value'],
] as const)('%s %s %j has a description', async (apiVersion, kind, path, start) => {
  const describe = describer({ builtIn: loadDocs, custom: loadCustomDocs }, catalog)
  expect(await describe('1.30', apiVersion, kind, path)).toMatch(new RegExp(`^${start}`))
})
