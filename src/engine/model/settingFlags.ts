import { settings as allSettings, type Setting, type Settings } from './settings'

/** A tool whose flags the settings know. */
export type Tool = 'kubeScore' | 'kubeconform'

/**
 * The settings after one flag of another tool: `--min-replicas-hpa` with 3. `value`: gives what follows the flag; only
 * called for flags that take a value. Undefined for a flag that is no setting, and for a value that is none.
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

/** Lists grow with every flag of the same name. */
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
