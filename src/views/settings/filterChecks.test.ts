import { expect, test } from 'vitest'
import { defaultSettings, type Settings } from '../../engine/model/settings'
import { countStates, filterChecks } from './filterChecks'
import type { Check } from './useChecks'

const check = (id: string, title: string, more: Partial<Check> = {}): Check => ({
  ...{ id, title, topic: 'secure', source: 'kube-score', severities: ['critical'] },
  ...{ isCheck: true, isOptional: false },
  ...more,
})

const checks = [
  check('pod-networkpolicy', 'Pod NetworkPolicy'),
  check('container-seccomp-profile', 'Container seccomp profile', { isOptional: true }),
  check('service-type', 'Service type', { topic: 'connected' }),
]

const settings: Settings = { ...defaultSettings, ignoredChecks: ['pod-networkpolicy'] }

test.each<[search: string, ids: readonly string[]]>([
  ['', ['pod-networkpolicy', 'container-seccomp-profile', 'service-type']],
  ['  NETWORKPOLICY ', ['pod-networkpolicy']],
  ['service-type', ['service-type']],
  ['networking', ['service-type']],
  ['security optional', ['container-seccomp-profile']],
  ['off', ['container-seccomp-profile']],
  ['ignored', ['pod-networkpolicy']],
  ['service optional', []],
])('%j finds %j', (search, ids) => {
  expect(filterChecks(checks, search, settings).map(({ id }) => id)).toEqual(ids)
})

test('counts the states; ignored checks only when there are some', () => {
  expect(countStates(checks, settings)).toBe('1 on, 1 ignored, 1 off')
  expect(countStates(checks, defaultSettings)).toBe('2 on, 1 off')
})
