import { expect, test } from 'vitest'
import { checklist, checks } from '../../checks'
import { createEngine } from '../report/engine'
import { defaultSettings, type Settings } from '../model/settings'
import type { Verdict } from '../model/finding'

const deployment = (own: string, template: string) => `apiVersion: apps/v1
kind: Deployment
metadata: {name: web, annotations: {${own}}}
spec:
  template:
    metadata: {annotations: {${template}}}
    spec: {containers: [{name: app, image: web}]}
`

const ignore = (ids: string) => `kube-score/ignore: "${ids}"`
const enable = (ids: string) => `kube-score/enable: "${ids}"`

const engine = createEngine({ sources: [checklist] })

const verdict = (text: string, check: string, settings: Partial<Settings> = {}): Verdict | undefined =>
  engine
    .evaluate(text, { ...defaultSettings, ...settings })
    .objects[0]?.verdicts.find((v) => v.check === check)

const counts = (text: string, check: string, settings?: Partial<Settings>) =>
  !verdict(text, check, settings)?.skipped

const tag = 'container-image-tag'
const seccomp = 'container-seccomp-profile'
const storage = 'container-ephemeral-storage-request-and-limit'
const strategy = 'deployment-replicas'

test.each<
  [what: string, own: string, template: string, check: string, counts: boolean, settings?: Partial<Settings>]
>([
  ['a default check counts', '', '', tag, true],
  ['an optional check does not', '', '', seccomp, false],
  ['unless a setting enables it', '', '', seccomp, true, { enabledChecks: [seccomp] }],
  ['or its own annotation', enable(seccomp), '', seccomp, true],
  ['or the template', '', enable(seccomp), seccomp, true],
  [
    'unless such annotations are switched off',
    enable(seccomp),
    '',
    seccomp,
    false,
    { enableAnnotations: false },
  ],
  ['a setting ignores it', '', '', tag, false, { ignoredChecks: [tag] }],
  ['whatever enables it', enable(tag), enable(tag), tag, false, { ignoredChecks: [tag] }],
  ['an own annotation ignores', ignore(tag), '', tag, false],
  ['so does one on the template', '', ignore(tag), tag, false],
  [
    'unless such annotations are switched off',
    ignore(tag),
    ignore(tag),
    tag,
    true,
    { ignoreAnnotations: false },
  ],
  ['ignoring comes before enabling at one level', ignore(tag) + ', ' + enable(tag), '', tag, false],
  ['the template enables what the object ignores', ignore(tag), enable(tag), tag, true],
  ['the template ignores what the object enables', enable(tag), ignore(tag), tag, false],
  ['ignoring beats the setting', ignore(seccomp), '', seccomp, false, { enabledChecks: [seccomp] }],
  ['entries are trimmed', ignore(`a , \\n${tag}\\t`), '', tag, false],
  ['blanks do not separate', ignore(`a ${tag}`), '', tag, true],
  ['names are not ids', ignore('Container Image Tag'), '', tag, true],
  ['resources imply the disk', ignore('container-resources'), '', storage, false],
  ['the disk does not imply resources', ignore(storage), '', 'container-resources', true],
  ['templates do not speak for the workload', '', ignore(strategy), strategy, true],
])('%s', (_, own, template, check, expected, settings) => {
  const service = 'apiVersion: v1\nkind: Service\nmetadata: {name: web}\n'
  expect(counts(`${deployment(own, template)}---\n${service}`, check, settings)).toBe(expected)
})

test('an ignored check keeps its grade and lists its findings as ignored, and the score does not count them', () => {
  const text = deployment(ignore(checks.map(({ id }) => id).join()), '')
  const { findings, objects, score } = engine.evaluate(text, defaultSettings)
  expect(verdict(text, tag)).toMatchObject({ grade: 1 })
  expect(findings.length).toBeGreaterThan(5)
  expect(
    findings.every(({ ignored }) => ignored === 'An annotation on Deployment web ignores this check.'),
  ).toBe(true)
  expect(objects[0]?.grade).toBe('passed')
  expect(score).toBeUndefined()
})

test('a disabled check leaves no trace', () => {
  expect(verdict(deployment('', ''), tag, { disabledChecks: [tag] })).toBeUndefined()
})
