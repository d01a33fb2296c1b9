import { describe, expect, test } from 'vitest'
import { defaultSettings } from '../engine/model/settings'
import { createEngine } from '../engine/report/engine'
import { firstSources } from '../rules/firstSources'
import { sources } from '../rules/sources'
import { catalog } from '../schemas'
import { readers } from '../schemas/reading'
import { admissionSentence, uncountedNote } from './admissionText'

test.each<[accepted: number, refused: number, unknown: number, sentence: string]>([
  [1, 0, 0, 'A cluster running 1.36 would accept this object.'],
  [0, 1, 0, 'A cluster running 1.36 would refuse this object.'],
  [1, 0, 1, 'A cluster running 1.36 would accept 1 object.'],
  [2, 0, 0, 'A cluster running 1.36 would accept both objects.'],
  [0, 2, 0, 'A cluster running 1.36 would refuse both objects.'],
  [2, 0, 3, 'A cluster running 1.36 would accept all 2 objects.'],
  [1, 1, 0, 'A cluster running 1.36 would accept 1 of 2 objects.'],
  [12, 2, 2, 'A cluster running 1.36 would accept 12 of 14 objects.'],
  [14, 0, 0, 'A cluster running 1.36 would accept all 14 objects.'],
  [0, 14, 0, 'A cluster running 1.36 would refuse all 14 objects.'],
  [1200, 34, 0, 'A cluster running 1.36 would accept 1,200 of 1,234 objects.'],
  [0, 0, 3, 'Nothing to check against 1.36.'],
  [0, 0, 0, 'Nothing to check against 1.36.'],
])('%i accepted, %i refused, %i unknown: %s', (accepted, refused, unknown, sentence) => {
  expect(admissionSentence({ accepted, refused, unknown }, '1.36')).toBe(sentence)
})

const head = (apiVersion: string, kind: string): string =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: web}\n`
const configMap = head('v1', 'ConfigMap')
const widget = head('example.com/v1', 'Widget')
const definition = `apiVersion: apiextensions.k8s.io/v1
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
      schema: {openAPIV3Schema: {type: object, properties: {spec: {type: object, properties: {size: {type: integer}}}}}}
`

const notesOf = (chosen: typeof sources, ...documents: readonly string[]): readonly string[] =>
  uncountedNote(
    createEngine({ sources: chosen, schemas: catalog, readers }).evaluate(documents.join('---\n'), {
      ...defaultSettings,
      skipKinds: ['Secret'],
    }).objects,
  )

describe.each([
  ['a provisional report', firstSources],
  ['a complete report', sources],
])('what %s does not count', (_, chosen) => {
  test.each<[what: string, documents: readonly string[], notes: readonly string[]]>([
    ['nothing but what Kubernetes knows', [configMap, `${configMap}datas: {}\n`], []],
    ['custom resources', [definition, widget, widget], ['No answer for 2 custom resources']],
    ['a custom resource that is refused', [definition, `${widget}spec: {size: big}\n`], []],
    ['a kind without a schema', [configMap, widget], ['No answer for 1 other object']],
    ['a kind that the settings skip', [configMap, head('v1', 'Secret')], ['No answer for 1 other object']],
    ['what is no longer served', [head('extensions/v1beta1', 'Ingress')], []],
  ])('%s', (_what, documents, notes) => {
    expect(notesOf(chosen, ...documents)).toEqual(notes)
  })
})
