import { expect, test } from 'vitest'
import { createEngine } from '../engine/report/engine'
import { defaultSettings } from '../engine/model/settings'
import { examples } from '../examples'
import { sources } from '../rules/sources'
import { groupsOf, type Group } from './groups'
import { severityRank } from '../engine/model/finding'

const reportOf = (text: string) => createEngine({ sources }).evaluate(text, defaultSettings)
const broken = reportOf((await examples.find(({ id }) => id === 'broken-document')?.load()) ?? '')
const everything = { groupBy: 'object', filter: '', severities: [], elsewhere: false } as const

const nameOf = (group: Group): string => {
  if (group.by === 'object') return `${group.object.kind} ${group.object.name}`
  return group.by === 'document' ? `document ${group.index + 1}` : group.key
}

test('what cannot be read comes first, then the objects by their worst finding, then in the order of the text', () => {
  expect(groupsOf(broken, everything).map(nameOf)).toEqual([
    'document 2',
    'StatefulSet queue',
    'Service queue',
  ])
})

test('within a group the worst comes first', () => {
  for (const { rows } of groupsOf(broken, everything)) {
    const ranks = rows.map(({ severity }) => severityRank(severity))
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
  }
})

test('every finding is in exactly one row, however they are grouped', () => {
  for (const groupBy of ['object', 'rule', 'severity', 'topic'] as const) {
    const ids = groupsOf(broken, { ...everything, groupBy }).flatMap(({ rows }) =>
      rows.flatMap(({ findings }) => findings.map(({ id }) => id)),
    )
    expect(ids.toSorted()).toEqual(broken.findings.map(({ id }) => id).toSorted())
  }
})

test.each([
  ['nodeport', ['Service queue']],
  ['statefulset privileged', ['StatefulSet queue']],
  ['yaml-syntax', ['document 2']],
  ['no such words', []],
] as const)('the filter %j leaves %j', (filter, names) => {
  expect(groupsOf(broken, { ...everything, filter }).map(nameOf)).toEqual(names)
})

test('a chosen severity leaves only its findings', () => {
  const groups = groupsOf(broken, { ...everything, severities: ['warning'] })
  expect(new Set(groups.flatMap(({ rows }) => rows.map(({ severity }) => severity)))).toEqual(
    new Set(['warning']),
  )
})

test('ignored findings are listed apart', () => {
  const [group] = groupsOf(
    reportOf(
      'apiVersion: v1\nkind: Service\nmetadata:\n  name: open\n  annotations:\n    kube-score/ignore: service-type\nspec:\n  type: NodePort\n',
    ),
    everything,
  )
  expect(group?.ignored.map(({ rule }) => rule)).toEqual(['service-type'])
  expect(group?.rows.map(({ rule }) => rule)).not.toContain('service-type')
})
