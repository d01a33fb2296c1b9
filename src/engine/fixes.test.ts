import { describe, expect, test } from 'vitest'
import { checks } from '../checks'
import { catalog } from '../schemas'
import type { Check } from './check'
import { evaluate } from './evaluate'
import { fixAll, fixesOf } from './fixes'
import type { Library } from './memory'
import { defaultSettings } from './settings'
import { applyEdits } from './textEdit'

const library: Library = { checks: [], schemas: catalog }

const findingsOf = (text: string, using = library) => evaluate(text, defaultSettings, using).findings

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
    ['a field that nothing is near to', '      nothing: 1\n'],
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
      }
    }
  },
}

const wishing: Library = { checks: [wishes], schemas: catalog }

const plain = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers: [{name: a}]\n'
const both = plain.replace('  name: a\n', '  name: a\n  labels:\n    one: "yes"\n    two: "yes"\n')
const added = '---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: new\n'

test('a fix that brings another finding is not safe, and says what it brings', () => {
  const { fix } = mended(plain, wishing)
  expect(fix).toMatchObject({ title: 'Add label one', safety: 'review', brings: ['It has no label two.'] })
})

test('all fixes are made round after round, a second time changes nothing', () => {
  const plan = fixAll(plain, 'review', defaultSettings, wishing)
  expect(plan.applied.map(({ title }) => title)).toEqual(['Add label one', 'Add label two'])
  expect(plan.text).toBe(both + added)
  expect(plan.scoreAfter).toBe(100)
  expect(fixAll(plan.text, 'review', defaultSettings, wishing)).toMatchObject({
    text: plan.text,
    applied: [],
  })
  expect(fixAll(plain, 'safe', defaultSettings, wishing).applied).toEqual([])
})

test('a new object stands behind the document of its owner, in a List in the same List', () => {
  const other = 'apiVersion: v1\nkind: Service\nmetadata: {name: b}\n'
  expect(fixAll(`${plain}---\n${other}`, 'review', defaultSettings, wishing).text).toBe(
    `${both}${added}---\n${other}`,
  )
  const list =
    'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: Pod\n    metadata:\n      name: a\n      labels: {one: "yes"}\n'
  expect(fixAll(list, 'review', defaultSettings, wishing).text).toBe(
    list.replace('"yes"}', '"yes", two: "yes"}') +
      '  - apiVersion: v1\n    kind: ConfigMap\n    metadata:\n      name: new\n',
  )
})

test('every recommended fix of the examples of the checks is proved, and none makes it worse', () => {
  const real: Library = { checks, schemas: catalog }
  const manifests = import.meta.glob<string>('../checks/*/bad.yaml', {
    query: '?raw',
    import: 'default',
    eager: true,
  })
  for (const text of Object.values(manifests)) {
    const before = evaluate(text, defaultSettings, real)
    const plan = fixAll(text, 'review', defaultSettings, real)
    const after = evaluate(plan.text, defaultSettings, real)
    const refusals = (report: typeof before) =>
      report.findings.filter(({ severity }) => severity === 'refused').length
    expect(refusals(after)).toBeLessThanOrEqual(refusals(before))
    expect(fixAll(plan.text, 'review', defaultSettings, real).text).toBe(plan.text)
  }
})
