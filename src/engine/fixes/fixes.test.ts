import { describe, expect, test } from 'vitest'
import { checks } from '../../checks'
import { mends } from '../../checks/fixes'
import { catalog } from '../../schemas'
import type { Check } from '../findings/check'
import { evaluate } from '../report/evaluate'
import { fixesOf, planFixes, type FixRequest } from './fixes'
import { withMends, type Library } from '../report/cache'
import { defaultSettings, type Settings } from '../model/settings'
import { applyEdits } from '../model/textEdit'

const library: Library = { checks: [], mends, schemas: catalog }

const findingsOf = (text: string, using = library) => evaluate(text, defaultSettings, using).findings

const fixAll = (text: string, safety: 'safe' | 'review', using: Library) =>
  planFixes(text, { safety, declined: [] }, defaultSettings, using)

/** The text after the recommended fix of the first finding, with the fix. */
const mended = (text: string, using = library) => {
  const [finding] = findingsOf(text, using)
  const { offered, refused } = fixesOf(text, finding?.id ?? '', defaultSettings, using)
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
    const { fix, text } = mended(pod(line))
    expect(fix).toMatchObject({ title, safety, brings: [] })
    expect(text).toBe(pod(after))
    expect(findingsOf(text)).toEqual([])
  })

  test.each<[what: string, line: string]>([
    ['a text that is no number', '      ports: [{containerPort: web}]\n'],
  ])('%s has no fix', (_, line) => {
    expect(mended(pod(line)).fix).toBeUndefined()
  })

  test('a change under an anchor that others use is refused with the reason', () => {
    const text = `${pod('      env: &env [{name: A, value: on}]\n')}    - name: two\n      image: web:1\n      env: *env\n`
    const { fix, refused } = mended(text)
    expect(fix).toBeUndefined()
    expect(refused[0]).toMatchObject({ title: 'Quote on' })
    expect(refused[0]?.reason).not.toBe('')
  })
})

/** Asks for a label, brings another wish when it has it, and adds an object when it has both. */
const wishes: Check = {
  id: 'wishes',
  title: 'Wishes',
  topic: 'valid',
  on: 'any',
  *judge({ kind, labels }: { kind: string; labels: Record<string, string> }) {
    if (kind !== 'Pod') return
    for (const [index, label] of ['one', 'two'].entries()) {
      if (labels[label] !== undefined || (index === 1 && labels['one'] === undefined)) continue
      yield {
        severity: 'warning',
        at: ['metadata', 'labels', label],
        message: `It has no label ${label}.`,
        mend: () => ({
          fixes: [
            {
              title: `Add label ${label}`,
              safety: 'safe',
              changes: [{ kind: 'set', path: ['metadata', 'labels', label], value: 'yes' }],
              ...(label === 'two' && {
                adds: [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'new' } }],
              }),
            },
          ],
        }),
      }
    }
  },
}

const wishing: Library = { checks: [wishes], mends, schemas: catalog }

const plain = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers: [{name: a}]\n'
const both = plain.replace('  name: a\n', '  name: a\n  labels:\n    one: "yes"\n    two: "yes"\n')
const added = '---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: new\n'

test('a fix that brings another finding is not safe, says what it brings, and is offered with what follows', () => {
  const [finding] = findingsOf(plain, wishing)
  const { offered } = fixesOf(plain, finding?.id ?? '', defaultSettings, wishing)
  expect(offered).toMatchObject([
    { title: 'Add label one', safety: 'review', brings: ['It has no label two.'] },
    { title: 'Add label one, and what follows', safety: 'review', brings: [], follow: ['Add label two'] },
  ])
  expect(applyEdits(plain, offered[1]?.edits ?? [])).toBe(both + added)
})

test('what an object is found to lack stays what it was when the object moves to another version', () => {
  const text =
    'apiVersion: batch/v1beta1\nkind: CronJob\nmetadata: {name: a}\nspec:\n  schedule: "0 3 * * *"\n  jobTemplate: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: a, image: "a:1"}]}}}}\n'
  const using: Library = { checks, mends, schemas: catalog }
  const finding = findingsOf(text, using).find(({ check }) => check === 'unserved-version')
  const [fix] = fixesOf(text, finding?.id ?? '', defaultSettings, using).offered
  expect(fix).toMatchObject({ title: 'Move to batch/v1', safety: 'safe', brings: [] })
})

test('all fixes are made round after round, a second time changes nothing', () => {
  const plan = fixAll(plain, 'review', wishing)
  expect(plan.steps.map(({ title }) => title)).toEqual(['Add label one', 'Add label two'])
  expect(plan.text).toBe(both + added)
  expect(applyEdits(plain, plan.edits)).toBe(plan.text)
  expect(plan.steps.map(({ places }) => places.map(({ from, to }) => plan.text.slice(from, to)))).toEqual([
    ['  labels:\n    one: "yes"\n'],
    ['    two: "yes"\n', added],
  ])
  expect(plan.scoreAfter).toBe(100)
  expect(fixAll(plan.text, 'review', wishing)).toMatchObject({ text: plan.text, steps: [] })
  expect(fixAll(plain, 'safe', wishing)).toMatchObject({ steps: [], text: plain })
})

const labelled = plain.replace('  name: a\n', '  name: a\n  labels: {one: "yes"}\n')

test('fixes of many documents are all made, however many fail', () => {
  const aliased =
    'apiVersion: v1\nkind: Pod\nmetadata: {name: x, labels: &labels {}, annotations: *labels}\nspec: {containers: [{name: a}]}\n'
  const text = Array.from({ length: 40 }, (_, index) =>
    (index % 7 === 3 ? aliased : labelled).replace('name: a', `name: a${index}`),
  ).join('---\n')
  const plan = fixAll(text, 'review', wishing)
  expect(plan.steps).toHaveLength(34)
  expect(plan.left).toHaveLength(6)
  expect(plan.left[0]).toMatchObject({ message: 'It has no label one.' })
  expect(plan.text.match(/ConfigMap/g)).toHaveLength(34)
})

test('a plan is made for one object or one check, and without what was declined', () => {
  const text = `${labelled}---\n${labelled.replace('name: a', 'name: b')}`
  const [first, second] = findingsOf(text, wishing)
  const plan = (request: Partial<FixRequest>) =>
    planFixes(text, { safety: 'review', declined: [], ...request }, defaultSettings, wishing)
  const made = (request: Partial<FixRequest>) => plan(request).steps.map(({ finding }) => finding)
  expect(made({})).toEqual([first?.id, second?.id])
  expect(made({ ...(first?.object && { object: first.object }) })).toEqual([first?.id])
  expect(made({ check: 'wishes' })).toHaveLength(2)
  expect(made({ check: 'others' })).toEqual([])
  expect(made({ declined: [first?.id ?? ''] })).toEqual([second?.id])
  expect(plan({ object: 'none' })).toMatchObject({ text, edits: [], left: [], held: 0, brings: [] })
})

test('safe fixes only: how many would have to be looked at is told', () => {
  const text = pod('      imagepullpolicy: Always\n      workngDir: /x\n')
  expect(fixAll(text, 'safe', library)).toMatchObject({
    held: 1,
    steps: [{ title: 'Rename to imagePullPolicy' }],
  })
})

describe('silence', () => {
  const silenced = (text: string, settings: Partial<Settings> = {}) => {
    const chosen = { ...defaultSettings, ...settings }
    const finding = evaluate(text, chosen, wishing).findings.at(-1)
    const { silence } = fixesOf(text, finding?.id ?? '', chosen, wishing)
    return silence && applyEdits(text, silence.edits)
  }

  test.each<[what: string, metadata: string, after: string]>([
    ['no annotations', '{name: a}', '{name: a, annotations: {kube-score/ignore: wishes}}'],
    [
      'another check is ignored',
      '{annotations: {kube-score/ignore: "x"}}',
      '{annotations: {kube-score/ignore: "x,wishes"}}',
    ],
    [
      'a comma at the end',
      "{annotations: {kube-score/ignore: 'x, '}}",
      "{annotations: {kube-score/ignore: 'x,wishes'}}",
    ],
    [
      'an empty one',
      '{annotations: {kube-score/ignore: ""}}',
      '{annotations: {kube-score/ignore: "wishes"}}',
    ],
  ])('%s', (_, metadata, after) => {
    const text = `apiVersion: v1\nkind: Pod\nmetadata: ${metadata}\nspec: {containers: [{name: a}]}\n`
    expect(silenced(text)).toBe(text.replace(metadata, after))
    const [accepted] = findingsOf(text.replace(metadata, after), wishing)
    expect(accepted?.ignored).toBeDefined()
  })

  test('not where annotations do not count, and not for what the API refuses', () => {
    expect(silenced(plain, { ignoreAnnotations: false })).toBeUndefined()
    expect(silenced(pod('      workngDir: /x\n'))).toBeUndefined()
  })
})

test('a new object stands behind the document of its owner, in a List in the same List', () => {
  const other = 'apiVersion: v1\nkind: Service\nmetadata: {name: b}\n'
  expect(fixAll(`${plain}---\n${other}`, 'review', wishing).text).toBe(`${both}${added}---\n${other}`)
  const list =
    'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: Pod\n    metadata:\n      name: a\n      labels: {one: "yes"}\n'
  expect(fixAll(list, 'review', wishing).text).toBe(
    list.replace('"yes"}', '"yes", two: "yes"}') +
      '  - apiVersion: v1\n    kind: ConfigMap\n    metadata:\n      name: new\n',
  )
})

test('every recommended fix of the examples of the checks is proved, and none makes it worse', () => {
  const real: Library = { checks, mends, schemas: catalog }
  const manifests = import.meta.glob<string>('../../checks/*/bad.yaml', {
    query: '?raw',
    import: 'default',
    eager: true,
  })
  for (const text of Object.values(manifests)) {
    const before = evaluate(text, defaultSettings, real)
    const plan = fixAll(text, 'review', real)
    const after = evaluate(plan.text, defaultSettings, real)
    const refusals = (report: typeof before) =>
      report.findings.filter(({ severity }) => severity === 'refused').length
    expect(refusals(after)).toBeLessThanOrEqual(refusals(before))
    expect(fixAll(plan.text, 'review', real).text).toBe(plan.text)
  }
})

test('what was found out about a finding is told again as long as the text stays the same', () => {
  const using: Library = { checks: [wishes], mends, schemas: catalog }
  const [finding] = findingsOf(plain, using)
  const ask = (text: string, settings = defaultSettings) => fixesOf(text, finding?.id ?? '', settings, using)
  const first = ask(plain)
  expect(ask(plain, { ...defaultSettings })).toBe(first)
  expect(ask(plain, { ...defaultSettings, ignoreAnnotations: false }).silence).toBeUndefined()
  expect(ask(`# other\n${plain}`).offered[0]?.edits).not.toEqual(first.offered[0]?.edits)
  expect(ask(plain)).toEqual(first)
})

test('a library to which the mends come later says the same as one that has them from the beginning', () => {
  const bare: Library = { checks: [wishes], schemas: catalog }
  const early = evaluate(both, defaultSettings, bare)
  expect(evaluate(plain, defaultSettings, bare).findings[0]?.proposals).toBeUndefined()
  const later = withMends(bare, mends)
  expect(evaluate(plain, defaultSettings, later)).toEqual(evaluate(plain, defaultSettings, wishing))
  expect(evaluate(plain, defaultSettings, later).findings[0]?.proposals).toHaveLength(1)
  expect(evaluate(both, defaultSettings, later)).toEqual(early)
})
