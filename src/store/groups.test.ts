import { expect, test } from 'vitest'
import { checks } from '../checks'
import { evaluate } from '../engine/report/evaluate'
import { defaultSettings } from '../engine/model/settings'
import { examples } from '../examples'
import { groupsOf, type Group } from './groups'
import { severityRank } from '../engine/model/finding'

const reportOf = (text: string) => evaluate(text, defaultSettings, { checks })
const broken = reportOf(examples.find(({ title }) => title === 'One broken document')?.text ?? '')
const everything = { groupBy: 'object', filter: '', severities: [] } as const

const nameOf = (group: Group): string => {
  if (group.by === 'object') return `${group.object.kind} ${group.object.name}`
  return group.by === 'document' ? `document ${group.index + 1}` : group.key
}

test('objects and broken documents stand in the order of the text', () => {
  expect(groupsOf(broken, everything).map(nameOf)).toEqual([
    'Service queue',
    'document 2',
    'StatefulSet queue',
  ])
})

test('within a group the worst comes first', () => {
  for (const { findings } of groupsOf(broken, everything)) {
    const ranks = findings.map(({ severity }) => severityRank(severity))
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
  }
})

test('every finding is in exactly one group, however they are grouped', () => {
  for (const groupBy of ['object', 'check', 'severity'] as const) {
    const ids = groupsOf(broken, { ...everything, groupBy }).flatMap(({ findings }) =>
      findings.map(({ id }) => id),
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
  expect(new Set(groups.flatMap(({ findings }) => findings.map(({ severity }) => severity)))).toEqual(
    new Set(['warning']),
  )
})

test('accepted findings stand apart', () => {
  const [group] = groupsOf(
    reportOf(
      'apiVersion: v1\nkind: Service\nmetadata:\n  name: open\n  annotations:\n    kube-score/ignore: service-type\nspec:\n  type: NodePort\n',
    ),
    everything,
  )
  expect(group?.accepted.map(({ check }) => check)).toEqual(['service-type'])
  expect(group?.findings.map(({ check }) => check)).not.toContain('service-type')
})
