import { array, assert, constantFrom, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import { createFixer } from '../engine/fixes/fixer'
import { defaultSettings } from '../engine/model/settings'
import { createEngine } from '../engine/report/engine'
import { ownManifests } from '../fuzz/manifests'
import { sources } from '../rules/sources'
import { catalog } from '../schemas'
import { editedSources, editsByFile, joinSources } from './sourceSet'

const engine = createEngine({ sources, schemas: catalog })
const fixer = await createFixer(engine)

/** A JSON file before one with a directive is followed by `...`, which no JSON reader knows, until another document is added. */
const messagesOf = (text: string): readonly string[] =>
  engine
    .evaluate(text, defaultSettings)
    .findings.filter(({ rule }) => rule !== 'strict-json')
    .map(({ message, severity }) => `${severity} ${message}`)
    .toSorted()

/** A file as people and programs write them. */
const file = record({
  text: constantFrom('', '# nothing but a comment\n', ...ownManifests()),
  begin: constantFrom('', '---\n', '\uFEFF', '\uFEFF---\n', '# c\n%YAML 1.1\n---\n', '\n'),
  break: constantFrom('\n', '\r\n'),
  end: constantFrom('', '\n', '\n...\n', '\n---\n'),
}).map((given) => {
  const isYaml = !given.text.startsWith('{')
  const whole = isYaml ? given.begin + given.text.trimEnd() + given.end : given.text
  return whole.replaceAll('\n', given.break)
})

const sets = array(file, { minLength: 1, maxLength: 3 }).map((texts) =>
  joinSources(texts.map((text, index) => ({ name: `${index}.yaml`, text }))),
)

test('files that are fixed together say what the fixed text says, and the other files are the same', () => {
  let written = 0
  assert(
    property(sets, constantFrom('safe' as const, 'review' as const), (set, safety) => {
      const plan = fixer.planFixes(set.text, { safety, declined: [] }, defaultSettings)
      const after = editedSources(set, plan.edits)
      expect(after.text).toBe(plan.text)
      const changed = new Set(editsByFile(set, plan.edits).map(([{ name }]) => name))
      written += changed.size
      for (const [index, { name, text }] of set.files.entries())
        if (!changed.has(name)) expect(after.files[index]?.text).toBe(text)
      const again = joinSources(after.files)
      expect(messagesOf(again.text)).toEqual(messagesOf(plan.text))
      const left = new Set(engine.evaluate(again.text, defaultSettings).findings.map(({ id }) => id))
      expect(plan.applied.filter(({ finding }) => plan.gone.includes(finding) && left.has(finding))).toEqual(
        [],
      )
    }),
    { numRuns: 40, seed: 1 },
  )
  expect(written).toBeGreaterThan(30)
})
