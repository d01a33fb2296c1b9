import { expect, test } from 'vitest'
import { settings } from './settingList'
import { defaultSettings, type Settings } from './settings'
import { applyFlag, commandLine, flagsOf, withoutFlag, type Tool } from './settingFlags'

test.each<[tool: Tool, flag: string, value: string, change: Partial<Settings>]>([
  ['kubeScore', '--kubernetes-version', 'v1.30', { kubernetesVersion: '1.30' }],
  ['kubeScore', '--min-replicas-hpa', '3', { minReplicasHpa: 3 }],
  ['kubeScore', '--ignore-container-cpu-limit', '', { requireCpuLimit: false }],
  ['kubeScore', '--enable-optional-test', 'a,b', { enabledChecks: ['a', 'b'] }],
  ['kubeScore', '--disable-ignore-checks-annotations', '', { ignoreAnnotations: false }],
  ['kubeconform', '-strict', '', { strict: true }],
  ['kubeconform', '-kubernetes-version', '1.30.0', { kubernetesVersion: '1.30' }],
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
  expect(settings).toHaveLength(16)
  for (const { label, help } of settings)
    expect([label, help].every((text) => /^[A-Z]/.test(text))).toBe(true)
})

const changed: Settings = {
  ...defaultSettings,
  kubernetesVersion: '1.31',
  strict: false,
  skipKinds: ['Secret', 'v1/Pod'],
  rejectKinds: ["it's"],
  enabledChecks: ['container-seccomp-profile'],
  ignoredChecks: ['service-type'],
  disabledChecks: ['a', 'b'],
  minReplicasHpa: 3,
  moreIsElsewhere: true,
  requireCpuLimit: false,
  enableAnnotations: false,
  schemaFiles: [{ name: 'a.json', text: '{}' }],
}

test('the commands say the defaults that the tools do not have', () => {
  expect(commandLine('kubeScore', defaultSettings)).toBe(
    'kube-score score \\\n  --kubernetes-version v1.36 \\\n  manifest.yaml',
  )
  expect(commandLine('kubeconform', defaultSettings)).toBe(
    'kubeconform \\\n  -kubernetes-version 1.36.0 \\\n  -strict \\\n  -ignore-missing-schemas \\\n  manifest.yaml',
  )
  expect(withoutFlag(defaultSettings)).toEqual([])
})

test('the commands say what was changed, and what has no flag is named', () => {
  expect(flagsOf('kubeScore', changed)).toEqual([
    ['--kubernetes-version', 'v1.31'],
    ['--enable-optional-test', 'container-seccomp-profile'],
    ['--ignore-test', 'a,b'],
    ['--min-replicas-hpa', '3'],
    ['--ignore-container-cpu-limit'],
    ['--disable-optional-checks-annotations'],
  ])
  expect(flagsOf('kubeconform', changed)).toEqual([
    ['-kubernetes-version', '1.31.0'],
    ['-ignore-missing-schemas'],
    ['-skip', 'Secret,v1/Pod'],
    ['-reject', `'it'\\''s'`],
  ])
  expect(withoutFlag(changed).map(({ key }) => key)).toEqual([
    'ignoredChecks',
    'moreIsElsewhere',
    'schemaFiles',
  ])
})

test.each<Tool>(['kubeScore', 'kubeconform'])('%s: the flags, read again, give the same settings', (tool) => {
  const start: Settings = { ...defaultSettings, strict: false, ignoreMissingSchemas: false }
  const settingsWithFlags = flagsOf(tool, { ...changed, rejectKinds: ['Pod'] }).reduce<Settings>(
    (all, [name = '', value = '']) => applyFlag(all, tool, name, () => value) ?? expect.fail(name),
    start,
  )
  for (const { key, ...setting } of settings)
    if (setting[tool] && key !== 'schemaFiles')
      expect(settingsWithFlags).toHaveProperty(
        key,
        { ...changed, rejectKinds: ['Pod'] }[key as keyof Settings],
      )
})
