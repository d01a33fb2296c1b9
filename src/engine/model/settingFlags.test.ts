import { expect, test } from 'vitest'
import { defaultSettings, settings, type Settings } from './settings'
import { applyFlag, type Tool } from './settingFlags'

test.each<[tool: Tool, flag: string, value: string, change: Partial<Settings>]>([
  ['kubeScore', '--kubernetes-version', 'v1.30', { kubernetesVersion: '1.30' }],
  ['kubeScore', '--min-replicas-hpa', '3', { minReplicasHpa: 3 }],
  ['kubeScore', '--ignore-container-cpu-limit', '', { requireCpuLimit: false }],
  ['kubeScore', '--enable-optional-test', 'a,b', { enabledChecks: ['a', 'b'] }],
  ['kubeScore', '--disable-ignore-checks-annotations', '', { ignoreAnnotations: false }],
  ['kubeconform', '-strict', '', { strict: true }],
  ['kubeconform', '-skip', 'Secret,v1/Pod', { skipKinds: ['Secret', 'v1/Pod'] }],
])('%s %s %s', (tool, flag, value, change) => {
  expect(applyFlag(defaultSettings, tool, flag, () => value)).toEqual({ ...defaultSettings, ...change })
})

test('a repeated flag adds to the list', () => {
  const once = applyFlag(defaultSettings, 'kubeScore', '--ignore-test', () => 'a') ?? defaultSettings
  expect(applyFlag(once, 'kubeScore', '--ignore-test', () => 'b')?.disabledChecks).toEqual(['a', 'b'])
})

test.each<[tool: Tool, flag: string, value: string]>([
  ['kubeconform', '--min-replicas-hpa', '3'],
  ['kubeScore', '--min-replicas-hpa', 'three'],
  ['kubeScore', '--min-replicas-hpa', ''],
  ['kubeScore', '--strict', ''],
])('%s does not allow %s %j', (tool, flag, value) => {
  expect(applyFlag(defaultSettings, tool, flag, () => value)).toBeUndefined()
})

test('every setting has a label, a help text and a default', () => {
  expect(settings.map(({ key }) => key).sort()).toEqual(Object.keys(defaultSettings).sort())
  expect(settings).toHaveLength(15)
  for (const { label, help } of settings)
    expect([label, help].every((text) => /^[A-Z]/.test(text))).toBe(true)
})
