import { assert, constantFrom, nat, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { completionsAt } from '../engine/language/completions'
import { hoverAt } from '../engine/language/hover'
import { defaultSettings } from '../engine/model/settings'
import type { FindSchema } from '../engine/schema/schema'
import { catalog } from '.'
import { verifiedVersion } from './versions'

const find: FindSchema = (apiVersion, kind) => {
  const schema = catalog.kind(verifiedVersion, apiVersion, kind)
  return schema && { schema, origin: 'kubernetes', nulls: 'absent' }
}
const settings = { ...defaultSettings, kubernetesVersion: verifiedVersion }
const hover = (text: string, offset: number) => hoverAt(text, offset, find, catalog, settings)
const completions = (text: string, offset: number) => completionsAt(text, offset, find, catalog, settings)

const manifests = Object.entries(
  import.meta.glob<string>(['../examples/*.{yaml,json}', '../checks/*/{bad,good}.yaml'], {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
)

/** Examples with syntax errors. */
const broken = /broken|helm/

test.each(manifests)(
  '%s: hover and completions never throw, and their ranges are inside the text',
  (_, manifest) => {
    const anyOffset = nat({ max: manifest.length })
    const insertion = constantFrom(
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
      property(anyOffset, nat({ max: 60 }), insertion, anyOffset, (from, length, inserted, caretOffset) => {
        const text = manifest.slice(0, from) + inserted + manifest.slice(from + length)
        const offset = Math.min(caretOffset, text.length)
        const hovered = hover(text, offset)?.range
        const completed = completions(text, offset)
        for (const range of [hovered, completed?.range]) {
          if (!range) continue
          expect(range.from).toBeGreaterThanOrEqual(0)
          expect(range.from).toBeLessThanOrEqual(offset)
          expect(range.to).toBeGreaterThanOrEqual(offset)
          expect(range.to).toBeLessThanOrEqual(text.length)
        }
        for (const { insert, cursor = 0 } of completed?.items ?? [])
          expect(cursor).toBeLessThanOrEqual(insert.length)
        const replaced = completed ? text.slice(completed.range.from, completed.range.to) : ''
        expect(replaced).not.toContain('\n')
      }),
      { numRuns: 40 },
    )
  },
)

/** The keys of a manifest, with the range from the key to the end of its line. */
const keysOf = (manifest: string) =>
  [...manifest.matchAll(/^( *(?:- )?)([A-Za-z]\w*):(.*)$/gm)].map((match) => ({
    key: match[2] ?? '',
    from: match.index + (match[1]?.length ?? 0),
    to: match.index + match[0].length,
    isLeaf: /\S/.test(match[3] ?? '') && !/[|>{[&]/.test(match[3] ?? ''),
  }))

const validManifests = manifests.filter(([file]) => file.endsWith('.yaml') && !broken.test(file))

test.each(validManifests)('%s: each field with a hover is completed after it is removed', (_, manifest) => {
  const missed = keysOf(manifest)
    .filter(({ isLeaf, from }) => isLeaf && hover(manifest, from)?.path.length)
    .filter(({ key, from, to }) => {
      const without = manifest.slice(0, from) + manifest.slice(to)
      return !isInMap(manifest, from) && !completions(without, from)?.items.some(({ label }) => label === key)
    })
  expect(missed).toEqual([])
})

/** Completions do not offer the keys of maps, which are free. */
const isInMap = (manifest: string, offset: number): boolean =>
  hover(manifest, offset)?.path.some((key) =>
    /^(?:labels|annotations|matchLabels|selector|data|limits|requests|nodeSelector)$/.test(key),
  ) ?? false

describe('the Kubernetes API', () => {
  const deployment = 'apiVersion: apps/v1\nkind: Deployment\n'
  const at = (marked: string) => [marked.replace('‸', ''), marked.indexOf('‸')] as const
  const labels = (marked: string) => completions(...at(marked))?.items.map(({ label }) => label)

  test('a field of a container', () => {
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
      { values: ['Always', 'Never', 'OnFailure'], version: verifiedVersion },
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

  test('a field of another version has the versions that serve it', () => {
    const removed = 'kind: FlowSchema\napiVersion: flowcontrol.apiserver.k8s.io/v1beta3\nsp‸ec: {}'
    expect(hover(...at(removed))).toMatchObject({ absent: true, since: '1.26', until: '1.31' })
  })

  test('a field has the version that introduced it', () => {
    const text = 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - resizePo‸licy: []\n'
    expect(hover(...at(text))).toMatchObject({ since: '1.27', type: 'list of objects' })
  })

  test('kinds are completed with the apiVersions that serve them', () => {
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

  test('the fields of the root are in the usual order', () => {
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
