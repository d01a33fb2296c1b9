import { describe, expect, test } from 'vitest'
import { defaultSettings } from '../../engine/model/settings'
import { createEngine } from '../../engine/report/engine'
import { firstExample } from '../../examples'
import { apiServer } from '../../rules/apiServer'
import { sources } from '../../rules/sources'
import { listRules } from '../../worker/listRules'
import { docsOf } from '../../formats/ruleDocs'
import { topics } from '../topics'
import { checkState, checkStates, isOn, switched, withState } from './checkSwitch'
import { filtersFor, isNarrowed, kindsOf, matching, noQuery, nothingFound, type Query } from './galleryQuery'
import { foundByRule, kindsText, withPage, type Found } from './galleryRule'

const rules = listRules().map((rule) => withPage(rule, docsOf(rule.id) ?? ''))
const nowhere: ReadonlyMap<string, Found> = new Map()

const idsOf = (query: Partial<Query>, found = nowhere): readonly string[] =>
  matching(rules, { ...noQuery, ...query }, found).map(({ id }) => id)

const ruleOf = (id: string) => {
  const rule = rules.find((one) => one.id === id)
  if (!rule) throw new Error(`There is no rule ${id}.`)
  return rule
}

const evaluate = (text: string, settings = defaultSettings) =>
  createEngine({ sources }).evaluate(text, settings)

test('every rule has a lead of one sentence, and a topic that is listed', () => {
  for (const { lead, topic } of rules) {
    expect(lead).toMatch(/^[A-Z`].*\.$/)
    expect(topics.map(([id]) => id)).toContain(topic)
  }
  expect(ruleOf('container-resource-requests-equal-limits').lead).toBe(
    '`resources` decides the QoS class of a Pod: Guaranteed, Burstable or BestEffort.',
  )
  expect(ruleOf('yaml-directive').lead).toBe(
    'Lines that begin with `%`, such as `%YAML 1.2`, are directives.',
  )
})

describe('the search', () => {
  test.each<[what: string, search: string, id: string]>([
    ['a title', 'image tag', 'container-image-tag'],
    ['an id', 'cronjob-has-deadline', 'cronjob-has-deadline'],
    ['the text of a page', 'SHA-256', 'container-image-tag'],
    ['a message about an example', 'uses with the floating tag latest', 'container-image-tag'],
    ['capitals and more spaces', '  CONTAINER   Image TAG ', 'container-image-tag'],
  ])('finds %s', (_, search, id) => {
    expect(idsOf({ search })).toContain(id)
    expect(idsOf({ search }).length).toBeLessThan(rules.length)
  })

  test('wants every word', () => {
    expect(idsOf({ search: 'floating' })).toContain('container-image-tag')
    expect(idsOf({ search: 'floating nonsense' })).toEqual([])
  })

  test('finds messages about the text of the reader', () => {
    const text = 'apiVersion: v1\nkind: Service\nmetadata: {name: zebra}\nspec: {type: NodePort}\n'
    const found = foundByRule(evaluate(text).findings)
    expect(idsOf({ search: 'zebra' })).toEqual([])
    expect(idsOf({ search: 'zebra nodeport' }, found)).toContain('service-type')
  })
})

describe('the filters', () => {
  const choices = filtersFor(rules).flatMap(({ key, choices: [, ...some] }) =>
    some.map(({ value }) => [key, value] as const),
  )

  test('first offer any', () => {
    for (const filter of filtersFor(rules)) expect(filter.choices[0]?.value).toBe('')
  })

  test.each(choices)('%s %s shows some rules and hides others', (key, value) => {
    const shown = idsOf({ [key]: value }).length
    expect(shown).toBeGreaterThan(0)
    expect(shown).toBeLessThan(rules.length)
  })

  test('show what they say', () => {
    expect(idsOf({ kind: 'Ingress', source: 'kube-score' })).toEqual([
      'ingress-targets-service',
      'stable-version',
      'label-values',
    ])
    expect(idsOf({ source: 'API server' })).toEqual(apiServer.rules.map(({ id }) => id))
    expect(idsOf({ source: 'API server', severity: 'refused' })).toContain('invalid-selector')
    expect(idsOf({ start: 'optional' })).toHaveLength(6)
    expect(idsOf({ fix: 'yes', source: 'Schemas' })).not.toContain('rejected-kind')
    expect(idsOf({ severity: 'advice' })).toContain('too-many-findings')
    expect(idsOf({ topic: 'connected' })).toContain('ingress-targets-service')
  })

  test('combine with one another and with the search', () => {
    expect(idsOf({ topic: 'secure', start: 'optional' })).toEqual(['container-seccomp-profile'])
    const [secure, policies] = [idsOf({ topic: 'secure' }), idsOf({ search: 'NetworkPolicy' })]
    const both = secure.filter((id) => policies.includes(id))
    expect(both).toContain('pod-networkpolicy')
    expect(both.length).toBeLessThan(Math.min(secure.length, policies.length))
    expect(idsOf({ topic: 'secure', search: 'NetworkPolicy' })).toEqual(both)
  })

  test('narrow the list only when they are set', () => {
    expect(isNarrowed(noQuery)).toBe(false)
    expect(isNarrowed({ ...noQuery, search: '  ' })).toBe(false)
    expect(isNarrowed({ ...noQuery, search: 'a' })).toBe(true)
    expect(isNarrowed({ ...noQuery, fix: 'no' })).toBe(true)
  })
})

test.each<[query: Partial<Query>, sentence: string]>([
  [
    { search: 'nonsense' },
    'No rule contains every word of “nonsense”. Try fewer or other words: the search looks at titles, ids, pages and messages.',
  ],
  [
    { search: 'SHA-256', topic: 'efficient' },
    'No rule that passes these filters contains “SHA-256”. Without the filters, 1 rule would be shown.',
  ],
  [
    { topic: 'efficient', start: 'optional', severity: 'refused' },
    'No rule passes all of these filters. Set one of them back to any.',
  ],
])('%j finds nothing, with the reason', (query, sentence) => {
  expect(idsOf(query)).toEqual([])
  expect(nothingFound(rules, { ...noQuery, ...query }, nowhere)).toBe(sentence)
})

test('says what a rule looks at', () => {
  const text = (id: string): string => kindsText(ruleOf(id), kindsOf(rules))
  expect(text('service-type')).toBe('Service')
  expect(text('container-image-tag')).toBe('Pods and their controllers')
  expect(text('unknown-field')).toBe('Every object')
  expect(text('yaml-syntax')).toBe('The text itself')
})

test('counts the places of a rule, and apart from them those that are ignored', () => {
  const { findings } = evaluate(firstExample.text)
  const [finding] = findings
  const found = foundByRule(findings)
  expect([...found.values()].reduce((sum, { counted }) => sum + counted, 0)).toBe(findings.length)
  const rule = finding?.rule ?? ''
  const ignored = evaluate(firstExample.text, { ...defaultSettings, ignoredChecks: [rule] }).findings
  const before = found.get(rule)
  expect(foundByRule(ignored).get(rule)).toEqual({ ...before, counted: 0, ignored: before?.counted })
})

describe('a switch', () => {
  const usual = { id: 'service-type', isOptional: false }
  const optional = { id: 'container-seccomp-profile', isOptional: true }
  const others = { ...defaultSettings, enabledChecks: ['a'], disabledChecks: ['b'] }

  test.each([usual, optional])('turns $id on and off again, and leaves the others as they are', (rule) => {
    const on = { ...others, ...switched(rule, true, others) }
    const off = { ...on, ...switched(rule, false, on) }
    expect([isOn(rule, on), isOn(rule, off)]).toEqual([true, false])
    expect({ ...off, ...switched(rule, true, off) }).toEqual(on)
    expect(on.enabledChecks).toContain('a')
    expect(off.disabledChecks).toContain('b')
  })

  test.each([usual, optional])('brings $id into every state, from every other', (rule) => {
    const states = checkStates.map(({ value }) => value)
    for (const first of states)
      for (const second of states) {
        const settings = { ...others, ...withState(rule, first, others) }
        expect(checkState(rule, settings)).toBe(first)
        const after = { ...settings, ...withState(rule, second, settings) }
        expect(checkState(rule, after)).toBe(second)
        expect(after.ignoredChecks).toEqual(second === 'ignored' ? [rule.id] : [])
      }
  })

  test('uses the setting that fits the default of the check', () => {
    expect(switched(usual, false, others)).toEqual({ disabledChecks: ['b', 'service-type'] })
    expect(switched(optional, true, others).enabledChecks).toEqual(['a', 'container-seccomp-profile'])
  })

  test('turns on an optional check that was disabled as well', () => {
    const both = { enabledChecks: [optional.id], disabledChecks: [optional.id] }
    expect(isOn(optional, both)).toBe(false)
    expect(isOn(optional, { ...both, ...switched(optional, true, both) })).toBe(true)
  })
})
