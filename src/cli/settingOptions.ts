import { checks } from '../checks'
import { profiles, withProfile } from '../engine/model/profiles'
import { withArgument } from '../engine/model/settingFlags'
import { settings as allSettings, type Setting } from '../engine/model/settingList'
import { defaultSettings, type Settings } from '../engine/model/settings'
import { kubernetesVersions } from '../schemas/versions'
import { visible } from '../formats/visible'
import { numberText } from '../formats/words'
import { UsageError } from './command'
import type { Change, Draft, Flag } from './flag'
import { unknownWord } from './unknownWord'

/** The ids of all checks, and of those that are off by default. */
export const checkIds: readonly string[] = checks.map(({ id }) => id)
const optionalIds = checks.filter(({ optional }) => optional).map(({ id }) => id)

/** Names of ours, for settings without a flag in the other tools and for those whose name there says too little. */
const ownNames: Partial<Record<keyof Settings, string>> = {
  enabledChecks: 'enable-check',
  ignoredChecks: 'ignore-check',
  disabledChecks: 'disable-check',
  moreIsElsewhere: 'more-is-elsewhere',
}

const withChange = (draft: Draft, change: Change): Draft => ({
  ...draft,
  changes: [...draft.changes, change],
})

/** A flag for every setting but the schemas, which are files: `--schemas` reads them. */
const ofSettings: readonly Flag[] = allSettings.flatMap((setting): readonly Flag[] => {
  const { key, control, kubeScore, kubeconform } = setting
  if (control.type === 'schemaFiles') return []
  const theirs = [kubeScore, kubeconform].flatMap((flag) => (flag ? [flag.name.replace(/^-+/, '')] : []))
  const [name, ...others] = [...new Set([ownNames[key] ?? [], theirs].flat())]
  if (name === undefined) return []
  const base = {
    names: [name, ...others] as const,
    ...(kubeScore && { kubeScore: kubeScore.name }),
    ...(kubeconform && { kubeconform: kubeconform.name }),
    group: 'Settings' as const,
    help: helpOf(setting),
  }
  if (control.type === 'switch') {
    const value = (kubeScore ?? kubeconform)?.value ?? true
    const apply = (isOn: boolean) => (settings: Settings) => ({ ...settings, [key]: isOn === value })
    return [{ ...base, set: (draft, isOn) => withChange(draft, { key, isList: false, apply: apply(isOn) }) }]
  }
  const isList = control.type === 'kinds' || control.type === 'checks'
  return [
    {
      ...base,
      argument: argumentOf(control),
      take: (draft, argument, written) =>
        withChange(draft, {
          key,
          isList,
          apply: (settings) => withValue(settings, setting, argument, written),
        }),
    },
  ]
})

function argumentOf({ type }: Setting['control']): string {
  if (type === 'number') return 'NUMBER'
  if (type === 'checks') return 'CHECKS'
  return type === 'kinds' ? 'KINDS' : 'VERSION'
}

/** What the flag does: what the setting says, or, for a flag that turns it off, the opposite. */
function helpOf({ key, label, help, kubeScore }: Setting): string {
  if (kubeScore?.value === false) return `Do not ${lowerFirst(label)}`
  const isOn = defaultSettings[key] === true
  return `${label}: ${lowerFirst(help)}${isOn ? ' (on by default)' : ''}`
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1)
}

function withValue(settings: Settings, setting: Setting, argument: string, written: string): Settings {
  const { control, key } = setting
  const next = withArgument(settings, setting, argument)
  if (!next) throw new UsageError(`${written} needs a whole number, not ${visible(argument)}.`)
  const value = next[key]
  if (control.type === 'number' && (Number(value) < control.min || Number(value) > control.max))
    throw new UsageError(
      `${written} needs a number from ${control.min} to ${numberText(control.max)}, not ${argument}.`,
    )
  if (control.type === 'kubernetesVersion' && !kubernetesVersions.includes(String(value)))
    throw new UsageError(
      `${written} needs a version from ${kubernetesVersions.at(-1)} to ${kubernetesVersions[0]}, not ${visible(argument)}.`,
    )
  if (control.type === 'checks')
    for (const id of argument.split(',').filter((one) => one !== ''))
      if (!checkIds.includes(id))
        throw new UsageError(`${written}: ${unknownWord(id, 'a check', checkIds, 'See explain.')}`)
  return next
}

/** Flags that change several settings at once. */
const ofMany: readonly Flag[] = [
  {
    names: ['all-default-optional'],
    kubeScore: '--all-default-optional',
    group: 'Settings',
    help: 'Enable all optional checks',
    set: (draft, isOn) =>
      withChange(draft, {
        key: 'enabledChecks',
        isList: true,
        apply: (settings) => ({ ...settings, enabledChecks: isOn ? optionalIds : [] }),
      }),
  },
  {
    names: ['profile'],
    argument: 'ID',
    group: 'Settings',
    help: `Choose all settings of the checks at once: ${profiles.map(({ id }) => id).join(', ')}`,
    take: (draft, argument, written) => {
      const profile = profiles.find(({ id }) => id === argument)
      if (!profile) {
        const known = profiles.map(({ id }) => id)
        throw new UsageError(
          `${written}: ${unknownWord(argument, 'a profile', known, `Use ${known.join(', ')}.`)}`,
        )
      }
      const apply = (settings: Settings): Settings => withProfile(profile, settings, optionalIds)
      return withChange(draft, { key: undefined, isList: false, apply })
    },
  },
]

export const settingFlags: readonly Flag[] = [...ofSettings, ...ofMany]

/** The settings after the flags. The first of the flags for a list replaces the list of the file; others add to it. */
export function withChanges(settings: Settings, changes: readonly Change[]): Settings {
  const seen = new Set<keyof Settings>()
  return changes.reduce((before, { key, isList, apply }) => {
    const isFirst = key !== undefined && isList && !seen.has(key)
    if (key !== undefined) seen.add(key)
    return apply(isFirst ? { ...before, [key]: [] } : before)
  }, settings)
}
