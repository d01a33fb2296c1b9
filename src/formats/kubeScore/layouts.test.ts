import { describe, expect, test } from 'vitest'
import { checks } from '../../checks'
import { byteLength } from '../../apiServer/say'
import type { Reporting } from '../reporting'
import { readXml } from '../testing/readXml'
import { checkById } from './checkCatalog'
import { reportOn, written } from './testing/written'

/** What our own findings say, by rule: the sentences that stand where kube-score has its own. */
const said = ({ report }: Reporting, rule: string) => {
  const { message, advice = '' } = report.findings.find((finding) => finding.rule === rule) ?? { message: '' }
  return { message, summary: message.replace(/\.$/, ''), advice }
}

const services = `apiVersion: v1
kind: Service
metadata: {name: "<web>", namespace: shop, labels: {z: b, tier: a/b}}
spec: {type: NodePort, ports: [{port: 80}], selector: {app: é}}
---
# Source: charts/a b.yaml
apiVersion: v1
kind: Service
metadata: {name: all, creationTimestamp: "2024-05-01T01:00:00.5+02:00"}
spec: {type: ExternalName, externalName: a.example}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: invisible}
`
const reporting = await reportOn({ 'shop/web.yaml': services })
const [pods, nodePort, badLabel] = [
  said(reporting, 'service-targets-pod'),
  said(reporting, 'service-type'),
  said(reporting, 'label-values'),
]

/** Lines of a description. */
const indented = (...lines: readonly string[]): string =>
  lines.map((line) => `            ${line}\n`).join('')

/** The layouts are those that kube-score prints for these Services, byte for byte, but for the order of the checks. */
describe('the layout of kube-score', () => {
  test('human: headers to column 78, the path, results with comments, wrapped descriptions', async () => {
    const wide = { width: 1000 }
    expect(await written('human', reporting, wide)).toBe(
      `v1/Service all${' '.repeat(64)}✅\n` +
        `v1/Service <web> in shop${' '.repeat(54)}💥\n` +
        '    path=shop/web.yaml\n' +
        '    [CRITICAL] Service Targets Pod\n' +
        `        · ${pods.summary}\n` +
        indented(pods.advice) +
        '    [WARNING] Service Type\n' +
        `        · ${nodePort.summary}\n` +
        indented(nodePort.advice) +
        '    [CRITICAL] Label values\n' +
        `        · tier -> ${badLabel.summary}\n` +
        indented(badLabel.advice),
    )
  })

  test('human: from verbosity 1 on what passed, from 2 on what was skipped', async () => {
    const text = { 'a.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: []}\n' }
    const label = (line: string): string => /^ {4}\[(\w+)\]/.exec(line)?.[1] ?? ''
    const labels = async (verbosity: 0 | 1 | 2) =>
      new Set((await written('human', await reportOn(text), { verbosity })).split('\n').map(label))
    expect(await labels(0)).toEqual(new Set(['', 'CRITICAL']))
    expect(await labels(1)).toEqual(new Set(['', 'CRITICAL', 'OK']))
    expect(await labels(2)).toEqual(new Set(['', 'CRITICAL', 'OK', 'SKIPPED']))
  })

  test('human: an almost OK is shown in yellow as OK, with a good icon', async () => {
    const almost = `apiVersion: v1
kind: Service
metadata: {name: s}
spec: {selector: {app: x}}
---
apiVersion: v1
kind: Pod
metadata: {name: p, labels: {app: x}}
spec: {containers: [{name: c, readinessProbe: {}}]}
`
    const ignored = checks.map(({ id }) => id).filter((id) => id !== 'pod-probes')
    const some = await reportOn({ 'p.yaml': almost }, { disabledChecks: ignored })
    expect(await written('human', some, { colours: true, width: 1000 })).toBe(
      `\u001b[35mv1/Pod p\u001b[0m${' '.repeat(70)}✅\n` +
        '\u001b[33m    [OK] Pod Probes\n\u001b[0m' +
        `        · ${said(some, 'pod-probes').summary}\n` +
        indented(said(some, 'pod-probes').advice) +
        `\u001b[35mv1/Service s\u001b[0m${' '.repeat(66)}✅\n`,
    )
  })

  test('human: colours end after the line break, except in a header', async () => {
    const text = await written('human', reporting, { colours: true, verbosity: 1 })
    expect(text).toContain('\u001b[35mv1/Service <web> in shop\u001b[0m   ')
    expect(text).toContain('\u001b[90m    path=shop/web.yaml\n\u001b[0m')
    expect(text).toContain('\u001b[31m    [CRITICAL] Service Targets Pod\n\u001b[0m        · ')
    expect(text).toContain('\u001b[33m    [WARNING] Service Type\n\u001b[0m        · ')
    expect(text).toContain('\u001b[32m    [OK] Stable version\n\u001b[0m')
    expect(text.replaceAll(new RegExp(String.raw`\u001b\[\d+m`, 'g'), '')).toBe(
      await written('human', reporting, { verbosity: 1 }),
    )
  })

  test('human: a name of many bytes, or a narrow terminal, leaves no room for blanks', async () => {
    const named = (name: string) =>
      reportOn({ 'a.yaml': `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}}\n` })
    const header = async (name: string, width = 80): Promise<string> =>
      (await written('human', await named(name), { width })).split('\n')[0] ?? ''
    expect(await header('é'.repeat(10))).toBe(`v1/Service ${'é'.repeat(10)}${' '.repeat(47)}💥`)
    expect(await header('a'.repeat(70))).toBe(`v1/Service ${'a'.repeat(70)}💥`)
    expect(await header('a', 20)).toBe(`v1/Service a${' '.repeat(6)}💥`)
    expect(await header('a', 200)).toBe(`v1/Service a${' '.repeat(66)}💥`)
  })

  test.each([20, 60, 80, 81, 132])('human: descriptions at width %d are broken greedily', async (width) => {
    const room = Math.max(40, width - 12)
    const text = await written('human', reporting, { width })
    for (const { summary, advice } of [pods, nodePort, badLabel]) {
      const [, after = ''] = text.split(`${summary}\n`)
      const broken = (/^(?: {12}.*\n)+/.exec(after)?.[0] ?? '').split('\n').map((line) => line.trim())
      const shown = broken.filter((line) => line !== '')
      expect(shown.join(' ')).toBe(advice)
      for (const [index, line] of shown.entries()) {
        const limit = index === 0 ? room - 1 : room
        const [next] = (shown[index + 1] ?? '').split(' ')
        expect(byteLength(line)).toBeLessThanOrEqual(limit)
        if (next) expect(byteLength(`${line} ${next}`)).toBeGreaterThan(limit)
      }
    }
  })

  test('ci: a line for every comment, and for every result without one', async () => {
    expect(await written('ci', reporting)).toBe(
      '[OK] all v1/Service\n'.repeat(4) +
        `[CRITICAL] <web>/shop v1/Service: ${pods.summary}\n` +
        `[WARNING] <web>/shop v1/Service: ${nodePort.summary}\n` +
        '[OK] <web>/shop v1/Service\n' +
        `[CRITICAL] <web>/shop v1/Service: (tier) ${badLabel.summary}\n`,
    )
  })

  test('json: four blanks, null for empty lists, escapes for HTML, metadata in the order of Go', async () => {
    const text = await written('json', reporting)
    const check = (id: string, name: string, target_type: string, rest: object) => ({
      check: { name, id, target_type, comment: checkById(id).comment, optional: false },
      ...rest,
    })
    const passed = { grade: 10, skipped: false, comments: null }
    const failed = (grade: number, path: string, { summary, advice }: typeof pods) => ({
      grade,
      skipped: false,
      comments: [{ path, summary, description: advice }],
    })
    const expected = [
      {
        object_name: 'Service/v1//all',
        type_meta: { kind: 'Service', apiVersion: 'v1' },
        object_meta: { name: 'all', creationTimestamp: '2024-04-30T23:00:00Z' },
        checks: [
          check('service-targets-pod', 'Service Targets Pod', 'Service', passed),
          check('service-type', 'Service Type', 'Service', passed),
          check('stable-version', 'Stable version', 'all', passed),
          check('label-values', 'Label values', 'all', passed),
        ],
        file_name: 'charts/a b.yaml',
        file_row: 1,
      },
      {
        object_name: 'Service/v1/shop/<web>',
        type_meta: { kind: 'Service', apiVersion: 'v1' },
        object_meta: { name: '<web>', namespace: 'shop', labels: { tier: 'a/b', z: 'b' } },
        checks: [
          check('service-targets-pod', 'Service Targets Pod', 'Service', failed(1, '', pods)),
          check('service-type', 'Service Type', 'Service', failed(5, '', nodePort)),
          check('stable-version', 'Stable version', 'all', passed),
          check('label-values', 'Label values', 'all', failed(1, 'tier', badLabel)),
        ],
        file_name: 'shop/web.yaml',
        file_row: 1,
      },
    ]
    const escaped = JSON.stringify(expected, null, 4).replaceAll('<', '\\u003c').replaceAll('>', '\\u003e')
    expect(text).toBe(escaped)
  })

  test('json: objects with the same key are one; the last place and the first metadata count', async () => {
    const text = `apiVersion: v1
kind: Service
metadata: {name: s, labels: {a: first}}
spec: {type: ExternalName, externalName: a.example}
---
apiVersion: v1
kind: Service
metadata: {name: s, labels: {a: second}}
spec: {type: NodePort, ports: [{port: 80}]}
`
    const both = await reportOn({ '/srv/a.yaml': text, '<stdin>': text.replace('first', 'third') })
    const [only, ...others] = JSON.parse(await written('json', both))
    expect(others).toEqual([])
    expect(only).toMatchObject({
      object_name: 'Service/v1//s',
      object_meta: { name: 's', labels: { a: 'first' } },
      file_name: 'STDIN',
      file_row: 6,
    })
    expect(only.checks).toHaveLength(16)
    const without = await reportOn({ 'a.yaml': text }, { disabledChecks: checks.map(({ id }) => id) })
    expect(JSON.parse(await written('json', without))).toMatchObject([
      { checks: null, file_name: '', file_row: 0 },
    ])
  })

  test('sarif: fields of kube-score, with a region and a valid address', async () => {
    const place = (startLine: number, startColumn: number, endColumn: number) => ({
      physicalLocation: {
        region: { startLine, startColumn, endLine: startLine, endColumn },
        artifactLocation: { uri: 'shop/web.yaml' },
        contextRegion: { startLine: 1, endLine: 4 },
      },
    })
    const properties = { issue_confidence: 'HIGH', issue_severity: 'HIGH' }
    const text = await written('sarif', reporting)
    expect(text).toMatch(/^\{\n {4}"runs": \[\n {8}\{\n {12}"tool": \{/)
    expect(text).toMatch(/\n\}$/)
    expect(JSON.parse(text)).toEqual({
      runs: [
        {
          tool: {
            driver: {
              name: 'kube-score',
              rules: [
                { id: 'service-targets-pod', name: 'Service Targets Pod' },
                { id: 'service-type', name: 'Service Type' },
                { id: 'label-values', name: 'Label values' },
              ],
            },
          },
          conversion: {
            tool: { driver: { name: 'kube-score' } },
            invocation: {
              executionSuccessful: true,
              endTimeUtc: '0001-01-01T00:00:00Z',
              workingDirectory: {},
            },
          },
          columnKind: 'utf16CodeUnits',
          properties: {},
          results: [
            {
              message: { text: pods.message },
              level: 'error',
              locations: [place(4, 45, 53)],
              properties,
              ruleId: 'service-targets-pod',
            },
            {
              message: { text: nodePort.message },
              level: 'warning',
              locations: [place(4, 14, 22)],
              properties,
              ruleId: 'service-type',
            },
            {
              message: { text: badLabel.message },
              level: 'error',
              locations: [place(3, 65, 68)],
              properties,
              ruleId: 'label-values',
            },
          ],
        },
      ],
      version: '2.1.0',
      $schema:
        'https://raw.githubusercontent.com/oasis-tcs/sarif-spec/master/Schemata/sarif-schema-2.1.0.json',
    })
  })

  test('junit: tabs, counts of nothing only in suites, a line break at the end', async () => {
    const suite = '&lt;web&gt;/shop v1/Service'
    const testCase = (name: string, classname: string, message?: string): string => {
      const open = `\t\t<testcase name="${name}" classname="${classname}">`
      return message === undefined
        ? `${open}</testcase>\n`
        : `${open}\n\t\t\t<failure message="${message}"></failure>\n\t\t</testcase>\n`
    }
    const message = ({ summary, advice }: typeof pods): string =>
      `${summary}: ${advice}`
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&#34;')
        .replaceAll("'", '&#39;')
    const names = ['Service Targets Pod', 'Service Type', 'Stable version', 'Label values']
    expect(await written('junit', reporting)).toBe(
      '<testsuites name="kube-score" tests="8" failures="3">\n' +
        '\t<testsuite name="all v1/Service" tests="4" failures="0" errors="0" id="0" time="">\n' +
        names.map((name) => testCase(name, 'all v1/Service')).join('') +
        '\t</testsuite>\n' +
        `\t<testsuite name="${suite}" tests="4" failures="3" errors="0" id="0" time="">\n` +
        testCase('Service Targets Pod', suite, message(pods)) +
        testCase('Service Type', suite, message(nodePort)) +
        testCase('Stable version', suite) +
        testCase('Label values', suite, `(tier) ${message(badLabel)}`) +
        '\t</testsuite>\n' +
        '</testsuites>\n',
    )
  })

  test('what is skipped says why, and is counted', async () => {
    const pod = await reportOn({ 'p.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {}\n' })
    const optionalChecks = checks.filter(({ optional }) => optional)
    const reason = 'This check is optional and not enabled'
    const ci = (await written('ci', pod)).split('\n')
    expect(ci.filter((line) => line === `[SKIPPED] p v1/Pod: ${reason}`)).toHaveLength(optionalChecks.length)
    const junit = await written('junit', pod)
    expect(junit.split(`\n\t\t\t<skipped message="${reason}: "></skipped>\n`)).toHaveLength(
      optionalChecks.length + 1,
    )
    expect(readXml(junit).attributes['skipped']).toBe(String(optionalChecks.length + 1))
    // kube-score has no comment here, and JUnit a failure without a message.
    const seccomp = await reportOn(
      { 'p.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {}\n' },
      { enabledChecks: ['container-seccomp-profile'] },
    )
    expect(await written('junit', seccomp)).toContain(
      '<testcase name="Container Seccomp Profile" classname="p v1/Pod">\n\t\t\t<failure message=""></failure>',
    )
  })
})

test('nothing scored has the form that kube-score gives it', async () => {
  const nothing = await reportOn({ 'a.yaml': '' })
  expect(await written('human', nothing)).toBe('')
  expect(await written('ci', nothing)).toBe('')
  expect(await written('json', nothing)).toBe('null')
  expect(await written('junit', nothing)).toBe('<testsuites name="kube-score"></testsuites>\n')
  expect(JSON.parse(await written('sarif', nothing)).runs[0].results).toEqual([])
})

test('every check has the name that is its id in small letters, and a target', () => {
  const entries = checks.map(({ id }) => checkById(id))
  expect(entries.map(({ name }) => name.toLowerCase().replaceAll(' ', '-'))).toEqual(
    checks.map(({ id }) => id),
  )
  expect(new Set(entries.map(({ name }) => name)).size).toBe(39)
  expect(entries.filter(({ name }) => name === name.toLowerCase())).toEqual([])
  expect(new Set(entries.map(({ target }) => target))).toEqual(
    new Set([
      ...['all', 'Pod', 'Deployment', 'StatefulSet', 'CronJob', 'Service', 'Ingress', 'NetworkPolicy'],
      ...['PodDisruptionBudget', 'HorizontalPodAutoscaler'],
    ]),
  )
})
