import { canonicalJson, type Json } from './json'
import { settings as allSettings } from './settingList'
import { defaultSettings, type Settings } from './settings'

/** A choice of all settings of the checks at once. */
export type Profile = {
  readonly id: string
  readonly title: string
  /** What differs from the others, in one line. */
  readonly about: string
  /** What it sets other than the defaults. `optional`: the ids of the checks that are off by default. */
  readonly set: (optional: readonly string[]) => Partial<Settings>
}

export const profiles: readonly Profile[] = [
  {
    id: 'kube-score',
    title: 'kube-score exact',
    about: 'What kube-score does by default: the same checks, limits and grades.',
    set: () => ({}),
  },
  {
    id: 'recommended',
    title: 'Recommended',
    about: 'CPU limits are not required, and the optional checks for seccomp profiles and ports are on.',
    set: () => ({
      enabledChecks: ['container-seccomp-profile', 'container-ports-check'],
      requireCpuLimit: false,
    }),
  },
  {
    id: 'everything',
    title: 'Everything',
    about: 'All optional checks are on, including those that want requests to equal limits.',
    set: (optional) => ({ enabledChecks: optional }),
  },
]

/** What a profile sets: the settings of the checks, and no others. */
const keys = allSettings.filter(({ group }) => group === 'Checks').map(({ key }) => key)

/** All settings after a profile was chosen. Those that are not about checks stay as they are. */
export const withProfile = (profile: Profile, settings: Settings, optional: readonly string[]): Settings => ({
  ...settings,
  ...Object.fromEntries(keys.map((key) => [key, defaultSettings[key]])),
  ...profile.set(optional),
})

/** The profile that the settings equal; undefined when they equal none. The order of a list does not count. */
export const profileOf = (settings: Settings, optional: readonly string[]): Profile | undefined =>
  profiles.find((profile) => {
    const chosen = withProfile(profile, settings, optional)
    return keys.every((key) => unordered(chosen[key]) === unordered(settings[key]))
  })

const unordered = (value: Json): string => canonicalJson(Array.isArray(value) ? value.toSorted() : value)
