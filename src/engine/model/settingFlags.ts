import { canonicalJson } from './json'
import { settings as allSettings, type Setting } from './settingList'
import { defaultSettings, type Settings } from './settings'
import { shellWord } from './shellWord'

/** A tool with flags that have the same effect as settings. */
export type Tool = 'kubeScore' | 'kubeconform'

/**
 * The settings after one flag of another tool, such as `--min-replicas-hpa 3`. `value`: returns the argument of the flag;
 * called only for flags that have one. Undefined for an unknown flag and for an invalid argument.
 */
export function applyFlag(
  settings: Settings,
  tool: Tool,
  name: string,
  value: () => string,
): Settings | undefined {
  const found = allSettings.find((setting) => setting[tool]?.name === name)
  if (!found) return undefined
  const setting: Setting = found
  const flag = setting[tool]
  return flag?.value === undefined
    ? withArgument(settings, setting, value())
    : { ...settings, [setting.key]: flag.value }
}

/** The settings with a value as a flag has it: `v1.30`, `Secret,Pod`. Undefined for an invalid one. */
export function withArgument(settings: Settings, setting: Setting, text: string): Settings | undefined {
  const next = parseValue(setting, settings[setting.key], text)
  return next === undefined ? undefined : { ...settings, [setting.key]: next }
}

/** The value of a setting from the argument of its flag. A repeated flag adds to the list. */
function parseValue(
  { control }: Setting,
  before: unknown,
  text: string,
): Settings[keyof Settings] | undefined {
  switch (control.type) {
    case 'kubernetesVersion':
      return text.replace(/^v?(\d+\.\d+)(?:\.\d+)?$/, '$1')
    case 'number':
      return /^\d+$/.test(text) ? Number(text) : undefined
    case 'kinds':
    case 'checks':
      return [...textsIn(before), ...textsIn(text.split(','))]
    case 'switch':
    case 'schemaFiles':
      return undefined
  }
}

const textsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string' && item !== '') : []

const programs: Readonly<Record<Tool, string>> = { kubeScore: 'kube-score score', kubeconform: 'kubeconform' }

/**
 * The command of a tool that does what the settings say, as far as the tool has flags for it: each flag in a line of its
 * own. The version is always among them, because each tool has its own default. `operand`: what it reads, quoted for a shell.
 */
export const commandLine = (tool: Tool, settings: Settings, operand = 'manifest.yaml'): string =>
  [programs[tool], ...flagsOf(tool, settings).map((words) => words.join(' ')), operand].join(' \\\n  ')

/** Each flag with its argument, quoted for a shell where that is necessary: `['-skip', 'Secret,v1/Pod']`. */
export const flagsOf = (tool: Tool, settings: Settings): readonly (readonly string[])[] =>
  allSettings.flatMap((setting) => {
    const flag = setting[tool]
    const value = settings[setting.key]
    if (!flag) return []
    if (flag.value !== undefined) return value === flag.value ? [[flag.name]] : []
    const text = argumentOf(tool, setting, value)
    return text === undefined ? [] : [[flag.name, shellWord(text)]]
  })

/** The argument of a flag; undefined where the tool does the same without it. */
function argumentOf(tool: Tool, { control, key }: Setting, value: unknown): string | undefined {
  switch (control.type) {
    case 'kubernetesVersion':
      return tool === 'kubeScore' ? `v${String(value)}` : `${String(value)}.0`
    case 'number':
      return value === defaultSettings[key] ? undefined : String(value)
    case 'kinds':
    case 'checks':
      return textsIn(value).join(',') || undefined
    // kubeconform looks for the files by a pattern for their names, which the names of these need not follow.
    case 'schemaFiles':
    case 'switch':
      return undefined
  }
}

/** The settings that differ from their defaults and that no flag of either tool stands for. */
export const withoutFlag = (settings: Settings): readonly Setting[] =>
  allSettings.filter(({ key, control, ...setting }: Setting) => {
    const [value, usual] = [settings, defaultSettings].map((all) => canonicalJson(all[key as keyof Settings]))
    const hasFlag = setting.kubeScore !== undefined || setting.kubeconform !== undefined
    return value !== usual && (!hasFlag || control.type === 'schemaFiles')
  })
