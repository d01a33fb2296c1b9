import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { checklist } from '../../checks'
import { playground } from '../../rules/playground'
import { syntax } from '../../rules/syntax'
import { check } from '../findings/check'
import { checklistOf } from '../findings/source'
import { createEngine } from './engine'
import { defaultSettings } from '../model/settings'

const manifest = (name: string, image = 'web:1') => `apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, labels: {app: ${name}}}
spec:
  replicas: 2
  selector: {matchLabels: {app: ${name}}}
  template:
    metadata: {labels: {app: ${name}}}
    spec:
      containers:
        - name: app
          image: ${image}
---
apiVersion: v1
kind: Service
metadata: {name: ${name}}
spec:
  selector: {app: ${name}}
  ports: [{port: 80}]
`

const text = ['web', 'api', 'jobs'].map((name) => manifest(name)).join('---\n')

const sources = [syntax, playground, checklist]

const cold = (given: string) => createEngine({ sources }).evaluate(given, defaultSettings)

test('a report after any edit is the one that a fresh engine gives', () => {
  const engine = createEngine({ sources })
  const edit = fc.tuple(
    fc.nat(text.length),
    fc.nat(12),
    fc.constantFrom('', 'x', '\n', '---\n', ' ', '"', '{', 'app: api', '- '),
  )
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
      let edited = text
      for (const [at, removed, inserted] of edits) {
        edited = edited.slice(0, at) + inserted + edited.slice(at + removed)
        expect(engine.evaluate(edited, defaultSettings)).toEqual(cold(edited))
      }
    }),
    { numRuns: 60, seed: 3 },
  )
})

test('no text throws, and every place is inside the text', () => {
  const token = fc.constantFrom(
    ...[
      'apiVersion: v1',
      'kind: Pod',
      'kind: List',
      'items:',
      'spec:',
      'containers:',
      'name: a',
      '&a',
      '*a',
      '<<: *a',
    ],
    ...[
      '---',
      '...',
      '\n',
      '\n  ',
      '\n    ',
      ': ',
      '- ',
      '? ',
      '{',
      '}',
      '[',
      ']',
      ', ',
      '"',
      "'",
      '|',
      '>',
      '#',
      '!',
      '%',
    ],
    ...[
      '\t',
      '\r',
      '\u0000',
      '\u0085',
      '\ud800',
      '\uFEFF',
      '{{ x }}',
      '${X}',
      '__proto__: 1',
      'constructor: {}',
      '~',
      'y',
      '1e3',
    ],
  )
  const anything = fc.oneof(
    { weight: 3, arbitrary: fc.array(token, { maxLength: 60 }).map((tokens) => tokens.join('')) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  )
  fc.assert(
    fc.property(anything, (given) => {
      for (const { range, related } of cold(given).findings) {
        for (const place of [range, ...related.map((other) => other.range)]) {
          expect(place.from >= 0 && place.from < place.to && place.to <= given.length).toBe(true)
        }
      }
    }),
    { numRuns: 3_000, seed: 5 },
  )
})

test('a check that throws is a finding of its own, never a pass', () => {
  const broken = check({
    id: 'broken',
    title: 'Broken',
    topic: 'valid',
    on: 'any',
    severities: ['warning'],
    // oxlint-disable-next-line require-yield -- it breaks before it says anything
    *find() {
      throw new Error('out of order')
    },
    fix: () => Promise.resolve({ default: () => ({}) }),
  })
  const { findings, objects, score } = createEngine({
    sources: [playground, checklistOf('checks', 'Checks', [broken])],
  }).evaluate(manifest('web'), defaultSettings)
  expect(findings.map(({ rule, message }) => [rule, message])).toEqual([
    ['check-failed', 'The check broken could not run on Deployment web: out of order.'],
    ['check-failed', 'The check broken could not run on Service web: out of order.'],
  ])
  expect(objects[0]?.verdicts[0]).toMatchObject({ skipped: 'The check could not run.' })
  expect(objects[0]?.grade).toBe('warning')
  expect(score).toBeUndefined()
})

test('copies of a document, and their order, leave the score as it is', () => {
  const parts = text.split('---\n')
  const value = (documents: readonly string[]) => cold(documents.join('---\n')).score
  expect(value([...parts, ...parts])).toEqual(value(parts))
  expect(value(parts.toReversed())).toEqual(value(parts))
})

test('objects of the same name keep apart, each with findings of its own', () => {
  const { objects, findings } = cold(`${manifest('web')}---\n${manifest('web', 'web')}`)
  expect(objects.map(({ id }) => id)).toEqual([
    'Deployment/apps/v1//web',
    'Service/v1//web',
    'Deployment/apps/v1//web~2',
    'Service/v1//web~2',
  ])
  const tagged = findings.filter(({ rule }) => rule === 'container-image-tag')
  expect(tagged.map(({ object }) => object)).toEqual(['Deployment/apps/v1//web~2'])
})

test('ids stay while the text around a finding moves', () => {
  const ids = (given: string) => cold(given).findings.map(({ id }) => id)
  expect(ids(`# a comment\n\n${text}`)).toEqual(ids(text))
})

test('other settings are not answered from memory', () => {
  const engine = createEngine({ sources })
  const replicas = (minReplicasDeployment: number) =>
    engine
      .evaluate(text, { ...defaultSettings, minReplicasDeployment })
      .findings.filter(({ rule }) => rule === 'deployment-replicas').length
  expect([replicas(2), replicas(3), replicas(2)]).toEqual([0, 3, 0])
})

test.each<[what: string, text: () => string]>([
  [
    'an alias bomb',
    () =>
      `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghi'].map((key, index) => `${key}: &${key} [${Array(9).fill(`*${'abcdefgh'[index]}`).join()}]`).join('\n')}`,
  ],
  ['100,000 opening brackets', () => '['.repeat(100_000)],
  ['20,000 question marks', () => '? '.repeat(20_000)],
  ['20,000 dashes', () => '- '.repeat(20_000)],
  [
    '300 levels of mappings',
    () => Array.from({ length: 300 }, (_, level) => `${' '.repeat(level)}a:`).join('\n'),
  ],
  ['one value of 10 MB', () => `a: ${'x'.repeat(10_000_000)}`],
  ['a list of half a million items', () => '- x\n'.repeat(500_000)],
])('%s gets an answer that says what is wrong', (_, hostile) => {
  const { findings } = cold(hostile())
  expect(findings[0]?.severity).toBe('refused')
  expect(findings[0]?.rule).toMatch(/^(invalid-alias|too-deep|too-large)$/)
})

test('100 levels of nesting are read', () => {
  const levels = Array.from({ length: 100 }, (_, level) => `${' '.repeat(level)}a:`).join('\n')
  const { documents, findings } = cold(
    `apiVersion: v1\nkind: ConfigMap\nx:\n ${levels.replaceAll('\n', '\n ')}`,
  )
  expect(documents[0]?.status).toBe('read')
  expect(findings).toEqual([])
})

test('what is beyond the largest text is named, and what is before it is scored', () => {
  const filler = `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: big}\ndata: {x: "${'x'.repeat(1_000_000)}"}\n`
  const { findings, objects } = cold([manifest('web'), ...Array(14).fill(filler)].join('---\n'))
  expect(objects[0]?.name).toBe('web')
  const [cut] = findings.filter(({ rule }) => rule === 'too-large')
  expect(cut?.message).toBe(
    'The text has more than 10,500,000 characters, so the last 4 documents are not read.',
  )
})

test('a document that is too large hides no other', () => {
  const huge = `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: big}\ndata: {x: ${'x'.repeat(12_000_000)}}\n`
  const { findings, objects } = cold([manifest('web'), huge, manifest('api')].join('---\n'))
  expect([...new Set(objects.map(({ name }) => name))]).toEqual(['web', 'api'])
  expect(findings.filter(({ rule }) => rule === 'too-large').map(({ document }) => document)).toEqual([2])
})
