import { describe, expect, test } from 'vitest'
import { schema } from '../../rules/schema'
import { syntax } from '../../rules/syntax'
import { catalog } from '../../schemas'
import { check, type CheckRun, type Fix } from '../findings/check'
import { review, type Proposal, type Safety } from '../findings/remedy'
import { checklistOf } from '../findings/source'
import type { JsonObject } from '../model/json'
import { defaultSettings } from '../model/settings'
import { applyEdits } from '../model/textEdit'
import { createEngine } from '../report/engine'
import { createFixer, type FixRequest } from './fixer'

/** A finding where the labels of a Pod are like this, and labels that make it go away. */
type LabelRule = {
  readonly id: string
  readonly finds: (labels: Readonly<Record<string, string>>) => boolean
  readonly sets: JsonObject
  readonly safety?: Safety
}

const checkOf = ({ id, finds, sets, safety = 'safe' }: LabelRule) =>
  check({
    id,
    title: id,
    topic: 'valid',
    on: 'any',
    severities: ['advice'],
    *find({ kind, labels }): CheckRun {
      if (kind === 'Pod' && finds(labels))
        yield { severity: 'advice', at: ['metadata', 'labels'], message: `${id} is wrong.` }
    },
    fix: () => Promise.resolve({ default: setLabels(`Fix ${id}`, sets, safety) }),
  })

const setLabels =
  (title: string, labels: JsonObject, safety: Safety): Fix<'any'> =>
  () => ({
    fixes: [
      {
        ...review('Labels tell things apart.'),
        title,
        safety,
        changes: Object.entries(labels).map(([key, value]) => ({
          kind: 'set' as const,
          path: ['metadata', 'labels', key],
          value,
        })),
      } satisfies Proposal,
    ],
  })

const pod = (labels: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  labels:\n${labels}spec: {containers: [{name: a}]}\n`

async function planOf(text: string, safety: FixRequest['safety'], ...rules: readonly LabelRule[]) {
  const engine = createEngine({
    sources: [syntax, schema, checklistOf('labels', 'Labels', rules.map(checkOf))],
    schemas: catalog,
  })
  const plan = (await createFixer(engine)).planFixes(text, { safety, declined: [] }, defaultSettings)
  expect(applyEdits(text, plan.edits)).toBe(plan.text)
  const applied = plan.applied.map(({ title }) => title)
  return { text: plan.text, edits: plan.edits, applied, skipped: plan.skipped.map(({ reason }) => reason) }
}

test('a fix that brings back what an earlier one fixed is skipped with the reason', async () => {
  const there: LabelRule = { id: 'there', finds: ({ app }) => app === 'foo', sets: { app: 'bar' } }
  const back: LabelRule = { id: 'back', finds: ({ app }) => app === 'bar', sets: { app: 'foo' } }
  expect(await planOf(pod('    app: foo\n'), 'safe', there, back)).toMatchObject({
    text: pod('    app: bar\n'),
    applied: ['Fix there'],
    skipped: ['It would undo the fix of: there is wrong.'],
  })
})

describe('a value that gets back what it was', () => {
  const there: LabelRule = {
    id: 'there',
    finds: ({ app, one }) => app === 'foo' && one === undefined,
    sets: { app: 'on' },
  }
  const back = (sets: JsonObject): LabelRule => ({ id: 'back', finds: ({ app }) => app === 'on', sets })

  test('has the same text as before, and only the rest is changed', async () => {
    const plan = await planOf(pod('    app: foo\n    b: c\n'), 'safe', there, back({ app: 'foo', one: 'x' }))
    expect(plan).toMatchObject({
      text: pod('    app: foo\n    b: c\n    one: x\n'),
      applied: ['Fix back'],
      skipped: [],
    })
    expect(plan.edits).toHaveLength(1)
  })
})

test('risky fixes are not among many', async () => {
  const rule = (safety: Safety): LabelRule => ({
    id: 'app',
    finds: ({ app }) => app === 'foo',
    sets: { app: 'on' },
    safety,
  })
  const applied = async (safety: Safety, limit: FixRequest['safety']) =>
    (await planOf(pod('    app: foo\n'), limit, rule(safety))).applied.length
  expect([
    await applied('safe', 'safe'),
    await applied('review', 'safe'),
    await applied('review', 'review'),
    await applied('risky', 'review'),
  ]).toEqual([1, 0, 1, 0])
})
