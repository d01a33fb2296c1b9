import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { defaultSettings } from '../engine/model/settings'
import { reportFormats } from '../formats/reportFormats'
import { readAddress } from '../session/address'
import { decodeSession } from '../session/link'
import { commands } from './commands'
import { refusedFlags } from './options'
import { folderOf } from './testing/folderOf'
import { configMap, refused, service, warning } from './testing/manifests'
import { runForTest } from './testing/runForTest'

const files = {
  'good.yaml': configMap('good'),
  'refused.yaml': refused('refused'),
  'critical.yaml': service('critical'),
  'warning.yaml': warning,
  'broken.yaml': 'kind: [\n',
  'ignored.yaml': service('ignored').replace(
    'metadata:\n',
    'metadata:\n  annotations: {kube-score/ignore: service-targets-pod}\n',
  ),
}

const elsewhere = '--more-is-elsewhere'

test.each<[code: number, words: string]>([
  [0, 'good.yaml'],
  [0, 'ignored.yaml'],
  [1, 'refused.yaml'],
  [1, 'critical.yaml'],
  [1, 'broken.yaml'],
  [0, `warning.yaml ${elsewhere}`],
  [1, `warning.yaml ${elsewhere} --exit-on-warning`],
  [0, `warning.yaml ${elsewhere} --exit-on-warning --ignore-check service-type`],
  [0, 'refused.yaml --report-only'],
  [0, 'broken.yaml --report-only'],
  [1, 'score critical.yaml'],
  [0, 'score refused.yaml'],
  [1, 'score broken.yaml'],
  [1, 'validate refused.yaml'],
  [0, 'validate critical.yaml'],
  [1, 'validate broken.yaml'],
  [1, 'good.yaml critical.yaml --separate'],
  [0, 'good.yaml ignored.yaml --separate'],
  [2, 'good.yaml gone.yaml'],
  [2, 'critical.yaml gone.yaml'],
  [2, 'good.yaml --unknown'],
  [2, 'good.yaml --separate --output junit'],
  [2, 'good.yaml --separate --link'],
  [2, 'good.yaml --review'],
  [2, 'good.yaml --baseline gone.json'],
  [2, 'good.yaml --schemas gone.json'],
  [2, ''],
])('exit code %i: %s', async (code, words) => {
  const cwd = folderOf(files)
  const answer = await runForTest(
    words.split(' ').filter((word) => word !== ''),
    { cwd },
  )
  expect(answer).toMatchObject({ code })
  if (code === 2) expect(answer.stderr).toMatch(/^[^\n]+[.?)\w]\n$/)
  else expect(answer.stderr).toBe('')
})

test('every output has an exit code, and writes something', async () => {
  const cwd = folderOf(files)
  for (const { id } of reportFormats) {
    const answer = await runForTest(['--output', id, 'refused.yaml', 'critical.yaml'], { cwd })
    expect(answer).toMatchObject({ code: 1, stderr: '' })
    expect(answer.stdout).not.toBe('')
  }
})

test('with a missing file the others are reported', async () => {
  const { stdout, stderr, code } = await runForTest(['gone.yaml', 'critical.yaml'], { cwd: folderOf(files) })
  expect({ stderr, code }).toEqual({ stderr: 'There is no file gone.yaml.\n', code: 2 })
  expect(stdout).toContain('critical.yaml:')
})

const rulesIn = (json: string): readonly string[] => {
  const { findings }: { findings: { rule: string }[] } = JSON.parse(json)
  return [...new Set(findings.map(({ rule }) => rule))]
}

test('score and validate each say their part of what check says', async () => {
  const cwd = folderOf({ 'a.yaml': `${service('a')}spac: {}\n`, 'b.yaml': service('b') })
  const rules = async (command: string) =>
    rulesIn((await runForTest([command, '-o', 'json', '--no-fixes', '.'], { cwd })).stdout)
  expect(await rules('check')).toEqual(expect.arrayContaining(['unknown-field', 'service-targets-pod']))
  expect(await rules('score')).toEqual(['service-targets-pod'])
  expect(await rules('validate')).toEqual(['unknown-field'])
})

test('fixes of very many findings are only worked out when somebody asks for them', async () => {
  const many = Array.from({ length: 301 }, (_, index) => service(`s${index}`))
  const cwd = folderOf({ 'many.yaml': many.join('---\n'), 'one.yaml': service('one') })
  const { stdout, stderr } = await runForTest(['-o', 'json', 'many.yaml'], { cwd })
  expect(JSON.parse(stdout).findings).toHaveLength(301)
  expect(stdout).not.toContain('"fixes"')
  expect(stderr).toContain('--fixes works them out all the same.')
  const one = await runForTest(['-o', 'json', 'one.yaml'], { cwd })
  expect(one.stdout).toContain('"fixes"')
  expect(one.stderr).toBe('')
})

test('files are one set, and with --separate each is one', async () => {
  const pod =
    'apiVersion: v1\nkind: Pod\nmetadata: {name: a, labels: {app: a}}\nspec: {containers: [{name: a, image: a}]}\n'
  const cwd = folderOf({ 'pod.yaml': pod, 'service.yaml': service('a') })
  const rules = async (...flags: string[]) =>
    (await runForTest(['-o', 'json', '--no-fixes', '.', ...flags], { cwd })).stdout
  expect(rulesIn(await rules())).not.toContain('service-targets-pod')
  const lines = (await rules('--separate')).split('\n')
  expect(lines).toHaveLength(3)
  expect(lines.slice(0, 2).map((line) => rulesIn(line).includes('service-targets-pod'))).toEqual([
    false,
    true,
  ])
})

test.each(['human', 'kube-score-ci', 'kubeconform-text', 'kubeconform-json', 'github'])(
  'separate reports in %s follow one another, in the order of the inputs',
  async (output) => {
    const names = Array.from({ length: 30 }, (_, index) => `${String(index).padStart(2, '0')}.yaml`)
    const cwd = folderOf(Object.fromEntries(names.map((name) => [name, refused(`a${name}`)])))
    const alone = await Promise.all(
      names.map(async (name) => (await runForTest(['-o', output, '--separate', name], { cwd })).stdout),
    )
    const { stdout } = await runForTest(['-o', output, '--separate', '.'], { cwd })
    expect(stdout).toBe(alone.join(''))
  },
)

test('a flag of another command names its command', async () => {
  const { stderr } = await runForTest(['--dry-run', 'a.yaml'])
  expect(stderr).toBe('--dry-run is not a flag of check, but of fix.\n')
})

test.each([
  [['scor'], 'There is no file scor; did you mean the command score?\n'],
  [['help', 'chek'], 'chek is not a command; did you mean check?\n'],
  [['help', 'qqqqqq'], 'qqqqqq is not a command. See --help.\n'],
  [['--', 'check'], 'There is no file check.\n'],
])('%j: %s', async (words, stderr) => {
  expect(await runForTest(words, { cwd: folderOf({}) })).toEqual({ code: 2, stdout: '', stderr })
})

test('a file that is named like a command is read after --', async () => {
  const cwd = folderOf({ check: configMap('a') })
  expect(await runForTest(['--', 'check'], { cwd })).toMatchObject({ code: 0, stderr: '' })
})

test.each([['--help'], ['-h'], ['help']])(
  '%s lists commands, outputs, exit codes and flags',
  async (word) => {
    const { code, stdout, stderr } = await runForTest([word])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const inOneLine = stdout.replace(/\s+/g, ' ')
    for (const { name, summary } of commands) expect(inOneLine).toContain(` ${name} ${summary}`)
    for (const { id } of reportFormats) expect(stdout).toMatch(new RegExp(`^ {2}${id} `, 'm'))
    for (const name of Object.keys(refusedFlags)) expect(stdout).toContain(`\n  --${name} `)
    expect(stdout).toMatch(/^ {2}--exit-on-warning +--exit-one-on-warning$/m)
    expect(stdout).toMatch(/^ {2}--kubernetes-version +--kubernetes-version +-kubernetes-version$/m)
    expect(stdout).toContain('manifest-playground.json')
  },
)

test('the help of a command has only its flags, in the width of the terminal', async () => {
  const { stdout } = await runForTest(['help', 'versions'])
  expect(stdout).toContain('Usage: manifest-playground versions')
  expect(stdout).not.toContain('--separate')
  const { stdout: wide } = await runForTest(['check', '--help'], { columns: 200 })
  const { stdout: narrow } = await runForTest(['check', '--help'], { columns: 60 })
  const longest = (text: string): number =>
    Math.max(
      ...text
        .split('\n')
        .slice(1)
        .map(({ length }) => length),
    )
  expect(longest(wide)).toBeGreaterThan(80)
  expect(longest(wide)).toBeLessThanOrEqual(100)
  expect(longest(narrow)).toBeLessThanOrEqual(60)
})

test('versions', async () => {
  const { stdout } = await runForTest(['versions'])
  expect(stdout).toMatch(/^manifest-playground \d+\.\d+\.\d+ \(development\)\nKubernetes: 1\.25, .*1\.36/)
  expect(stdout).toMatch(/Custom resources: [1-9]\d+ API groups\n$/)
  expect((await runForTest(['--version'])).stdout).toBe(`${stdout.split('\n')[0]}\n`)
})

test('the link opens the same text with the same settings', async () => {
  const cwd = folderOf(files)
  const page = 'https://a.example/page/'
  const { stdout, stderr, code } = await runForTest(
    ['--link', '--page', page, '--min-replicas-hpa', '4', 'good.yaml', 'ignored.yaml'],
    { cwd },
  )
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 })
  const link = stdout.trimEnd().split('\n').at(-1) ?? ''
  const address = readAddress(link.slice(page.length))
  if (address.kind !== 'session') throw new Error(`no session: ${link}`)
  expect(await decodeSession(address.data)).toEqual({
    session: {
      text: `${files['good.yaml']}---\n${files['ignored.yaml']}`,
      settings: { minReplicasHpa: 4 },
      view: {},
    },
  })
})

test('beside an output for programs, the link is on standard error', async () => {
  const { stdout, stderr } = await runForTest(['--link', '-o', 'json', 'good.yaml'], { cwd: folderOf(files) })
  expect(rulesIn(stdout)).toEqual([])
  expect(stderr).toMatch(/^http:\/\/127\.0\.0\.1:4173\/#1\.t\S+\n$/)
})

const escape = '\u001b'

test('hostile names and texts never reach the terminal as they are', async () => {
  const name = `a${escape}[2J\u202e.yaml`
  const cwd = folderOf({
    [name]: `apiVersion: v1\nkind: "W${String.raw`\e`}[31m"\nmetadata: {name: "${String.raw`\e`}]0;x\u202e"}\nspec: 1\n`,
  })
  for (const words of [
    [name],
    ['.', '--separate'],
    [`gone${escape}[31m`],
    [`--x${escape}[31m`],
    ['-v', '.'],
  ]) {
    const { stdout, stderr } = await runForTest(words, { cwd, env: { NO_COLOR: '1' }, columns: 80 })
    const said = stdout + stderr.replaceAll(`\r${escape}[2K`, '')
    expect(said).not.toMatch(/(?!\n)\p{Cc}|\u202e/u)
    expect(said).not.toBe('')
  }
})

test('a kind without a schema names the ways to give one', async () => {
  const widget = 'apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: a}\nspec: {size: 1}\n'
  const cwd = folderOf({ 'a.yaml': widget, 'b.yaml': widget })
  const sentence =
    'No schema for Widget (example.com/v1). Add the CustomResourceDefinition to the inputs, or use --schemas DIR.\n'
  expect(await runForTest(['.'], { cwd })).toMatchObject({ code: 0, stderr: sentence })
  expect(await runForTest(['.', '--separate'], { cwd })).toMatchObject({ code: 0, stderr: sentence })
  expect(await runForTest(['.', '--no-ignore-missing-schemas'], { cwd })).toMatchObject({
    code: 1,
    stderr: sentence,
  })
  expect(await runForTest(['.', '--skip', 'Widget'], { cwd })).toMatchObject({ code: 0, stderr: '' })
  expect(await runForTest(['score', '.'], { cwd })).toMatchObject({ code: 0, stderr: '' })
})

test('progress is shown on a terminal, and taken away', async () => {
  const cwd = folderOf(
    Object.fromEntries(
      Array.from({ length: 90 }, (_, index) => [`${index}.yaml`, configMap('a'.repeat(500))]),
    ),
  )
  const words = ['--separate', '-o', 'github', '--report-only', '.']
  const { stderr } = await runForTest(words, { cwd, columns: 80 })
  expect(stderr).toMatch(/\d+ of 90 files/)
  expect(stderr.endsWith(`\r${escape}[2K`)).toBe(true)
  expect((await runForTest(words, { cwd })).stderr).toBe('')
})

test('a fault of the program is a sentence; its place is shown on demand', async () => {
  const broken = {
    get PATH(): string {
      throw new Error('no environment')
    },
    cwd: '/',
  }
  const failing = { env: new Proxy({}, { get: () => broken.PATH }) }
  const { code, stderr } = await runForTest(['--no-settings', 'a.yaml'], failing)
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: 'The program failed: no environment (--verbose shows where)\n',
  })
  expect((await runForTest(['--no-settings', '-v', 'a.yaml'], failing)).stderr).toMatch(
    /^The program failed: Error: no environment\n {4}at /,
  )
})

test('the settings of a run are those of the file beside the manifests', async () => {
  const settings = { ...defaultSettings, ignoredChecks: ['service-targets-pod'] }
  const cwd = folderOf({ ...files, 'manifest-playground.json': JSON.stringify(settings) })
  expect(readFileSync(`${cwd}/manifest-playground.json`, 'utf8')).toContain('ignoredChecks')
  expect(await runForTest(['critical.yaml'], { cwd })).toMatchObject({ code: 0 })
  expect(await runForTest(['critical.yaml', '--no-settings'], { cwd })).toMatchObject({ code: 1 })
})

test.each([
  ['score', 'kubeconform-text'],
  ['validate', 'kube-score-human'],
])('%s refuses the output %s, which would say that all is well', async (command, output) => {
  const cwd = folderOf({ 'a.yaml': service('a') })
  const { code, stdout, stderr } = await runForTest([command, '-o', output, 'a.yaml'], { cwd })
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toContain(`${output} has nothing that ${command} looks for.`)
})
