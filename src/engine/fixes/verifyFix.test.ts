import { expect, test } from 'vitest'
import { schema } from '../../rules/schema'
import { syntax } from '../../rules/syntax'
import { catalog } from '../../schemas'
import { check, type Fix } from '../findings/check'
import { proposal, safe } from '../findings/remedy'
import { checklistOf } from '../findings/source'
import { defaultSettings } from '../model/settings'
import { createEngine } from '../report/engine'
import { createFixer } from './fixer'

/** The fixes that a check on Services with the annotation `note` proposes for the last of them, and of what is refused. */
async function fixesBy(fix: Fix<'Service'>, text: string) {
  const noted = check({
    id: 'noted',
    title: 'Noted',
    topic: 'valid',
    on: 'Service',
    severities: ['warning'],
    *find({ annotations }) {
      if (annotations['note'])
        yield { severity: 'warning', at: ['metadata', 'annotations', 'note'], message: 'It has a note.' }
    },
    fix: () => Promise.resolve({ default: fix }),
  })
  const sources = [syntax, schema, checklistOf('notes', 'Notes', [noted])]
  const engine = createEngine({ sources, schemas: catalog })
  const { fixesFor } = await createFixer(engine)
  const findings = engine.evaluate(text, defaultSettings).findings
  const idOf = (message: string) => findings.find((one) => one.message.includes(message))?.id ?? ''
  return (message: string) => fixesFor(text, idOf(message), defaultSettings)
}

const service = (name: string, spec: string, annotations = '') =>
  `---\n{apiVersion: v1, kind: Service, metadata: {name: ${name}, annotations: {${annotations}}}, spec: {${spec}}}\n`

const notePath = ['metadata', 'annotations', 'note']

test('a fix that loses something is risky, whatever it says of itself, and says what it loses', async () => {
  const forget: Fix<'Service'> = () => ({
    fixes: [
      proposal('Forget the note', safe('Nobody reads it.'), { kind: 'remove', path: notePath }),
      proposal('Write the note down elsewhere', safe('Nobody reads it.'), {
        kind: 'rename',
        path: notePath,
        key: 'old-note',
      }),
    ],
  })
  const { offered } = (await fixesBy(forget, service('a', '', 'note: "ask Bob"')))('a note')
  expect(offered.map(({ title, safety, note }) => [title, safety, note])).toEqual([
    ['Write the note down elsewhere', 'safe', 'Nobody reads it.'],
    ['Forget the note', 'risky', 'Nobody reads it. It removes metadata.annotations.note.'],
  ])
})

test('no object that is accepted becomes refused, even if another one no longer is', async () => {
  const swap: Fix<'Service'> = (_, { relations, object }) => ({
    fixes: relations
      .named(object.namespace, 'a')
      .map((other) =>
        proposal(
          'Swap the types',
          safe('Both have one.'),
          { object: other, kind: 'set', path: ['spec', 'type'], value: 'ClusterIP' },
          { kind: 'set', path: ['spec', 'type'], value: 7 },
          { kind: 'rename', path: notePath, key: 'old-note' },
        ),
      ),
  })
  const text = service('a', 'type: 7') + service('b', 'type: ClusterIP', 'note: "swap"')
  const { offered, refused } = (await fixesBy(swap, text))('a note')
  expect(offered).toEqual([])
  expect(refused[0]?.reason).toMatch(/^It would cause something worse: /)
})

test('a selector that is new is not one that changes', async () => {
  const workload = (spec: string) =>
    `{apiVersion: apps/v1, kind: Deployment, metadata: {name: a}, spec: {${spec}template: {metadata: {labels: {app: a}}, spec: {containers: [{name: a, image: a:1}]}}}}\n`
  const fixesFor = await fixesBy(() => ({}), workload(''))
  const [fix] = fixesFor('spec.selector').offered
  expect([fix?.title, fix?.effect]).toEqual(['Add selector', 'no restart'])
})
