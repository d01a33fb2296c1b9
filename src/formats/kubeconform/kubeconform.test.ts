import { describe, expect, test } from 'vitest'
import type { Settings } from '../../engine/model/settings'
import { plainOptions, type Reporting, type WriteOptions } from '../reporting'
import { stdinName } from '../sourceSet'
import { reportingOf } from '../testing/reportingOf'
import { readXml, type XmlElement } from '../testing/readXml'
import { kubeconformFormats } from './formats'
import { countResources, resourcesOf } from './resources'

type Files = Readonly<Record<string, string>>

/** kubeconform's own default: a kind without a schema is an error. */
const reportOn = (files: Files, changes: Partial<Settings> = {}): Promise<Reporting> =>
  reportingOf(
    Object.entries(files).map(([name, text]) => ({ name, text })),
    { ignoreMissingSchemas: false, ...changes },
  )

const formatOf = (id: string) => {
  const format = kubeconformFormats.find((one) => one.id === `kubeconform-${id}`)
  if (!format) throw new Error(`There is no format ${id}`)
  return format
}

const write = async (
  id: string,
  files: Files,
  options: Partial<WriteOptions> = {},
  changes?: Partial<Settings>,
) => formatOf(id).write(await reportOn(files, changes), { ...plainOptions, ...options })

const verbose = { verbosity: 1, summary: true } as const

const configMap = (name: string, more = '') => `apiVersion: v1
kind: ConfigMap
metadata: {name: ${name}${more}}
`

const badService = `apiVersion: v1
kind: Service
metadata:
  name: a
  namespace: team
spec:
  ports:
    - port: sds
`

const job = `apiVersion: batch/v1
kind: Job
metadata: {generateName: pi-}
spec: {template: {spec: {restartPolicy: Never, containers: [{name: pi, image: "pi:1"}]}}}
`

const list = `apiVersion: v1
kind: List
items:
  - apiVersion: v1
    kind: ConfigMap
    metadata: {name: a}
  - apiVersion: v1
    kind: Service
    metadata: {name: b}
    spec:
      ports: [{port: sds}]
      tpye: ClusterIP
  - 5
`

const folder = {
  'folder/multi.yaml': `${badService}---\n${configMap('b')}---\n# nothing more\n---\n`,
  'folder/valid.yaml': configMap('bob'),
}

const portMessage = 'spec.ports[0].port must be a whole number, but "sds" is text.'

/** Layouts as `kubeconform -n 1 -verbose -summary` prints them, with our messages in them. */
describe('text', () => {
  test.each<[what: string, files: Files, lines: readonly string[], changes?: Partial<Settings>]>([
    [
      'a folder',
      folder,
      [
        `folder/multi.yaml - Service a is invalid: line 8: ${portMessage}`,
        'folder/multi.yaml - ConfigMap b is valid',
        'folder/valid.yaml - ConfigMap bob is valid',
        'Summary: 3 resources found in 2 files - Valid: 2, Invalid: 1, Errors: 0, Skipped: 0',
      ],
    ],
    [
      'standard input',
      { [stdinName]: configMap('bob') },
      [
        'stdin - ConfigMap bob is valid',
        'Summary: 1 resource found parsing stdin - Valid: 1, Invalid: 0, Errors: 0, Skipped: 0',
      ],
    ],
    [
      'nothing on standard input',
      { [stdinName]: '' },
      ['Summary: 0 resource found parsing stdin - Valid: 0, Invalid: 0, Errors: 0, Skipped: 0'],
    ],
    [
      'a name that is generated',
      { 'job.yaml': job },
      [
        'job.yaml - Job pi-{{ generateName }} is valid',
        'Summary: 1 resource found in 1 file - Valid: 1, Invalid: 0, Errors: 0, Skipped: 0',
      ],
    ],
    [
      'a List, with an item that is no object',
      { 'list.yaml': list },
      [
        'list.yaml - ConfigMap a is valid',
        `list.yaml - Service b is invalid: line 11: ${portMessage} line 12: Service b has an unknown field spec.tpye; did you mean type?`,
        'list.yaml - failed validation: line 13: items[2] must be an object, but 5 is a number.',
        'Summary: 3 resources found in 1 file - Valid: 1, Invalid: 1, Errors: 1, Skipped: 0',
      ],
    ],
    [
      'files without objects',
      {
        'blank.yaml': '',
        'comment.yaml': '---\n# nothing\n',
        'list.yaml': 'apiVersion: v1\nkind: List\nitems: []\n',
      },
      ['Summary: 0 resource found in 3 files - Valid: 0, Invalid: 0, Errors: 0, Skipped: 0'],
    ],
    [
      'no kind',
      { 'a.yaml': 'apiVersion: v1\n' },
      [
        'a.yaml - failed validation: line 1: The object has no kind, which is required.',
        'Summary: 1 resource found in 1 file - Valid: 0, Invalid: 0, Errors: 1, Skipped: 0',
      ],
    ],
    [
      'no apiVersion',
      { 'a.yaml': 'kind: Pod\nmetadata: {name: x}\n' },
      [
        'a.yaml - Pod x failed validation: line 2: The object has no apiVersion, which is required.',
        'Summary: 1 resource found in 1 file - Valid: 0, Invalid: 0, Errors: 1, Skipped: 0',
      ],
    ],
    [
      'a skipped kind',
      { 'a.yaml': configMap('bob') },
      [
        'a.yaml - bob ConfigMap skipped',
        'Summary: 1 resource found in 1 file - Valid: 0, Invalid: 0, Errors: 0, Skipped: 1',
      ],
      { skipKinds: ['v1/ConfigMap'] },
    ],
    [
      'a rejected kind',
      { 'a.yaml': configMap('bob') },
      [
        'a.yaml - ConfigMap bob failed validation: line 2: The settings reject the kind ConfigMap.',
        'Summary: 1 resource found in 1 file - Valid: 0, Invalid: 0, Errors: 1, Skipped: 0',
      ],
      { rejectKinds: ['ConfigMap'] },
    ],
    [
      'a kind that has no schema and need not have one',
      { 'a.yaml': 'apiVersion: example.com/v1\nkind: Foo\nmetadata: {name: f}\n' },
      [
        'a.yaml - f Foo skipped',
        'Summary: 1 resource found in 1 file - Valid: 0, Invalid: 0, Errors: 0, Skipped: 1',
      ],
      { ignoreMissingSchemas: true },
    ],
    [
      'a duplicate key',
      { 'a.yaml': `${configMap('d')}data: {a: b}\ndata: {c: d}\n` },
      [
        'a.yaml - ConfigMap d failed validation: line 5: Duplicate key: data is already set in this mapping.',
        'Summary: 1 resource found in 1 file - Valid: 0, Invalid: 0, Errors: 1, Skipped: 0',
      ],
    ],
  ])('%s', async (_, files, lines, changes) => {
    expect((await write('text', files, verbose, changes)).split('\n')).toEqual([...lines, ''])
  })

  test('without being asked for more, it lists what stops, and no totals', async () => {
    expect(await write('text', folder)).toBe(
      `folder/multi.yaml - Service a is invalid: line 8: ${portMessage}\n`,
    )
    expect(await write('text', { 'a.yaml': configMap('a') })).toBe('')
  })
})

test('pretty', async () => {
  const files = {
    'a.yaml': configMap('a'),
    'b.yaml': badService,
    'c.yaml': 'kind: Pod\nmetadata: {name: x}\n',
    'd.yaml': 'key: value\n',
    'e.yaml': job,
  }
  const changes = { skipKinds: ['Job'] }
  const noVersion = 'The object has no apiVersion, which is required.'
  expect(await write('pretty', files, { ...verbose, colours: true }, changes)).toBe(
    [
      '\u001b[32m✔\u001b[0m a.yaml: \u001b[32mConfigMap a is valid\u001b[0m',
      `\u001b[31m✖\u001b[0m b.yaml: \u001b[31mService a is invalid: line 8: ${portMessage}\u001b[0m`,
      `\u001b[31m✖\u001b[0m c.yaml: \u001b[31mPod failed validation: x line 2: ${noVersion}\u001b[0m`,
      `\u001b[31m✖\u001b[0m d.yaml: \u001b[31mfailed validation:  line 1: ${noVersion}\u001b[0m`,
      '\u001b[33m-\u001b[0m e.yaml: \u001b[33mJob pi-{{ generateName }} skipped\u001b[0m',
      'Summary: 5 resources found in 5 files - Valid: 1, Invalid: 1, Errors: 2, Skipped: 1',
      '',
    ].join('\n'),
  )
  expect(await write('pretty', { 'a.yaml': configMap('a') }, { verbosity: 1 })).toBe(
    '✔ a.yaml: ConfigMap a is valid\n',
  )
})

describe('JSON', () => {
  test('with everything', async () => {
    expect(await write('json', folder, verbose)).toBe(`{
  "resources": [
    {
      "filename": "folder/multi.yaml",
      "kind": "Service",
      "name": "a",
      "version": "v1",
      "status": "statusInvalid",
      "msg": "line 8: spec.ports[0].port must be a whole number, but \\"sds\\" is text.",
      "validationErrors": [
        {
          "path": "/spec/ports/0/port",
          "msg": "spec.ports[0].port must be a whole number, but \\"sds\\" is text."
        }
      ]
    },
    {
      "filename": "folder/multi.yaml",
      "kind": "ConfigMap",
      "name": "b",
      "version": "v1",
      "status": "statusValid",
      "msg": ""
    },
    {
      "filename": "folder/multi.yaml",
      "kind": "",
      "name": "",
      "version": "",
      "status": "",
      "msg": ""
    },
    {
      "filename": "folder/valid.yaml",
      "kind": "ConfigMap",
      "name": "bob",
      "version": "v1",
      "status": "statusValid",
      "msg": ""
    }
  ],
  "summary": {
    "valid": 2,
    "invalid": 1,
    "errors": 0,
    "skipped": 0
  }
}
`)
  })

  test('by itself, only what stops', async () => {
    expect(await write('json', { 'a.yaml': configMap('a') })).toBe('{\n  "resources": []\n}\n')
    expect(JSON.parse(await write('json', { 'list.yaml': list }))).toEqual({
      resources: [
        expect.objectContaining({
          status: 'statusInvalid',
          // From the root of the item, and each error where it is.
          validationErrors: [
            { path: '/spec/ports/0/port', msg: portMessage },
            { path: '/spec/tpye', msg: 'Service b has an unknown field spec.tpye; did you mean type?' },
          ],
        }),
        expect.objectContaining({ kind: '', status: 'statusError' }),
      ],
    })
  })
})

test('JUnit', async () => {
  const files = { ...folder, 'blank.yaml': '', 'c.yaml': `${job}---\nkind: Pod\n` }
  expect(await write('junit', files, {}, { skipKinds: ['Job'] })).toBe(
    `<testsuites name="kubeconform" time="0" tests="5" failures="1" disabled="1" errors="1">
  <testsuite name="folder/multi.yaml" id="1" tests="2" failures="1" errors="0" disabled="0" skipped="0">
    <testcase name="team/a" classname="Service@v1" time="0">
      <failure message="line 8: spec.ports[0].port must be a whole number, but &#34;sds&#34; is text." type=""></failure>
    </testcase>
    <testcase name="b" classname="ConfigMap@v1" time="0"></testcase>
  </testsuite>
  <testsuite name="folder/valid.yaml" id="2" tests="1" failures="0" errors="0" disabled="0" skipped="0">
    <testcase name="bob" classname="ConfigMap@v1" time="0"></testcase>
  </testsuite>
  <testsuite name="blank.yaml" id="3" tests="0" failures="0" errors="0" disabled="0" skipped="0"></testsuite>
  <testsuite name="c.yaml" id="4" tests="2" failures="0" errors="1" disabled="0" skipped="1">
    <testcase name="pi-{{ generateName }}" classname="Job@batch/v1" time="0">
      <skipped message=""></skipped>
    </testcase>
    <testcase name="" classname="Pod@" time="0">
      <error message="line 6: The object has no apiVersion, which is required." type=""></error>
    </testcase>
  </testsuite>
</testsuites>
`,
  )
  expect(await write('junit', { [stdinName]: '' })).toBe(
    '<testsuites name="kubeconform" time="0" tests="0" failures="0" disabled="0" errors="0"></testsuites>\n',
  )
})

test('TAP', async () => {
  const files = { ...folder, 'c.yaml': `${job}---\nkind: Pod\n` }
  expect(await write('tap', files, {}, { skipKinds: ['Job'] })).toBe(`TAP version 13
not ok 1 - folder/multi.yaml (v1/Service/team/a): line 8: ${portMessage}
ok 2 - folder/multi.yaml (v1/ConfigMap//b)
ok 3 - folder/multi.yaml (empty)
ok 4 - folder/valid.yaml (v1/ConfigMap//bob)
ok 5 - c.yaml (batch/v1/Job//pi-{{ generateName }}) # skip
not ok 6 - c.yaml: line 6: The object has no apiVersion, which is required.
1..6
`)
  expect(await write('tap', { [stdinName]: '' })).toBe('1..0\n')
})

describe('what counts', () => {
  const statusesOf = (reporting: Reporting) => resourcesOf(reporting).map(({ status }) => status)

  test('what a rule of the API server refuses is invalid, although its schema allows it', async () => {
    const reporting = await reportOn({ 'a.yaml': configMap('Not_A_Name') })
    expect(reporting.report.objects[0]?.validity.status).toBe('valid')
    expect(resourcesOf(reporting)).toEqual([
      expect.objectContaining({
        status: 'invalid',
        errors: [expect.objectContaining({ path: '/metadata/name' })],
      }),
    ])
  })

  test('checks never count, nor does what is ignored or not in the report', async () => {
    const deployment = `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec: {containers: [{name: web, image: web}]}
`
    const bare = await reportOn({ 'a.yaml': deployment })
    expect(bare.report.findings.map(({ severity }) => severity)).toContain('critical')
    expect(statusesOf(bare)).toEqual(['valid'])

    const broken = await reportOn({ 'a.yaml': `${badService}---\nkind: Pod\n---\na: [\n` })
    expect(statusesOf(broken)).toEqual(['invalid', 'error', 'error'])
    const findings = broken.report.findings.map((finding) => ({
      ...finding,
      ignored: 'It is in the baseline.',
    }))
    for (const found of [findings, []])
      expect(statusesOf({ ...broken, report: { ...broken.report, findings: found } })).toEqual([
        'valid',
        'skipped',
        'skipped',
      ])
  })

  test('custom resources are validated by the schemas at hand', async () => {
    const certificate = (secret: string) =>
      `apiVersion: cert-manager.io/v1\nkind: Certificate\nmetadata: {name: c}\nspec: {${secret}: s, issuerRef: {name: i}}\n`
    const files = { 'good.yaml': certificate('secretName'), 'bad.yaml': certificate('secretNmae') }
    const [good, bad] = resourcesOf(await reportOn(files))
    expect([good?.status, bad?.status]).toEqual(['valid', 'invalid'])
    expect(bad?.errors.map(({ path }) => path)).toEqual(['/spec/secretName', '/spec/secretNmae'])
  })
})

const hostile = String.raw`"<b>&'x'</b> # TODO \u0007\u001b[31m\n\u202e\ufffe\\#]]> 😀"`

const fixtures: Readonly<Record<string, Files>> = {
  'an empty text': { 'a.yaml': '' },
  'only comments': { 'a.yaml': '# one\n---\n# two\n' },
  'two files': folder,
  'a broken document and a good one': { 'a.yaml': `a: [\n---\n${configMap('good')}` },
  'a List': { 'a.yaml': list },
  'a custom resource': { 'a.yaml': 'apiVersion: example.com/v1\nkind: Foo\nmetadata: {name: f}\n' },
  'hostile names': {
    'a <&"\'#\u001b\n.yaml': `${configMap(hostile)}---\n${configMap('a', `, namespace: ${hostile}`)}`,
    'b.yaml': `apiVersion: ${hostile}\nkind: ${hostile}\nmetadata: {name: ${hostile}, labels: {${hostile}: 5}}\n`,
    'c.yaml': `${configMap('c')}${hostile}: 5\n`,
  },
}

/** All but line breaks, which each format has between its lines. */
const controls = /[^\P{Cc}\n]|[\p{Bidi_Control}\u2028\u2029]/u

describe.each(Object.entries(fixtures))('%s', (_, files) => {
  test.each(kubeconformFormats.map(({ id }) => id.replace('kubeconform-', '')))('%s', async (id) => {
    const output = await write(id, files, verbose)
    expect(await write(id, files, verbose)).toBe(output)
    expect(output).not.toMatch(controls)
    const reporting = await reportOn(files)
    const resources = resourcesOf(reporting)
    const counts = countResources(resources)
    const listed = resources.filter(({ status }) => status !== 'empty')
    expect(countsIn(id, output)).toEqual({
      listed: id === 'json' || id === 'tap' ? resources.length : listed.length,
      failed: counts.invalid + counts.errors,
      skipped: counts.skipped,
    })
    const objects = reporting.report.objects.length
    expect(listed.filter(({ kind }) => kind !== '').length).toBe(objects)
  })
})

/** What a program that reads the output makes of it. */
function countsIn(id: string, output: string) {
  if (id === 'json') {
    const { resources, summary } = JSON.parse(output)
    return {
      listed: resources.length,
      failed: summary.invalid + summary.errors,
      skipped: summary.skipped,
    }
  }
  if (id === 'junit') {
    const root = readXml(output)
    const cases = root.children.flatMap(({ children }: XmlElement) => children)
    const outcomes = cases.flatMap(({ children }) => children.map(({ name }) => name))
    const skipped = outcomes.filter((name) => name === 'skipped').length
    expect(root.attributes).toMatchObject({ tests: String(cases.length), disabled: String(skipped) })
    return { listed: cases.length, failed: outcomes.length - skipped, skipped }
  }
  const lines = output.trimEnd().split('\n')
  if (id === 'tap') {
    const results = lines.slice(1, -1).map((line) => /^(ok|not ok) (\d+) - .*?( # skip)?$/.exec(line))
    expect(lines.at(-1)).toBe(`1..${results.length}`)
    expect(results.map((result) => Number(result?.[2]))).toEqual(results.map((_, index) => index + 1))
    // A reader of TAP looks for a number sign that is not escaped.
    const directives = lines.filter((line) => /(?<!\\)(?:\\\\)*#/.test(line))
    return {
      listed: results.length,
      failed: results.filter((result) => result?.[1] === 'not ok').length,
      skipped: directives.length,
    }
  }
  const [summary = '', ...rows] = lines.toReversed()
  const [, invalid, errors, skipped] = (
    /Valid: (\d+), Invalid: (\d+), Errors: (\d+), Skipped: (\d+)$/.exec(summary) ?? []
  )
    .slice(1)
    .map(Number)
  return { listed: rows.length, failed: Number(invalid) + Number(errors), skipped }
}
