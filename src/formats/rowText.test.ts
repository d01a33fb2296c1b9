import { describe, expect, test } from 'vitest'
import { createEngine } from '../engine/report/engine'
import { defaultSettings } from '../engine/model/settings'
import type { Finding } from '../engine/model/finding'
import type { ObjectReport } from '../engine/model/report'
import type { Row } from '../engine/report/rows'
import { rowSubject } from './rowText'
import { pluralOf } from './words'

const text = ['Deployment web', 'Deployment api', 'NetworkPolicy all']
  .map((title) => {
    const [kind, name] = title.split(' ')
    return `apiVersion: v1\nkind: ${kind}\nmetadata: {name: ${name}}\n`
  })
  .join('---\n')
const { objects } = createEngine({ sources: [] }).evaluate(text, defaultSettings)
const byId = new Map<string, ObjectReport>(objects.map((object) => [object.id, object]))
const [web, api, all] = objects.map(({ id }) => id)

type About = readonly [object: string | undefined, noun?: string, name?: string]

const rowOn = (...items: readonly About[]): Row => {
  const findings = items.map(([object, noun, name], index): Finding => ({
    ...{ id: `f${index}`, rule: 'a', source: 's', document: 0, severity: 'critical' as const },
    ...{ path: [], missing: false, range: { from: 0, to: 1 }, message: 'M', related: [] },
    ...(object !== undefined && { object }),
    ...(noun !== undefined && { about: { noun, name: name ?? '' } }),
  }))
  return {
    ...{ key: 'k', title: 'T', severity: 'critical', rule: 'a', findings },
    items: findings.map((finding) => ({ findings: [finding] })),
  }
}

describe('what a row is about', () => {
  test.each<[row: Row, underObject: string, inText: string]>([
    [rowOn([web, 'container', 'app']), 'on container app', 'on container app of Deployment web'],
    [rowOn([web, 'container', 'a'], [web, 'container', 'b']), 'on 2 containers', 'on 2 containers'],
    [rowOn([web, 'container', 'a'], [web, 'init container', 'b']), 'in 2 places', 'in Deployment web'],
    [rowOn([web]), '', 'in Deployment web'],
    [rowOn([web], [web]), 'in 2 places', 'in Deployment web'],
    [rowOn([web], [api]), 'in 2 places', 'in 2 Deployments'],
    [rowOn([web], [all]), 'in 2 places', 'in 2 objects'],
    [rowOn([undefined], [undefined]), 'in 2 places', 'in 2 places'],
  ])('%#', (row, underObject, inText) => {
    expect(rowSubject(row, byId, true)).toBe(underObject)
    expect(rowSubject(row, byId, false)).toBe(inText)
  })
})

test.each([
  ['Deployment', 'Deployments'],
  ['NetworkPolicy', 'NetworkPolicies'],
  ['Ingress', 'Ingresses'],
  ['Gateway', 'Gateways'],
])('many of %s are %s', (noun, plural) => {
  expect(pluralOf(noun)).toBe(plural)
})
