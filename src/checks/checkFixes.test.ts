import { expect, test } from 'vitest'
import { evaluate } from '../engine/report/evaluate'
import { fixesOf, planFixes } from '../engine/fixes/fixes'
import type { Library } from '../engine/report/cache'
import { defaultSettings } from '../engine/model/settings'
import { applyEdits } from '../engine/model/textEdit'
import { examples } from '../examples'
import { catalog } from '../schemas'
import { checks } from './index'
import { mends } from './fixes'

const library: Library = { checks, mends, schemas: catalog }

const read = (files: Record<string, string>) =>
  new Map(Object.entries(files).map(([path, text]) => [path.split('/')[1] ?? '', text]))

const bad = read(import.meta.glob<string>('./*/bad.yaml', { query: '?raw', import: 'default', eager: true }))
const good = read(
  import.meta.glob<string>('./*/good.yaml', { query: '?raw', import: 'default', eager: true }),
)

test.each(checks.map(({ id }) => id))('%s: the recommended fix of bad.yaml gives good.yaml', (id) => {
  const settings = { ...defaultSettings, enabledChecks: [id] }
  const text = bad.get(id) ?? ''
  const finding = evaluate(text, settings, library).findings.find(({ check }) => check === id)
  const { offered, refused } = fixesOf(text, finding?.id ?? '', settings, library)
  expect(refused).toEqual([])
  expect(applyEdits(text, offered[0]?.edits ?? [])).toBe(good.get(id))
})

test('all fixes of the demo leave nothing critical and no warning, and a second time changes nothing', () => {
  const demo = examples[0]?.text ?? ''
  const all = (text: string) => planFixes(text, { safety: 'review', declined: [] }, defaultSettings, library)
  const plan = all(demo)
  const left = evaluate(plan.text, defaultSettings, library).findings
  expect(left.filter(({ severity }) => severity !== 'advice').map(({ message }) => message)).toEqual([])
  expect(all(plan.text).text).toBe(plan.text)
})
