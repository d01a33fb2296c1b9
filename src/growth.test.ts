import { describe, expect, test } from 'vitest'
import { createFixer } from './engine/fixes/fixer'
import { defaultSettings } from './engine/model/settings'
import { applyEdits } from './engine/model/textEdit'
import { relatedObjects } from './engine/objects/related/relatedObjects'
import { createEngine } from './engine/report/engine'
import type { ScalarTest, Schema } from './engine/schema/schema'
import { validate } from './engine/schema/validate'
import { indentWithSpaces } from './engine/yaml/indentWithSpaces'
import { readDocument } from './engine/yaml/readDocument'
import { sources } from './rules/sources'
import { catalog } from './schemas'
import { readers } from './schemas/reading'

// Texts that make one thing in them more and more. What is counted may grow like the text, and not faster: in most of
// these families it once grew with the square. They are large enough that such a growth would not end within the time
// that a test has.

const engine = () => createEngine({ sources, schemas: catalog, readers })

const repeat = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('')

const data = (content: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n${content}`

const list = (item: string, count: number) =>
  `apiVersion: v1\nkind: List\nitems:\n${repeat(count, (index) => `- ${item.replaceAll('#', String(index))}\n`)}`

/** A CustomResourceDefinition with a schema for `spec`, and an object of it. */
const custom = (schema: string, spec: string) => `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: widgets.example.com}
spec:
  group: example.com
  scope: Namespaced
  names: {plural: widgets, kind: Widget}
  versions:
    - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object, properties: {spec: ${schema}}}}}
---
apiVersion: example.com/v1
kind: Widget
metadata: {name: w}
spec:${spec}
`

const items = (count: number, item: (index: number) => string) =>
  repeat(count, (index) => `\n  - ${item(index)}`)
const fields = (count: number, field: (index: number) => string) =>
  repeat(count, (index) => `\n  ${field(index)}`)
const listed = (count: number, item: (index: number) => string) =>
  repeat(count, (index) => `${item(index)}, `)

const deployment = (env: string) =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d}\nspec: {selector: {matchLabels: {a: b}}, template: {metadata: {labels: {a: b}}, spec: {containers: [{name: c, image: 'a:1', env: [${env}]}]}}}\n`

const pod = (index: number, labels: string) =>
  `---\napiVersion: v1\nkind: Pod\nmetadata: {name: p${index}, labels: {${labels}}}\nspec: {containers: [{name: c, image: 'a:1'}]}\n`

const families: readonly (readonly [name: string, count: number, text: (count: number) => string])[] = [
  [
    'tab-only lines in block scalars',
    8_000,
    (n) => data(repeat(n, (i) => `  k${i}: |\n    a\n    \t\n    b\n`)),
  ],
  ['tabs', 8_000, (n) => data(repeat(n, (i) => `\tk${i}: a\n`))],
  ['lines indented with no-break spaces', 8_000, (n) => data(repeat(n, (i) => `\u00A0\u00A0k${i}: a\n`))],
  ['a line of no-break spaces', 8_000, (n) => data(`${'\u00A0- '.repeat(n * 10)}: a\n`)],
  ['no-break spaces inside a line', 4_000, (n) => data(`  a: [${listed(n, (i) => `\u00A0b${i}`)}]\n`)],
  ['one variable set many times', 4_000, (n) => deployment(listed(n, () => '{name: A, value: x}'))],
  ['items without a kind', 8_000, (n) => list('metadata: {name: a#}', n)],
  ['items with a duplicate key', 4_000, (n) => list('{apiVersion: v1, kind: Secret, kind: Secret}', n)],
  [
    'unknown fields',
    4_000,
    (n) =>
      custom(
        `{type: object, properties: {${listed(n, (i) => `field${i}: {type: string}`)}}}`,
        fields(n, (i) => `fjeld${i}: a`),
      ),
  ],
  [
    'fields that belong elsewhere',
    3_000,
    (n) =>
      custom(
        `{type: object, properties: {${listed(n, (i) => `a${i}: {type: object, properties: {b${i}: {type: string}}}`)}}}`,
        fields(n, (i) => `b${i}: x`),
      ),
  ],
  [
    'values that are not in an enum',
    4_000,
    (n) =>
      custom(
        `{type: array, items: {type: string, enum: [${listed(n, (i) => `value${i}`)}]}}`,
        items(n, (i) => `valve${i}`),
      ),
  ],
  [
    'fields that are required',
    4_000,
    (n) =>
      custom(
        `{type: array, items: {type: object, required: [${listed(n, (i) => `f${i}`)}]}}`,
        items(n, () => '{}'),
      ),
  ],
  [
    'alternatives',
    2_000,
    (n) =>
      custom(
        `{type: array, items: {type: object, oneOf: [${listed(n, (i) => `{required: [f${i}]}`)}]}}`,
        items(n, () => '{}'),
      ),
  ],
  [
    'patterns',
    2_000,
    (n) =>
      custom(
        `{type: array, items: {type: string, allOf: [${listed(n, (i) => `{pattern: '^p${i}$'}`)}]}}`,
        items(n, (i) => `v${i}`),
      ),
  ],
  [
    'versions of a definition',
    4_000,
    (n) =>
      `apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: a.b.c}\nspec: {group: b.c, scope: Cluster, names: {kind: A, plural: as}, versions: [${listed(n, (i) => `{name: v${i}, served: true, schema: {openAPIV3Schema: {type: object}}}`)}]}\n${repeat(n, (i) => `---\napiVersion: b.c/w${i}\nkind: A\n`)}`,
  ],
  [
    'a long key',
    4_000,
    (n) =>
      custom(
        '{type: object, additionalProperties: {type: array, items: {type: string}}}',
        `\n  ? ${'k'.repeat(n * 100)}\n  : [${listed(n, String)}]`,
      ),
  ],
  [
    'a long name',
    4_000,
    (n) =>
      `apiVersion: v1\nkind: Pod\nmetadata: {name: ${'n'.repeat(n * 100)}}\nspec: {${listed(n, (i) => `x${i}: 1`)}}\n`,
  ],
  [
    'merges of one mapping',
    12_000,
    (n) => `a: &a {${listed(n, (i) => `k${i}: 1`)}}\n${repeat(n, (i) => `b${i}: {<<: *a}\n`)}`,
  ],
  [
    'merges of merges',
    12_000,
    (n) => `a0: &a0 {k: 1}\n${repeat(n, (i) => `a${i + 1}: &a${i + 1} {<<: *a${i}, k${i}: 1}\n`)}`,
  ],
  [
    'aliases of a Pod',
    200,
    (n) =>
      `apiVersion: v1\nkind: List\nitems:\n- &p {apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [${listed(n, (i) => `{name: c${i}, image: b}`)}]}}\n${repeat(n, () => '- *p\n')}`,
  ],
  [
    'selectors and Pods',
    2_000,
    (n) =>
      repeat(
        n,
        (i) =>
          `---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: s${i}}\nspec: {podSelector: {matchExpressions: [{key: k${i}, operator: Exists}]}}\n`,
      ) + repeat(n, (i) => pod(i, `a: b${i}`)),
  ],
  [
    'Services of one name',
    2_000,
    (n) =>
      repeat(
        n,
        () =>
          '---\napiVersion: v1\nkind: Service\nmetadata: {name: s}\nspec: {selector: {a: b}, ports: [{port: 80}]}\n',
      ) +
      repeat(
        n,
        (i) =>
          `---\napiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: i${i}}\nspec: {rules: [{http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: s, port: {number: 1}}}}]}}]}\n`,
      ),
  ],
]

/** What a report sends to the page, in characters of JSON, with its longest message and the most findings of a document. */
function sizesOf(text: string) {
  const report = engine().evaluate(text, defaultSettings)
  const counts = new Map<number, number>()
  for (const { document } of report.findings) counts.set(document, (counts.get(document) ?? 0) + 1)
  return {
    size: JSON.stringify(report).length,
    longest: Math.max(
      0,
      ...report.findings.map(({ message, advice = '' }) => Math.max(message.length, advice.length)),
    ),
    perDocument: Math.max(0, ...counts.values()),
    answered: report.documents.length > 0,
  }
}

test.each(families)('%s', (_, count, text) => {
  const half = sizesOf(text(count / 2))
  const whole = sizesOf(text(count))
  expect(whole.size).toBeLessThan(3 * half.size)
  expect(whole.longest).toBeLessThanOrEqual(1_001)
  expect(whole.perDocument).toBeLessThanOrEqual(2_001)
  expect(whole.answered).toBe(true)
})

describe('many findings', () => {
  const labels = (count: number) =>
    `apiVersion: v1\nkind: Pod\nmetadata:\n  name: p\n  labels: {${listed(count, (i) => `k${i}: "-"`)}}\nspec: {containers: [{name: c, image: b}]}\n`

  test('of a document are cut with a finding that says so; score and grades are those of all', () => {
    const [some, many] = [labels(100), labels(3_000)].map((text) =>
      engine().evaluation(text, defaultSettings),
    )
    expect(some?.report.findings.length).toBe(some?.findings.length)
    expect(many?.findings.length).toBeGreaterThan(3_000)
    const cut = many?.report.findings.filter(({ rule }) => rule === 'too-many-findings')
    expect(cut?.map(({ message }) => message)).toEqual([
      'This document has more than 2,000 findings; the rest is not shown.',
    ])
    expect(many?.report.findings.length).toBe(2_001)
    expect(many?.report.score).toEqual(some?.report.score)
    expect(many?.report.objects[0]?.grade).toBe(some?.report.objects[0]?.grade)
  })

  test('hide the least severe, and a check whose findings are hidden has not passed', () => {
    const text = deployment('').replace('name: d', `name: d, labels: {${listed(3_000, (i) => `k${i}: "-"`)}}`)
    const { report } = engine().evaluation(text, defaultSettings)
    expect(report.findings.some(({ severity }) => severity === 'warning')).toBe(false)
    const hidden = report.objects[0]?.verdicts.filter(
      ({ grade, skipped }) => grade === 5 && skipped === undefined,
    )
    expect(hidden?.length).toBeGreaterThan(0)
    for (const { findings } of hidden ?? []) expect(findings.length).toBe(1)
  })

  test('are fixed as far as some seconds go, and the others are named', async () => {
    const { planFixes } = await createFixer(engine())
    const { applied, skipped } = planFixes(
      labels(400).replaceAll('"-"', '"-a"'),
      { safety: 'review', declined: [] },
      defaultSettings,
    )
    expect(applied.length).toBeGreaterThan(0)
    expect(skipped.map(({ reason }) => reason)).toContain(
      'There are too many fixes to try at once. Apply the others first, then ask again.',
    )
  })
})

describe('work is counted', () => {
  test.each<[what: string, line: string]>([
    ['tabs', '\t\ta: |\n\t\t\t\tb\n'],
    ['no-break spaces', '\u00A0\u00A0a: b # c\n'],
    ['dashes', '- -\u00A0- \t- a\n'],
    ['a quote that stays open', "\ta: 'b\n"],
    ['brackets that stay open', '\ta: [b, {\n'],
  ])('the indentation of a text with many lines is changed at once: %s', (_, line) => {
    const text = line.repeat(200_000)
    const edits = indentWithSpaces(text, 2)
    expect(applyEdits(text, edits).length).toBeGreaterThan(1_000_000)
    expect(indentWithSpaces(applyEdits(text, edits), 2)).toEqual([])
  })

  test('a value is tested with so many patterns as its object has room for', () => {
    let calls = 0
    const accepts: ScalarTest['accepts'] = () => {
      calls++
      return true
    }
    const patterns = Array.from({ length: 2_000 }, (): Schema => ({ pattern: { expected: '', accepts } }))
    const { root } = readDocument(`a: [${listed(2_000, String)}"x"]`)
    const schema: Schema = { properties: new Map([['a', { items: { allOf: [...patterns] } }]]) }
    const strings = readDocument(`a: [${listed(2_000, (i) => `v${i}`)}]`).root
    if (!root || !strings) throw new Error('the documents could not be read')
    const violations = validate(strings, { schema, origin: 'definition', nulls: 'absent' }, true)
    expect(violations).toEqual([{ kind: 'incomplete', path: [] }])
    expect(calls).toBeGreaterThan(10_000)
    expect(calls).toBeLessThan(50_000 + 3 * strings.to)
  })

  test('related objects are found without comparing all objects with all', () => {
    const count = 2_000
    const service = (i: number, selector: string) =>
      `---\napiVersion: v1\nkind: Service\nmetadata: {name: s${i}}\nspec: {selector: {${selector}}, ports: [{port: 80}]}\n`
    const mounting = (i: number) =>
      `---\napiVersion: v1\nkind: Pod\nmetadata: {name: m${i}}\nspec: {volumes: [{name: c, configMap: {name: c${i}}}]}\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: c${i}}\n`
    const many = `{key: a, operator: In, values: [${listed(20_000, (i) => `v${i}`)}]}`
    const text =
      repeat(count, (i) => service(i, `a: b${i}`) + pod(i, `a: b${i}`) + mounting(i)) +
      `---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: p}\nspec: {podSelector: {matchExpressions: [${many}]}}\n`
    const { objects } = engine().read(text, defaultSettings)
    const related = objects.map((located) => relatedObjects(located, objects))
    expect(related.flat().length).toBe(4 * count)
    expect(related.flat().every((one) => one.count === 1)).toBe(true)
  })

  test('selectors are compared until there are too many, and then the check says that it did not run', () => {
    const policies = repeat(
      4_000,
      (i) =>
        `---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: s${i}}\nspec: {podSelector: {matchExpressions: [{key: a, operator: NotIn, values: [b, c${i}]}]}}\n`,
    )
    const { findings } = engine().evaluation(
      policies + repeat(2_000, (i) => pod(i, `a: b, d: e${i}`)),
      defaultSettings,
    )
    const [failed] = findings.filter(({ rule }) => rule === 'check-failed')
    expect(failed?.message).toMatch(
      /^The check .* could not run on .*: the text has too many selectors to compare\.$/,
    )
  })
})
