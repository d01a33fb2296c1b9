import { expect, test } from 'vitest'
import { createFixer } from '../engine/fixes/fixer'
import { createEngine } from '../engine/report/engine'
import { defaultSettings } from '../engine/model/settings'
import { applyEdits } from '../engine/model/textEdit'
import { firstExample } from '../examples'
import { sources } from '../rules/sources'
import { catalog } from '../schemas'
import { checks } from './index'

const engine = createEngine({ sources, schemas: catalog })
const fixer = await createFixer(engine)

const read = (files: Record<string, string>) =>
  new Map(Object.entries(files).map(([path, text]) => [path.split('/')[1] ?? '', text]))

const bad = read(import.meta.glob<string>('./*/bad.yaml', { query: '?raw', import: 'default', eager: true }))
const good = read(
  import.meta.glob<string>('./*/good.yaml', { query: '?raw', import: 'default', eager: true }),
)

test.each(checks.map(({ id }) => id))('%s: the recommended fix of bad.yaml gives good.yaml', (id) => {
  const settings = { ...defaultSettings, enabledChecks: [id] }
  const text = bad.get(id) ?? ''
  const finding = engine.evaluate(text, settings).findings.find(({ rule }) => rule === id)
  const { offered, refused } = fixer.fixesFor(text, finding?.id ?? '', settings)
  expect(refused).toEqual([])
  expect(applyEdits(text, offered[0]?.edits ?? [])).toBe(good.get(id))
})

test('all fixes of the demo leave nothing critical and no warning, and a second time changes nothing', () => {
  const demo = firstExample.text
  const all = (text: string) => fixer.planFixes(text, { safety: 'review', declined: [] }, defaultSettings)
  const plan = all(demo)
  const left = engine.evaluate(plan.text, defaultSettings).findings
  expect(left.filter(({ severity }) => severity !== 'advice').map(({ message }) => message)).toEqual([])
  expect(all(plan.text).text).toBe(plan.text)
})
