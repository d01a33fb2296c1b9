import { expect, test } from 'vitest'
import { readAddress } from '../session/address'
import { decodeSession } from '../session/link'
import { folderOf } from './testing/folderOf'
import { configMap } from './testing/manifests'
import { runForTest } from './testing/runForTest'

const widget = (spec: string): string =>
  `apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: a}\nspec: ${spec}\n`

const definition = (kind: string, served = true): string =>
  `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: ${kind.toLowerCase()}s.example.com}
spec:
  group: example.com
  scope: Namespaced
  names: {kind: ${kind}, plural: ${kind.toLowerCase()}s}
  versions:
    - name: v1
      served: ${served}
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec: {type: object, properties: {size: {type: integer}}}
`

const jsonSchema = JSON.stringify({
  type: 'object',
  properties: { spec: { type: 'object', properties: { size: { type: 'integer' } } } },
})

const broken = '{"$schema": "http://json-schema.org/draft-07/schema#", "type": 1}'

const files = {
  'good.yaml': widget('{size: 1}'),
  'bad.yaml': widget('{size: big}'),
  'null.yaml': widget('{size: null}'),
  'crds/widget.yaml': `${definition('Gadget')}---\n${definition('Widget')}`,
  'crds/other.yaml': 'Widget: a\n',
  'json/example.com/widget_v1.json': jsonSchema,
  'json/example.com/gadget_v1.json': broken,
  'unserved/widget.yaml': definition('Widget', false),
  'broken/widget.json': broken,
}

test.each<[code: number, words: string, stderr: string | RegExp]>([
  [0, 'good.yaml --schemas crds', ''],
  [1, 'bad.yaml --schemas crds', ''],
  [1, 'bad.yaml --schemas crds/widget.yaml', ''],
  [0, 'null.yaml --schemas crds', ''],
  [0, 'good.yaml --schemas json', ''],
  [1, 'bad.yaml --schemas json', ''],
  [1, 'null.yaml --schemas json', ''],
  [
    1,
    'bad.yaml --schemas unserved --schemas crds',
    'unserved/widget.yaml: No version in the CustomResourceDefinitions of the file is served.\n',
  ],
  [1, 'good.yaml bad.yaml --schemas crds --separate', ''],
  [0, 'bad.yaml --schemas unserved', /^unserved\/widget\.yaml: No version .*\nNo schema for Widget/],
  [0, 'good.yaml --schemas broken', /^broken\/widget\.json: .*\nNo schema for Widget/],
  [2, 'good.yaml --schemas broken/widget.json', /^broken\/widget\.json: .*\n$/],
  [2, 'good.yaml --schemas gone', 'There is no file gone.\n'],
  [2, 'good.yaml --schemas crds/other.yaml', /^crds\/other\.yaml: /],
  [0, 'bad.yaml', /^No schema for Widget/],
])('%i: %s', async (code, words, stderr) => {
  const cwd = folderOf(files)
  const answer = await runForTest(['validate', ...words.split(' ')], { cwd })
  expect(answer).toMatchObject({ code })
  if (typeof stderr === 'string') expect(answer.stderr).toBe(stderr)
  else expect(answer.stderr).toMatch(stderr)
})

test('definitions in the inputs serve their resources, and those of --schemas are not reported on', async () => {
  const cwd = folderOf(files)
  expect(await runForTest(['bad.yaml', 'crds/widget.yaml'], { cwd })).toMatchObject({ code: 1 })
  const { stdout } = await runForTest(['bad.yaml', '--schemas', 'crds', '-o', 'json', '--no-fixes'], { cwd })
  const { objects }: { objects: { kind: string }[] } = JSON.parse(stdout)
  expect(objects.map(({ kind }) => kind)).toEqual(['Widget'])
})

test('a catalogue is read as far as the inputs need it', async () => {
  const cwd = folderOf({ 'a.yaml': configMap('a'), 'json/gadget_v1.json': broken })
  expect(await runForTest(['a.yaml', '--schemas', 'json'], { cwd })).toMatchObject({ code: 0, stderr: '' })
})

test('a link has the schemas that its text needs', async () => {
  const cwd = folderOf(files)
  const { stdout } = await runForTest(['good.yaml', '--schemas', 'json', '--link'], { cwd })
  const address = readAddress(new URL(stdout.trimEnd().split('\n').at(-1) ?? '').hash)
  if (address.kind !== 'session') throw new Error('no session')
  expect(await decodeSession(address.data)).toMatchObject({
    session: { settings: { schemaFiles: [{ name: 'json/example.com/widget_v1.json', text: jsonSchema }] } },
  })
})
