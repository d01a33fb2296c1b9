import { expect, test } from 'vitest'
import { labelProblem, oldLabelProblem, subdomainProblem } from '../../kubernetes/names'
import { readObjects } from '../../engine/objects/readObjects'
import { relate } from '../../engine/objects/relations'
import { readDocument } from '../../engine/yaml/readDocument'
import { freeName } from './objectNames'

const taken = (kind: string, name: string) => {
  const text = JSON.stringify({
    apiVersion: kind === 'Service' ? 'v1' : 'policy/v1',
    kind,
    metadata: { name },
  })
  return relate(readObjects(readDocument(text), text).objects)
}

const free = (wanted: string, kind: string, ending?: string, relations = relate([])) =>
  freeName(wanted, kind, { namespace: '' }, relations, ending)

test.each<[wanted: string, kind: string, ending: string, name: string | undefined]>([
  ['web', 'PodDisruptionBudget', '', 'web'],
  ['Web_App', 'PodDisruptionBudget', '', 'web-app'],
  ['web.v2', 'PodDisruptionBudget', '', 'web.v2'],
  ['web.v2', 'Service', '', 'web-v2'],
  ['1web', 'PodDisruptionBudget', '', '1web'],
  ['1web', 'Service', '', 'svc-1web'],
  ['a'.repeat(300), 'PodDisruptionBudget', '', 'a'.repeat(253)],
  ['a'.repeat(300), 'Service', '', 'a'.repeat(63)],
  ['a'.repeat(63), 'Service', '-headless', `${'a'.repeat(54)}-headless`],
  [`${'a'.repeat(53)}-b${'c'.repeat(8)}`, 'Service', '-headless', `${'a'.repeat(53)}-headless`],
  ['web', 'Service', '-headless', 'web-headless'],
  ['???', 'Service', '', undefined],
  ['', 'Service', '-headless', undefined],
])('%s as the name of a %s%s', (wanted, kind, ending, name) => {
  expect(free(wanted, kind, ending)).toBe(name)
  if (name === undefined) return
  expect((kind === 'Service' ? oldLabelProblem : subdomainProblem)(name)).toBeUndefined()
})

test('a name that is taken gets a number, also where that makes it too long', () => {
  expect(free('web', 'Service', '', taken('Service', 'web'))).toBe('web-2')
  expect(free('web', 'Service', '', taken('PodDisruptionBudget', 'web'))).toBe('web')
  const longest = 'a'.repeat(63)
  const name = free(longest, 'Service', '', taken('Service', longest))
  expect(name).toBe(`${'a'.repeat(61)}-2`)
  expect(labelProblem(name ?? '')).toBeUndefined()
})
