import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { builtProgram } from '../cli/testing/builtProgram'
import { defaultSettings, type Settings } from '../engine/model/settings'
import { programFile, settingsFileName } from '../session/program'
import { pipelines } from './index'
import { settingsText } from './programCommands'
import { dataAt } from './testing/dataAt'

const lesson = 'src/lessons/from-bare-to-green'

let program = ''
let sha256 = ''
const temporary: string[] = []

beforeAll(async () => {
  program = await builtProgram()
  sha256 = createHash('sha256').update(readFileSync(program)).digest('hex')
})

afterAll(() => {
  for (const folder of temporary) rmSync(folder, { recursive: true })
})

type Given = { readonly manifest: string; readonly folder?: string; readonly settings?: Settings }

/** A repository of a reader, and beside it a folder of programs that a system has. */
const repositoryOf = ({ manifest, folder = 'k8s/', settings = defaultSettings }: Given): string => {
  const root = mkdtempSync(join(tmpdir(), 'pipeline-'))
  temporary.push(root)
  const repository = join(root, 'repository')
  mkdirSync(join(repository, folder), { recursive: true })
  copyFileSync(program, join(repository, programFile))
  copyFileSync(join(lesson, manifest), join(repository, folder, 'app.yaml'))
  const text = settingsText(settings)
  if (text !== undefined) writeFileSync(join(repository, settingsFileName), text)
  mkdirSync(join(root, 'bin'))
  for (const name of ['checkout', 'sem-version']) addProgram(repository, name, 'exit 0')
  return repository
}

const addProgram = (repository: string, name: string, script: string): void =>
  writeFileSync(join(repository, '../bin', name), `#!/bin/sh\n${script}\n`, { mode: 0o755 })

/** Runs commands as a system does: in a shell that ends with the first that fails. Returns its exit code. */
const runIn = (repository: string, commands: readonly string[]): number | null =>
  spawnSync('sh', ['-e'], {
    cwd: repository,
    input: `${commands.join('\n')}\n`,
    env: { ...process.env, PATH: `${join(repository, '../bin')}:${process.env['PATH']}` },
  }).status

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const textsOf = (value: unknown): readonly string[] =>
  listOf(value).filter((item) => typeof item === 'string')

/** The commands of each job that checks manifests, from the parsed file. */
const jobsIn: Readonly<Record<string, (file: unknown) => readonly (readonly string[])[]>> = {
  semaphore: (file) => {
    const task = dataAt(file, 'blocks', 0, 'task')
    const first = textsOf(dataAt(task, 'prologue', 'commands'))
    return listOf(dataAt(task, 'jobs')).map((job) => [...first, ...textsOf(dataAt(job, 'commands'))])
  },
  github: (file) => [
    textsOf(listOf(dataAt(file, 'jobs', 'check', 'steps')).map((step) => dataAt(step, 'run') ?? ':')),
  ],
  gitlab: (file) => [textsOf(dataAt(file, 'manifests', 'script'))],
  // A hook is split into words as a shell would do it, and run.
  'pre-commit': (file) => [textsOf([dataAt(file, 'repos', 0, 'hooks', 0, 'entry')])],
}

const make = (id: string, { folder = 'k8s/', settings = defaultSettings }: Partial<Given>): string =>
  pipelines.find((pipeline) => pipeline.id === id)?.make({ settings, sha256, folder }) ?? ''

const jobs = (id: string, given: Partial<Given>): readonly (readonly string[])[] =>
  jobsIn[id]?.(parse(make(id, given))) ?? []

/** The exit codes of the jobs of a pipeline. */
const run = (id: string, given: Given): readonly (number | null)[] => {
  const repository = repositoryOf(given)
  return jobs(id, given).map((commands) => runIn(repository, commands))
}

test('the jobs validate and score stop the bare manifest with exit code 1, and let the fixed one pass', () => {
  expect(run('semaphore', { manifest: 'start.yaml' })).toEqual([0, 1])
  expect(run('semaphore', { manifest: 'changed.yaml' })).toEqual([1, 1])
  expect(run('semaphore', { manifest: 'all-green.yaml' })).toEqual([0, 0])
})

const ids = Object.keys(jobsIn)

test('every pipeline that runs the program is run here', () => {
  expect(ids).toEqual(pipelines.filter(({ runsProgram }) => runsProgram).map(({ id }) => id))
})

describe.each(ids)('%s', (id) => {
  test('stops a bad manifest, whatever its folder is called', () => {
    const folder = "-it's our $app *"
    expect(run(id, { manifest: 'start.yaml', folder })).toContain(1)
    expect(new Set(run(id, { manifest: 'all-green.yaml', folder }))).toEqual(new Set([0]))
  })

  test('fails before it runs a program with another hash', () => {
    const repository = repositoryOf({ manifest: 'all-green.yaml' })
    const [commands = []] = jobs(id, {})
    writeFileSync(
      join(repository, programFile),
      `import { writeFileSync } from 'node:fs'
writeFileSync('ran', '')
`,
    )
    expect(runIn(repository, commands)).toBe(1)
    expect(existsSync(join(repository, 'ran'))).toBe(false)
    // Without the line that verifies it, it would have run.
    const unverified = commands.map((command) => command.replace(/echo "[^"]*" \| .*? -c -/, ':'))
    expect(runIn(repository, unverified)).toBe(0)
    expect(existsSync(join(repository, 'ran'))).toBe(true)
  })

  test('uses the settings of the page, and misses their file', () => {
    const settings = { ...defaultSettings, minReplicasDeployment: 1, ignoredChecks: failing }
    const given = { manifest: 'start.yaml', settings }
    expect(new Set(run(id, given))).toEqual(new Set([0]))
    const repository = repositoryOf(given)
    rmSync(join(repository, settingsFileName))
    for (const commands of jobs(id, given)) expect(runIn(repository, commands)).toBe(2)
  })
})

/** What the bare manifest fails. */
const failing = [
  ...['container-image-pull-policy', 'container-resources', 'container-ephemeral-storage-request-and-limit'],
  ...['pod-probes', 'pod-networkpolicy', 'container-security-context-user-group-id'],
  ...['container-security-context-readonlyrootfilesystem'],
]

test.each([
  ['github', 'manifests.sarif', ['runs', 0, 'results']],
  ['gitlab', 'gl-code-quality-report.json', []],
] as const)('%s has its report although the job fails', (id, file, path) => {
  const repository = repositoryOf({ manifest: 'start.yaml' })
  expect(jobs(id, {}).map((commands) => runIn(repository, commands))).toEqual([1])
  const text = make(id, {})
  if (id === 'github') {
    const steps = listOf(dataAt(parse(text), 'jobs', 'check', 'steps'))
    const upload = steps.findIndex((step) => dataAt(step, 'with', 'sarif_file') === file)
    expect(dataAt(steps[upload], 'continue-on-error')).toBe(true)
    // A step after one that fails would not run.
    expect(steps.findIndex((step) => dataAt(step, 'name') === 'Check')).toBeGreaterThan(upload)
  } else expect(dataAt(parse(text), 'manifests', 'artifacts', 'reports', 'codequality')).toBe(file)
  const findings = dataAt(JSON.parse(readFileSync(join(repository, file), 'utf8')), ...path)
  expect(listOf(findings).length).toBeGreaterThan(failing.length)
})

test('kube-score and kubeconform get their flags and files, both run, and either can fail the script', () => {
  const folder = "it's our app"
  const settings = { ...defaultSettings, skipKinds: ['Secret', 'v1/Pod'] }
  const repository = repositoryOf({ manifest: 'start.yaml', folder })
  const script = make('other-tools', { folder, settings })
  const record = (code: number) => `for word; do echo "$word"; done >> words\nexit ${code}`
  const results = [
    [0, 0],
    [1, 0],
    [0, 1],
  ].map(([kubeconform = 0, kubeScore = 0]) => {
    addProgram(repository, 'kubeconform', record(kubeconform))
    addProgram(repository, 'kube-score', record(kubeScore))
    rmSync(join(repository, 'words'), { force: true })
    const status = runIn(repository, [script])
    return [status, readFileSync(join(repository, 'words'), 'utf8').split('\n')]
  })
  const words = expect.arrayContaining([
    ...['-strict', '-skip', 'Secret,v1/Pod', `${folder}/`],
    ...['score', '--kubernetes-version', `${folder}/app.yaml`],
  ])
  expect(results).toEqual([
    [0, words],
    [1, words],
    [1, words],
  ])
})
