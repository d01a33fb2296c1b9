import { describe, expect, test } from 'vitest'
import { playground } from '../../rules/playground'
import { schema } from '../../rules/schema'
import { sources } from '../../rules/sources'
import { syntax } from '../../rules/syntax'
import { catalog } from '../../schemas'
import { check, type CheckRun, type Fix } from '../findings/check'
import { checklistOf } from '../findings/source'
import type { Source } from '../findings/source'
import { defaultSettings, type Settings } from '../model/settings'
import { applyEdits } from '../model/textEdit'
import { createEngine } from '../report/engine'
import { createFixer, type FixRequest } from './fixer'
import type { GivenValue } from './placeholders'

async function use(using: readonly Source[]) {
  const engine = createEngine({ sources: using, schemas: catalog })
  const fixer = await createFixer(engine)
  const reportOn = (text: string, settings = defaultSettings) => engine.evaluate(text, settings)
  const fixesFor = (
    text: string,
    finding: string | undefined,
    settings = defaultSettings,
    values?: readonly GivenValue[],
  ) => fixer.fixesFor(text, finding ?? '', settings, values)
  const plan = (text: string, request: Partial<FixRequest> = {}) =>
    fixer.planFixes(text, { safety: 'review', declined: [], ...request }, defaultSettings)
  const ignoreFor = (text: string, findings: readonly string[]) =>
    fixer.ignoreFor(text, findings, defaultSettings)
  return { reportOn, findingsOf: (text: string) => reportOn(text).findings, fixesFor, ignoreFor, plan }
}

const withoutChecks = [syntax, schema, playground]
const formOnly = await use(withoutChecks)
const everything = await use(sources)

/** The text after the recommended fix of the first finding, with the fix. */
const fixFirst = (text: string) => {
  const [finding] = formOnly.findingsOf(text)
  const { offered, refused } = formOnly.fixesFor(text, finding?.id)
  const [fix] = offered
  return { fix, refused, text: fix ? applyEdits(text, fix.edits) : text }
}

const pod = (spec: string) => `apiVersion: v1
kind: Pod
metadata: {name: a}
spec:
  containers:
    - name: web # serves
      image: web:1
${spec}`

describe('what the schemas refuse', () => {
  test.each<[what: string, line: string, title: string, safety: 'safe' | 'review', after: string]>([
    [
      'a name in other letters',
      '      imagepullpolicy: Always\n',
      'Rename to imagePullPolicy',
      'safe',
      '      imagePullPolicy: Always\n',
    ],
    [
      'a name that is only near',
      '      workngDir: /x\n',
      'Rename to workingDir',
      'review',
      '      workingDir: /x\n',
    ],
    [
      'a value in other letters',
      '      imagePullPolicy: always # now\n',
      'Set to Always',
      'safe',
      '      imagePullPolicy: Always # now\n',
    ],
    ['a boolean for text', '      workingDir: on\n', 'Quote on', 'safe', '      workingDir: "on"\n'],
    ['a number for text', '      workingDir: 0777\n', 'Quote 0777', 'safe', '      workingDir: "0777"\n'],
    ['text for a boolean', '      tty: "true"\n', 'Set to true', 'safe', '      tty: true\n'],
    [
      'text for a number',
      '      ports: [{containerPort: "80"}]\n',
      'Set to 80',
      'safe',
      '      ports: [{containerPort: 80}]\n',
    ],
  ])('%s', (_, line, title, safety, after) => {
    const { fix, text } = fixFirst(pod(line))
    expect(fix).toMatchObject({ title, safety, introduces: [] })
    expect(text).toBe(pod(after))
    expect(formOnly.findingsOf(text)).toEqual([])
  })

  test.each<[what: string, line: string]>([
    ['a text that is no number', '      ports: [{containerPort: web}]\n'],
  ])('%s has no fix', (_, line) => {
    expect(fixFirst(pod(line)).fix).toBeUndefined()
  })

  test('a change under an anchor that others use is refused with the reason', () => {
    const text = `${pod('      env: &env [{name: A, value: on}]\n')}    - name: two\n      image: web:1\n      env: *env\n`
    const { fix, refused } = fixFirst(text)
    expect(fix).toBeUndefined()
    expect(refused[0]).toMatchObject({ title: 'Quote on' })
    expect(refused[0]?.reason).not.toBe('')
  })
})

/** Asks for the label `one`, and then for `two`, which comes with a new object. */
const wantedLabels = check({
  id: 'wanted-labels',
  title: 'Wanted labels',
  topic: 'valid',
  on: 'any',
  severities: ['warning'],
  *find({ kind, labels }): CheckRun<string> {
    if (kind !== 'Pod') return
    for (const label of labels['one'] === undefined ? ['one'] : ['two']) {
      if (labels[label] !== undefined) continue
      yield {
        severity: 'warning',
        at: ['metadata', 'labels', label],
        message: `It has no label ${label}.`,
        data: label,
      }
    }
  },
  fix: () => Promise.resolve({ default: addLabel }),
})

const addLabel: Fix<'any', string> = ({ at, data: label }) => ({
  fixes: [
    {
      title: `Add label ${label}`,
      safety: 'safe',
      note: 'Labels only tell things apart.',
      changes: [{ kind: 'set', path: at, value: 'yes' }],
      ...(label === 'two' && {
        adds: [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'new' } }],
      }),
    },
  ],
})

const withLabels = await use([...withoutChecks, checklistOf('labels', 'Labels', [wantedLabels])])

const plain = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers: [{name: a}]\n'
const both = plain.replace('  name: a\n', '  name: a\n  labels:\n    one: "yes"\n    two: "yes"\n')
const added = '---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: new\n'

test('a fix that introduces another finding is not safe, says so, and is offered with the fixes of that', () => {
  const [finding] = withLabels.findingsOf(plain)
  const { offered } = withLabels.fixesFor(plain, finding?.id)
  expect(offered).toMatchObject([
    { title: 'Add label one', safety: 'review', introduces: ['It has no label two.'] },
    {
      title: 'Add label one and fix what it raises',
      safety: 'review',
      introduces: [],
      followUps: ['Add label two'],
    },
  ])
  expect(applyEdits(plain, offered[1]?.edits ?? [])).toBe(both + added)
})

test('a change of the apiVersion introduces nothing that was found before it', () => {
  const text =
    'apiVersion: batch/v1beta1\nkind: CronJob\nmetadata: {name: a}\nspec:\n  schedule: "0 3 * * *"\n  jobTemplate: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: a, image: "a:1"}]}}}}\n'
  const finding = everything.findingsOf(text).find(({ rule }) => rule === 'unserved-version')
  const [fix] = everything.fixesFor(text, finding?.id).offered
  expect(fix).toMatchObject({ title: 'Change apiVersion to batch/v1', safety: 'safe', introduces: [] })
})

test('fixes are applied round after round, and a second time changes nothing', () => {
  const plan = withLabels.plan(plain)
  expect(plan.applied.map(({ title }) => title)).toEqual(['Add label one', 'Add label two'])
  expect(plan.text).toBe(both + added)
  expect(applyEdits(plain, plan.edits)).toBe(plan.text)
  expect(plan.applied.map(({ places }) => places.map(({ from, to }) => plan.text.slice(from, to)))).toEqual([
    ['  labels:\n    one: "yes"\n'],
    ['    two: "yes"\n', added],
  ])
  expect(plan.scoreAfter).toBe(100)
  expect(withLabels.plan(plan.text)).toMatchObject({ text: plan.text, applied: [] })
  expect(withLabels.plan(plain, { safety: 'safe' })).toMatchObject({ applied: [], text: plain })
})

const labelled = plain.replace('  name: a\n', '  name: a\n  labels: {one: "yes"}\n')

test('the fixes of many documents are all applied, however many are refused', () => {
  const aliased =
    'apiVersion: v1\nkind: Pod\nmetadata: {name: x, labels: &labels {}, annotations: *labels}\nspec: {containers: [{name: a}]}\n'
  const text = Array.from({ length: 40 }, (_, index) =>
    (index % 7 === 3 ? aliased : labelled).replace('name: a', `name: a${index}`),
  ).join('---\n')
  const plan = withLabels.plan(text)
  expect(plan.applied).toHaveLength(34)
  expect(plan.skipped).toHaveLength(6)
  expect(plan.skipped[0]).toMatchObject({ message: 'It has no label one.' })
  expect(plan.text.match(/ConfigMap/g)).toHaveLength(34)
})

test('a plan is made for one object or one rule, and without what was declined', () => {
  const text = `${labelled}---\n${labelled.replace('name: a', 'name: b')}`
  const [first, second] = withLabels.findingsOf(text)
  const fixed = (request: Partial<FixRequest>) =>
    withLabels.plan(text, request).applied.map(({ finding }) => finding)
  expect(fixed({})).toEqual([first?.id, second?.id])
  expect(fixed({ ...(first?.object && { object: first.object }) })).toEqual([first?.id])
  expect(fixed({ rule: 'wanted-labels' })).toHaveLength(2)
  expect(fixed({ rule: 'others' })).toEqual([])
  expect(fixed({ declined: [first?.id ?? ''] })).toEqual([second?.id])
  expect(fixed({ findings: [second?.id ?? ''] })).toEqual([second?.id])
  expect(fixed({ findings: [] })).toEqual([])
  const nothing = { text, edits: [], skipped: [], introduces: [] }
  expect(withLabels.plan(text, { object: 'none' })).toMatchObject(nothing)
})

describe('the annotation that ignores a check', () => {
  const ignored = (text: string, settings: Partial<Settings> = {}) => {
    const chosen = { ...defaultSettings, ...settings }
    const finding = withLabels.reportOn(text, chosen).findings.at(-1)
    const { ignore } = withLabels.fixesFor(text, finding?.id, chosen)
    return ignore && applyEdits(text, ignore.edits)
  }

  test.each<[what: string, metadata: string, after: string]>([
    ['no annotations', '{name: a}', '{name: a, annotations: {kube-score/ignore: wanted-labels}}'],
    [
      'another check is ignored',
      '{annotations: {kube-score/ignore: "x"}}',
      '{annotations: {kube-score/ignore: "x,wanted-labels"}}',
    ],
    [
      'a comma at the end',
      "{annotations: {kube-score/ignore: 'x, '}}",
      "{annotations: {kube-score/ignore: 'x,wanted-labels'}}",
    ],
    [
      'an empty one',
      '{annotations: {kube-score/ignore: ""}}',
      '{annotations: {kube-score/ignore: "wanted-labels"}}',
    ],
  ])('%s', (_, metadata, after) => {
    const text = `apiVersion: v1\nkind: Pod\nmetadata: ${metadata}\nspec: {containers: [{name: a}]}\n`
    expect(ignored(text)).toBe(text.replace(metadata, after))
    const [finding] = withLabels.findingsOf(text.replace(metadata, after))
    expect(finding?.ignored).toBeDefined()
  })

  test('not where annotations do not count, and not for what the API server refuses', () => {
    expect(ignored(plain, { ignoreAnnotations: false })).toBeUndefined()
    expect(ignored(pod('      workngDir: /x\n'))).toBeUndefined()
  })
})

test('one annotation ignores the objects of several findings', async () => {
  const two = `${labelled}---\n${labelled.replace('name: a', 'name: b')}`
  const ids = withLabels.findingsOf(two).map(({ id }) => id)
  const ignore = withLabels.ignoreFor(two, ids)
  expect(ignore?.title).toBe('Ignore this check on 2 objects')
  expect(ignore?.gone).toEqual(ids)
  const ignored = withLabels.findingsOf(applyEdits(two, ignore?.edits ?? []))
  expect(ignored.map((finding) => finding.ignored !== undefined)).toEqual([true, true])
  expect(withLabels.ignoreFor(two, [])).toBeUndefined()
})

test('a new object is added after the document of its owner, or to the same List', () => {
  const other = 'apiVersion: v1\nkind: Service\nmetadata: {name: b}\n'
  expect(withLabels.plan(`${plain}---\n${other}`).text).toBe(`${both}${added}---\n${other}`)
  const list =
    'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: Pod\n    metadata:\n      name: a\n      labels: {one: "yes"}\n'
  expect(withLabels.plan(list).text).toBe(
    list.replace('"yes"}', '"yes", two: "yes"}') +
      '  - apiVersion: v1\n    kind: ConfigMap\n    metadata:\n      name: new\n',
  )
})

test('the recommended fixes of the examples of the checks introduce nothing that is refused', () => {
  const manifests = import.meta.glob<string>('../../checks/*/bad.yaml', {
    query: '?raw',
    import: 'default',
    eager: true,
  })
  for (const text of Object.values(manifests)) {
    const refusals = (of: string) =>
      everything.findingsOf(of).filter(({ severity }) => severity === 'refused').length
    const { text: after } = everything.plan(text)
    expect(refusals(after)).toBeLessThanOrEqual(refusals(text))
    expect(everything.plan(after).text).toBe(after)
  }
})

test('the fixes of a finding are remembered as long as text and settings stay the same', () => {
  const [finding] = withLabels.findingsOf(plain)
  const ask = (text: string, settings = defaultSettings) => withLabels.fixesFor(text, finding?.id, settings)
  const first = ask(plain)
  expect(ask(plain, { ...defaultSettings })).toBe(first)
  expect(ask(plain, { ...defaultSettings, ignoreAnnotations: false }).ignore).toBeUndefined()
  expect(ask(`# other\n${plain}`).offered[0]?.edits).not.toEqual(first.offered[0]?.edits)
  expect(ask(plain)).toEqual(first)
})

test('every fix of a document that is a patch is risky', () => {
  const text = `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  template:
    spec:
      containers:
        - name: proxy
          $patch: delete
`
  const findings = everything.findingsOf(text)
  expect(findings.length).toBeGreaterThan(3)
  for (const { id } of findings) {
    const { offered, unfixable } = everything.fixesFor(text, id)
    for (const { safety, note } of offered)
      expect([safety, note]).toEqual(['risky', expect.stringContaining('The document is a patch')])
    if (offered.length === 0) expect(unfixable).toContain('The document is a patch')
  }
  expect(everything.plan(text).applied).toEqual([])
})

test('the placeholders of a fix are where its text has them', () => {
  const text = pod('')
  const finding = everything.findingsOf(text).find(({ message }) => message.includes('no memory limit'))
  const [fix] = everything.fixesFor(text, finding?.id).offered
  const after = applyEdits(text, fix?.edits ?? [])
  expect(fix?.placeholders.map(({ what, value }) => [what, value])).toEqual([
    ['memory request of container web', '128Mi'],
    ['memory limit of container web', '256Mi'],
  ])
  for (const { range, value } of fix?.placeholders ?? [])
    expect(after.slice(range.from, range.to)).toBe(value)
  const plan = everything.plan(text)
  const all = plan.applied.flatMap(({ placeholders }) => placeholders)
  expect(all.length).toBeGreaterThan(4)
  for (const { range, value } of all) expect(plan.text.slice(range.from, range.to)).toBe(value)
})

describe('a value that a person gives for a placeholder', () => {
  const text = pod('')
  const finding = everything.findingsOf(text).find(({ message }) => message.includes('no memory limit'))
  const [fix] = everything.fixesFor(text, finding?.id).offered
  const given = (value: string): readonly GivenValue[] =>
    (fix?.placeholders ?? []).slice(1).map(({ finding: id, path }) => ({ finding: id, path, value }))

  test('is set instead, and named in the title', () => {
    const [changed] = everything.fixesFor(text, finding?.id, defaultSettings, given('1Gi')).offered
    expect(changed).toMatchObject({
      key: fix?.key,
      title: 'Set memory request to 128Mi and limit to 1Gi',
      placeholders: [{ data: '128Mi' }, { data: '1Gi' }],
    })
    expect(applyEdits(text, changed?.edits ?? [])).toBe(
      applyEdits(text, fix?.edits ?? []).replace('256Mi', '1Gi'),
    )
    const plan = everything.plan(text, { values: given('1Gi') })
    expect(plan.text).toBe(everything.plan(text).text.replace('memory: 256Mi', 'memory: 1Gi'))
  })

  test('is refused with the reason where the fix would fail', () => {
    for (const value of ['1Mi', 'much']) {
      const { refused, offered } = everything.fixesFor(text, finding?.id, defaultSettings, given(value))
      expect(offered).toEqual([])
      expect(refused).toMatchObject([{ key: fix?.key, reason: expect.stringMatching(/worse|enough/) }])
      const plan = everything.plan(text, { values: given(value) })
      expect(plan.skipped.map(({ finding: id }) => id)).toContain(finding?.id)
      // Nor does the fix of the missing request set the limit as it would without the value.
      expect(plan.text).not.toContain('memory: 256Mi')
    }
  })
})

test('a plan says what goes away, what leads to what, and never lowers the score on its way', () => {
  const manifests = import.meta.glob<string>(['../../checks/*/bad.yaml', '../../examples/*.yaml'], {
    query: '?raw',
    import: 'default',
    eager: true,
  })
  const led: string[] = []
  for (const text of Object.values(manifests)) {
    const { findings, score } = everything.reportOn(text)
    const { applied, gone, scoreAfter } = everything.plan(text)
    const scores = [score?.value, ...applied.map((step) => step.scoreAfter)].flatMap((value) => value ?? [])
    expect(scores).toEqual(scores.toSorted((left, right) => left - right))
    if (applied.length > 0) expect(scores.at(-1)).toBe(scoreAfter)
    const known = new Set(findings.map(({ id }) => id))
    for (const { finding, follows } of applied) {
      if (known.has(finding)) expect(gone).toContain(finding)
      if (follows !== undefined) led.push(finding)
    }
  }
  expect(led.length).toBeGreaterThan(0)
})
