import { expect, test } from 'vitest'
import { manifestName } from './saveFile'

test.each([
  ['web.yaml', 'web.yaml'],
  ['über-2.prod.YML', 'über-2.prod.YML'],
  ['list.json', 'list.json'],
  [undefined, 'manifest.yaml'],
  ['Bare web app', 'manifest.yaml'],
  ['a.yaml, b.yaml', 'manifest.yaml'],
  ['../a.yaml', 'manifest.yaml'],
  ['-rf.yaml', 'manifest.yaml'],
  ['a\u202Eb.yaml', 'manifest.yaml'],
  // The names of the other files of an overlay.
  ['kustomization.yaml', 'manifest.yaml'],
  ['added.yaml', 'manifest.yaml'],
])('the manifest of session %j is saved as %j', (session, name) => {
  expect(manifestName('a: 1\n', session)).toBe(name)
})

test('a manifest in JSON without a file of its own is saved as JSON', () => {
  expect(manifestName(' {"a": 1}', undefined)).toBe('manifest.json')
  expect(manifestName('[]', 'Bare web app')).toBe('manifest.json')
  expect(manifestName('{a: 1}', 'web.yaml')).toBe('web.yaml')
})
