import { expect, test } from 'vitest'
import { defaultSettings } from '../engine/model/settings'
import type { Goal } from '../lessons/lesson'
import { replyTo } from './replies'

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: web:1
`

const goals: readonly Goal[] = [
  { says: 'pulled', passes: ['container-image-pull-policy'] },
  { says: 'nothing worse', nothingWorse: true },
  { says: 'valid', valid: true },
  { says: 'valid then', valid: true, versions: ['1.25'] },
  { says: 'there', objects: ['v1/Pod/web'] },
  { says: 'found', finds: ['container-resources'] },
  { says: 'set', settings: { kubernetesVersion: defaultSettings.kubernetesVersion } },
]

/** No text may leave a question without an answer. */
const broken = ['', '---', 'a: [', '\0', '\ud800', '- 1', '{{ x }}', 'a: &a [*a]', pod.replace('web', '[[')]

test('says which goals a text meets', async () => {
  const reply = (text: string) =>
    replyTo({ about: 'goals', text, settings: defaultSettings, goals, start: pod })
  expect(await reply(pod)).toEqual([false, true, true, true, true, true, true])
  expect(await reply(`${pod}      imagePullPolicy: Always\n      tty: maybe\n`)).toEqual([
    ...[true, false, false, false],
    ...[true, true, true],
  ])
  for (const text of broken) {
    const held = await reply(text)
    expect(held).toHaveLength(goals.length)
    expect(held).toMatchObject([false, false, false, false, false, expect.any(Boolean), true])
  }
})

test('says what an object is related to, for objects of the text only', async () => {
  const text = `${pod.replace('  name: web', '  name: web\n  labels: {app: web}')}---
apiVersion: v1
kind: Service
metadata:
  name: front
spec:
  selector: {app: web}
`
  const reply = (asked: string, object: string) =>
    replyTo({ about: 'related', text: asked, settings: defaultSettings, object })
  const from = text.indexOf('front')
  expect(await reply(text, 'Pod/v1//web')).toEqual([
    {
      relation: 'selected by',
      count: 1,
      objects: [
        {
          ...{ kind: 'Service', name: 'front', namespace: '', isOptional: false },
          found: { id: 'Service/v1//front', range: { from, to: from + 'front'.length } },
        },
      ],
    },
  ])
  expect(await reply(pod, 'Pod/v1//web')).toEqual([])
  for (const one of [text, ...broken]) expect(await reply(one, 'Pod/v1//other')).toBe(undefined)
})

test('a start that is broken holds up nobody', async () => {
  for (const start of broken)
    expect(
      await replyTo({ about: 'goals', text: pod, settings: defaultSettings, goals, start }),
    ).toHaveLength(goals.length)
})

test('says who refuses each text, with the schemas that it needs', async () => {
  const certificate = `apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: web
spec:
  secretName: web
  colour: red
  issuerRef:
    name: ca
`
  const texts = [
    pod,
    `${pod}      colour: red\n`,
    'a: [',
    certificate,
    certificate.replace(/.*colour.*\n/, ''),
  ]
  expect(await replyTo({ about: 'refusers', texts })).toEqual([
    'nobody',
    'schema',
    'YAML reader',
    'schema',
    'nobody',
  ])
  expect(await replyTo({ about: 'refusers', texts: broken })).toHaveLength(broken.length)
})
