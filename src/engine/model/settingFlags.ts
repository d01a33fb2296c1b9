import { settings as allSettings, type Setting, type Settings } from './settings'

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
  const found = allSettings.find((setting: Setting) => setting[tool]?.name === name)
  if (!found) return undefined
  const setting: Setting = found
  const flag = setting[tool]
  const next = flag?.value ?? parseValue(setting, settings[found.key], value())
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
      return text.replace(/^v/, '')
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
