import { expect, test } from 'vitest'
import { field, isList, type Json } from '../engine/model/json'
import { applyEdits } from '../engine/model/textEdit'
import { fileUri } from './fileAddress'
import { writeSarif } from './sarif'
import { fixtures } from './testing/fixtures'
import { reportingOf } from './testing/reportingOf'

const listAt = (value: Json | undefined, ...keys: readonly string[]): readonly Json[] => {
  const list = keys.reduce<Json | undefined>((found, key) => field(found, key), value)
  return isList(list) ? list : []
}

const runOf = async (name: string, verbosity: 0 | 1 = 0): Promise<Json | undefined> => {
  const { files = [], settings } = fixtures[name] ?? {}
  const text = writeSarif(await reportingOf(files, settings, true), { verbosity })
  return listAt(JSON.parse(text), 'runs')[0]
}

const textOf = (name: string, uri: Json | undefined): string =>
  fixtures[name]?.files.find((file) => fileUri(file.name) === uri)?.text ?? ''

test.each(['demo', 'two files', 'hostile', 'broken'])('%s: regions say what is in the file', async (name) => {
  const run = await runOf(name)
  let snippets = 0
  for (const result of listAt(run, 'results')) {
    const physical = field(listAt(result, 'locations')[0], 'physicalLocation')
    const address = field(physical, 'artifactLocation')
    const [text, region] = [textOf(name, field(address, 'uri')), field(physical, 'region')]
    const from = Number(field(region, 'charOffset'))
    const line = text.split(/\r\n|\r|\n/)[Number(field(region, 'startLine')) - 1]
    const start = text.slice(from, from + Number(field(region, 'charLength')))
    expect(line?.slice(Number(field(region, 'startColumn')) - 1)).toContain(start.split(/[\r\n]/)[0])
    const snippet = field(field(region, 'snippet'), 'text')
    if (snippet !== undefined) expect(snippet).toBe(start)
    snippets += snippet === undefined ? 0 : 1
    const artifact = listAt(run, 'artifacts')[Number(field(address, 'index'))]
    expect(field(field(artifact, 'location'), 'uri')).toBe(field(address, 'uri'))
  }
  expect(snippets).toBeGreaterThan(0)
})

test('a fix makes its finding go away, and is never a risky one', async () => {
  const { files = [] } = fixtures['demo'] ?? {}
  let fixes = 0
  for (const result of listAt(await runOf('demo'), 'results'))
    for (const fix of listAt(result, 'fixes')) {
      expect(field(field(fix, 'properties'), 'safety')).toMatch(/^(?:safe|review)$/)
      const edits = listAt(listAt(fix, 'artifactChanges')[0], 'replacements').map((replacement) => {
        const region = field(replacement, 'deletedRegion')
        const from = Number(field(region, 'charOffset'))
        const insert = field(field(replacement, 'insertedContent'), 'text')
        return { from, to: from + Number(field(region, 'charLength')), insert: String(insert ?? '') }
      })
      const { report } = await reportingOf(
        files.map((file) => ({ ...file, text: applyEdits(file.text, edits) })),
      )
      const id = field(field(result, 'partialFingerprints'), 'findingId/v1')
      expect(report.findings.map((finding) => finding.id)).not.toContain(id)
      fixes += 1
    }
  expect(fixes).toBeGreaterThan(5)
})

test('where all fixes are risky, there is none, because viewers apply it at a click', async () => {
  const text = `apiVersion: v1
kind: Pod
metadata: {name: a}
spec:
  containers:
    - name: a
      image: a:1
      securityContext: {privileged: true}
`
  const reporting = await reportingOf([{ name: 'a.yaml', text }], {}, true)
  const rule = 'container-security-context-privileged'
  const finding = reporting.report.findings.find((one) => one.rule === rule)
  const offered = (finding && reporting.fixesOf?.(finding).offered) ?? []
  expect(offered.map(({ safety }) => safety)).toEqual(offered.map(() => 'risky'))
  expect(offered.length).toBeGreaterThan(0)
  const results = listAt(JSON.parse(writeSarif(reporting, { verbosity: 0 })), 'runs').flatMap((run) =>
    listAt(run, 'results'),
  )
  const [result] = results.filter((one) => field(one, 'ruleId') === rule)
  expect(result).toBeDefined()
  expect(field(result, 'fixes')).toBeUndefined()
  expect(results.some((one) => field(one, 'fixes') !== undefined)).toBe(true)
})

test('every rule that found something is described, with its page as help', async () => {
  const rules = listAt(field(field(await runOf('demo'), 'tool'), 'driver'), 'rules')
  for (const rule of rules) {
    for (const key of ['shortDescription', 'fullDescription'])
      expect(field(field(rule, key), 'text')).toMatch(/^\S.{2,1023}$/)
    expect(field(field(rule, 'help'), 'markdown')).toMatch(/^# /)
    expect(listAt(rule, 'properties', 'tags').length).toBeLessThanOrEqual(10)
  }
  const security = rules.filter((rule) => listAt(rule, 'properties', 'tags').includes('security'))
  expect(security.length).toBeGreaterThan(0)
  for (const rule of security)
    expect(Number(field(field(rule, 'properties'), 'security-severity'))).toBeGreaterThan(0)
})

test('what is ignored is suppressed, and only there where somebody asks for it', async () => {
  const suppressions = async (verbosity: 0 | 1) =>
    listAt(await runOf('ignored', verbosity), 'results').flatMap((result) =>
      listAt(result, 'suppressions').map((one) => [field(result, 'ruleId'), field(one, 'kind')]),
    )
  expect(await suppressions(0)).toEqual([])
  expect(await suppressions(1)).toEqual([
    ['service-type', 'inSource'],
    ['service-targets-pod', 'external'],
    ['pod-networkpolicy', 'external'],
  ])
})
