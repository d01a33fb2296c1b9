import { expect, test } from 'vitest'
import { defaultSettings } from '../engine/model/settings'
import { outputs } from '../formats/outputs'
import { reportFormats } from '../formats/reportFormats'
import { completeEngineFor } from './engines'
import type { Question } from './protocol'
import { replyTo } from './replies'
import { loadFormats, offeredOutputs, writeFixed } from './writeOutput'

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 1
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: web:1.0
`

const base = { settings: defaultSettings, name: 'web.yaml' }

const report = (format: string, text: string, withFixes = false) =>
  replyTo({ about: 'report', text, format, withFixes, ...base })

const fixed = async (output: string, text: string, fixes: Question<'output'>['fixes']) => {
  const question = { about: 'output', text, output, fixes, ...base } as const
  return writeFixed(question, (await completeEngineFor(text, defaultSettings)).engine)
}

test('every format of the page is offered before every output of the manifest, each by an id of its own', async () => {
  const offered = await replyTo({ about: 'outputs' })
  expect(offered).toEqual(offeredOutputs())
  const ids = offeredOutputs().map(({ id }) => id)
  expect(ids).toEqual([...reportFormats.filter(({ isOnPage }) => isOnPage), ...outputs].map(({ id }) => id))
  expect(new Set(ids).size).toBe(ids.length)
  for (const { title, help } of offeredOutputs()) {
    expect(title).not.toBe('')
    // It becomes a sentence with a full stop.
    expect(help).toMatch(/^[A-Z].+[^.]$/)
  }
})

const broken = ['', '---', 'a: [', '\0', '\ud800', '- 1', '{{ x }}', 'a: &a [*a]', deployment]

test('every format is written for every text, under its own file name, the same each time', async () => {
  await loadFormats()
  for (const { id, fileName, mimeType } of reportFormats.filter(({ isOnPage }) => isOnPage))
    for (const text of broken) {
      const made = await report(id, text, true)
      expect(made).toEqual({ files: [{ name: fileName, mimeType, text: expect.any(String) }], notes: [] })
      expect(await report(id, text, true)).toEqual(made)
    }
})

test('a report names the file, and a format that the page does not offer is not written', async () => {
  expect(await report('human', deployment)).toMatchObject({
    files: [{ text: expect.stringContaining('web.yaml') }],
  })
  expect(await report('constructor', deployment)).toBeUndefined()
  expect(await fixed('constructor', deployment, 'safe')).toBeUndefined()
})

const notesOf = async (text: string, fixes: 'safe' | 'review') => {
  const made = await fixed('manifest', text, fixes)
  return { text: made?.files[0]?.text, notes: made?.notes }
}

test('the fixed manifest has the fixes that were asked for, and its notes say what came of them', async () => {
  const { text, notes } = await notesOf(deployment, 'review')
  expect(text).toContain('imagePullPolicy: Always')
  expect(notes).toEqual([
    expect.stringMatching(/^\d+ fixes are applied: score \d+ → \d+\.$/),
    expect.stringMatching(
      /^These values are only placeholders, so replace them: CPU request of container web, .+, and \d more\.$/,
    ),
  ])
  const quoted = deployment.replace('replicas: 1', 'replicas: "2"')
  expect(await fixed('patch', quoted, 'safe')).toEqual({
    files: [
      { name: 'web.patch', mimeType: 'text/x-diff', text: expect.stringContaining('+  replicas: 2\n') },
    ],
    notes: [
      expect.stringMatching(/^1 fix is applied: score \d+ → \d+\.$/),
      'Apply it with: patch -p1 < web.patch',
    ],
  })
})

test('what takes something out of the text is not among many fixes', async () => {
  const { text, notes } = await notesOf(`${deployment}          unknown: 1\n`, 'review')
  expect(text).toContain('unknown: 1')
  expect(notes?.at(-1)).toBe('1 finding can be fixed only with a risky fix, which is not included.')
  const directive = `%YAML 1.1\n---\n${deployment.replace('replicas: 1', 'replicas: "1"')}`
  const other = await notesOf(directive, 'safe')
  expect(other.text).toBe(directive.replace('"1"', '1'))
  expect(other.notes?.at(-1)).toBe('1 fix would remove something. Open it in the report.')
})

test('without a fix there is nothing to download, and a note says so', async () => {
  const empty = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n'
  expect(await fixed('manifest', empty, 'safe')).toEqual({
    files: [],
    notes: ['There is no safe fix for this manifest. Fixes to review are left out.'],
  })
  expect(await fixed('kustomize', empty, 'review')).toEqual({
    files: [],
    notes: ['There is no fix for this manifest that can be applied together with others.'],
  })
})

test('what a person has selected is written as it is', async () => {
  const after = deployment.replace('replicas: 1', 'replicas: 3')
  expect(await fixed('manifest', deployment, { after })).toEqual({
    files: [{ name: 'web.yaml', text: after, mimeType: 'application/yaml' }],
    notes: [],
  })
})
