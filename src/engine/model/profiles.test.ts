import { describe, expect, test } from 'vitest'
import { checks } from '../../checks'
import { profileOf, profiles, withProfile } from './profiles'
import { settings, type Setting } from './settingList'
import { defaultSettings, type Settings } from './settings'

const optional = checks.filter((check) => check.optional).map(({ id }) => id)

const others: Partial<Settings> = {
  kubernetesVersion: '1.30',
  strict: false,
  skipKinds: ['Secret'],
  rejectKinds: ['Pod'],
  ignoreAnnotations: false,
  schemaFiles: [{ name: 'a.json', text: '{}' }],
}
const own: Settings = {
  ...defaultSettings,
  ...others,
  disabledChecks: ['service-type'],
  ignoredChecks: ['label-values'],
  minReplicasHpa: 5,
  moreIsElsewhere: true,
}

test('the defaults are those of kube-score', () => {
  expect(profileOf(defaultSettings, optional)?.title).toBe('kube-score exact')
})

describe.each(profiles)('$title', (profile) => {
  test('replaces what is set for checks, and nothing else', () => {
    const chosen = withProfile(profile, own, optional)
    expect(chosen).toMatchObject(others)
    expect(chosen.disabledChecks).toEqual([])
    expect(chosen.minReplicasHpa).toBe(defaultSettings.minReplicasHpa)
    expect(chosen.moreIsElsewhere).toBe(false)
    expect(profileOf(chosen, optional)).toBe(profile)
    expect(profileOf({ ...chosen, enabledChecks: chosen.enabledChecks.toReversed() }, optional)).toBe(profile)
  })

  test('is no longer the profile after a change', () => {
    const chosen = withProfile(profile, own, optional)
    expect(profileOf({ ...chosen, disabledChecks: ['service-type'] }, optional)).toBeUndefined()
    expect(profileOf({ ...chosen, minReplicasHpa: 3 }, optional)).toBeUndefined()
  })

  test('enables only checks that there are', () => {
    expect(optional).toEqual(expect.arrayContaining([...(profile.set(optional).enabledChecks ?? [])]))
  })
})

test('a setting that belongs to a check names one that there is', () => {
  const named = settings.flatMap(({ check }: Setting) => (check === undefined ? [] : [check]))
  expect(named).toHaveLength(4)
  expect(checks.map(({ id }) => id)).toEqual(expect.arrayContaining(named))
})
