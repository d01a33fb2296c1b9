import { assert, constantFrom, nat, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { completionsAt } from '../engine/language/completions'
import { hoverAt } from '../engine/language/hover'
import type { FindSchema } from '../engine/schema/schema'
import { defaultSettings } from '../engine/model/settings'
import { catalog } from '.'

const find: FindSchema = (apiVersion, kind) => {
  const schema = catalog.kind('1.36', apiVersion, kind)
  return schema && { schema, origin: 'kubernetes', nulls: 'absent' }
}
const settings = { ...defaultSettings, kubernetesVersion: '1.36' }
const hover = (text: string, offset: number) => hoverAt(text, offset, find, catalog, settings)
const completions = (text: string, offset: number) => completionsAt(text, offset, find, catalog, settings)

const manifests = Object.entries(
  import.meta.glob<string>(['../examples/*.{yaml,json}', '../checks/*/{bad,good}.yaml'], {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
)

const broken = /broken|helm/

test.each(manifests)(
  '%s: no text makes either of them throw, and ranges lie inside the text',
  (_, manifest) => {
    const place = nat({ max: manifest.length })
    const junk = constantFrom(
      '',
      '\n',
      '\r\n',
      '\t',
      '"',
      "'",
      '{',
      '[',
      ': ',
      '- ',
      '|',
      '&a ',
      '*a',
      '#',
      '---\n',
      '\u2028',
    )
    assert(
      property(place, nat({ max: 60 }), junk, place, (from, length, piece, at) => {
        const text = manifest.slice(0, from) + piece + manifest.slice(from + length)
        const offset = Math.min(at, text.length)
        const pointed = hover(text, offset)?.range
        const typed = completions(text, offset)
        for (const range of [pointed, typed?.range]) {
          if (!range) continue
          expect(range.from).toBeGreaterThanOrEqual(0)
          expect(range.from).toBeLessThanOrEqual(offset)
          expect(range.to).toBeGreaterThanOrEqual(offset)
          expect(range.to).toBeLessThanOrEqual(text.length)
        }
        for (const { insert, caret = 0 } of typed?.items ?? [])
          expect(caret).toBeLessThanOrEqual(insert.length)
        expect(text.slice(typed?.range.from, typed?.range.to)).not.toContain(typed ? '\n' : '\0')
      }),
      { numRuns: 40 },
    )
  },
)

/** The lines of a manifest that hold a key, and where that stands. */
const keysOf = (manifest: string) =>
  [...manifest.matchAll(/^( *(?:- )?)([A-Za-z]\w*):(.*)$/gm)].map((match) => ({
    key: match[2] ?? '',
    from: match.index + (match[1]?.length ?? 0),
    to: match.index + match[0].length,
    isLeaf: /\S/.test(match[3] ?? '') && !/[|>{[&]/.test(match[3] ?? ''),
  }))

const sound = manifests.filter(([file]) => file.endsWith('.yaml') && !broken.test(file))

test.each(sound)('%s: each field that can be pointed at is offered where it is taken away', (_, manifest) => {
  const missed = keysOf(manifest)
    .filter(({ isLeaf, from }) => isLeaf && hover(manifest, from)?.path.length)
    .filter(({ key, from, to }) => {
      const cut = manifest.slice(0, from) + manifest.slice(to)
      return !isInMap(manifest, from) && !completions(cut, from)?.items.some(({ label }) => label === key)
    })
  expect(missed).toEqual([])
})

/** Keys of maps are anyone's. */
const isInMap = (manifest: string, offset: number): boolean =>
  hover(manifest, offset)?.path.some((key) =>
    /^(?:labels|annotations|matchLabels|selector|data|limits|requests|nodeSelector)$/.test(key),
  ) ?? false

describe('the API of Kubernetes', () => {
  const deployment = 'apiVersion: apps/v1\nkind: Deployment\n'
  const at = (marked: string) => [marked.replace('‸', ''), marked.indexOf('‸')] as const
  const labels = (marked: string) => completions(...at(marked))?.items.map(({ label }) => label)

  test('a container', () => {
    const text = `${deployment}spec:\n  template:\n    spec:\n      containers:\n        - im‸age: a\n`
    expect(hover(...at(text))).toMatchObject({
      path: ['spec', 'template', 'spec', 'containers', 'image'],
      type: 'text',
      required: false,
    })
    expect(labels(text.replace('im‸age: a', '‸'))?.slice(0, 3)).toEqual(['name', 'args', 'command'])
  })

  test.each([
    ['kind: Deployment\napiVersion: apps/v1\nspec:\n  sel‸ector: {}', { required: true, type: 'object' }],
    [
      'kind: Deployment\napiVersion: apps/v1\nspec:\n  repl‸icas: 2',
      { required: false, type: 'whole number' },
    ],
    [
      'kind: Pod\napiVersion: v1\nspec:\n  restart‸Policy: x',
      { values: ['Always', 'Never', 'OnFailure'], version: '1.36' },
    ],
    ['kind: Pod\napiVersion: v1\nspec:\n  hostU‸sers: true', { type: 'true or false' }],
    [
      'kind: PersistentVolumeClaim\napiVersion: v1\nspec:\n  volumeAttributesClass‸Name: a',
      { since: '1.29', required: false },
    ],
    [
      'kind: List\napiVersion: v1\nitems:\n- kind: Service\n  apiVersion: v1\n  spec:\n    ty‸pe: x',
      { path: ['spec', 'type'], kind: 'Service' },
    ],
    ['kind: Any\napiVersion: a/v1\nmetadata:\n  na‸me: x', { path: ['metadata', 'name'], type: 'text' }],
  ])('%j', (text, found) => {
    expect(hover(...at(text))).toMatchObject(found)
  })

  test('a field that goes away says until when, one of a later version that it is not there yet', () => {
    const gone = 'kind: FlowSchema\napiVersion: flowcontrol.apiserver.k8s.io/v1beta3\nsp‸ec: {}'
    expect(hover(...at(gone))).toMatchObject({ absent: true, since: '1.26', until: '1.31' })
  })

  test('since when a field is there', () => {
    const text = 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - resizePo‸licy: []\n'
    expect(hover(...at(text))).toMatchObject({ since: '1.27', type: 'list of objects' })
  })

  test('the kinds and where they are served', () => {
    const all = completions(...at('kind: ‸'))?.items ?? []
    expect(all.length).toBeGreaterThan(60)
    expect(all.find(({ label }) => label === 'HorizontalPodAutoscaler')?.detail).toBe(
      'autoscaling/v2 or autoscaling/v1',
    )
    expect(all.filter(({ label }) => label.endsWith('List'))).toEqual([])
    expect(labels('apiVersion: ‸\nkind: Deployment\n')).toEqual(['apps/v1'])
    expect(labels('apiVersion: apps/v1\nkind: ‸')).toEqual([
      'ControllerRevision',
      'DaemonSet',
      'Deployment',
      'ReplicaSet',
      'StatefulSet',
    ])
  })

  test('the order at the root', () => {
    expect(labels(`${deployment}‸`)).toEqual(['metadata', 'spec'])
    expect(labels('kind: ConfigMap\napiVersion: v1\n‸')).toEqual([
      'metadata',
      'binaryData',
      'data',
      'immutable',
    ])
  })

  test('values', () => {
    expect(labels('apiVersion: v1\nkind: Service\nspec:\n  type: ‸')).toContain('LoadBalancer')
    expect(labels('apiVersion: v1\nkind: Pod\nspec:\n  hostNetwork: ‸')).toEqual(['true', 'false'])
  })
})
