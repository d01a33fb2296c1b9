import { expect, test } from 'vitest'
import { defaultSettings, type Settings } from '../engine/model/settings'
import { plainOptions } from '../formats/reporting'
import { UsageError, type Options } from './command'
import { commands } from './commands'
import type { Io } from './io'
import { flags, refusedFlags } from './options'
import { readWords } from './readWords'
import { resolveOptions } from './resolveOptions'
import { folderOf } from './testing/folderOf'

const stream = { isTerminal: false, columns: undefined, write: () => {} }
const io: Io = {
  cwd: '/',
  env: {},
  stdin: { isTerminal: true, read: async () => new Uint8Array() },
  stdout: stream,
  stderr: stream,
  startThread: undefined,
}

const optionsFor = (words: readonly string[], given: Io = io): Options =>
  resolveOptions(readWords(['--no-settings', ...words]).draft, given)

const plain = optionsFor([])

const write = (change: Partial<Options['write']>): Partial<Options> => ({
  write: { ...plainOptions, ...change },
})

const options: readonly (readonly [words: string, change: Partial<Options>])[] = [
  ['--output sarif', { output: 'sarif' }],
  ['-o=junit', { output: 'junit' }],
  ['-output json', { output: 'kubeconform-json' }],
  ['-output=tap', { output: 'kubeconform-tap' }],
  ['-output sarif', { output: 'sarif' }],
  ['--output-format ci', { output: 'kube-score-ci' }],
  ['--verbose', write({ verbosity: 1 })],
  ['-v -v', write({ verbosity: 2 })],
  ['-vv', write({ verbosity: 2 })],
  ['-vvv', write({ verbosity: 2 })],
  ['--verbose=2', write({ verbosity: 2 })],
  ['-verbose --verbose=0', write({})],
  ['-summary', write({ summary: true })],
  ['--no-fixes', { fixes: false }],
  ['--fixes=false --fixes', { fixes: true }],
  ['--link', { link: true, page: 'http://127.0.0.1:4173/' }],
  ['--page https://a.example/p/#x', { page: 'https://a.example/p/' }],
  ['--color always', write({ colours: true })],
  ['--color=never', write({})],
  ['--exit-on-warning', { exitOnWarning: true }],
  ['--exit-one-on-warning', { exitOnWarning: true }],
  ['--report-only', { reportOnly: true }],
  ['--baseline b.json', { baseline: 'b.json' }],
  ['--write-baseline b.json', { newBaseline: 'b.json' }],
  ['--separate', { separate: true }],
  ['--separate --no-separate', {}],
  ['--threads 3', { threads: 3 }],
  ['-n 8', { threads: 8 }],
  ['-ignore-filename-pattern a --ignore-filename-pattern=b', { ignoredNames: ['a', 'b'] }],
  ['--schemas a --schemas b', { schemas: ['a', 'b'] }],
  ['--review', { review: true }],
  ['--dry-run', { dryRun: true }],
]

const settings: readonly (readonly [words: string, change: Partial<Settings>])[] = [
  ['--kubernetes-version v1.30', { kubernetesVersion: '1.30' }],
  ['-kubernetes-version 1.31.0', { kubernetesVersion: '1.31' }],
  ['-strict', {}],
  ['--no-strict', { strict: false }],
  ['-strict=false', { strict: false }],
  ['--no-strict=false', {}],
  ['-ignore-missing-schemas', {}],
  ['--no-ignore-missing-schemas', { ignoreMissingSchemas: false }],
  ['-skip Secret,v1/Pod', { skipKinds: ['Secret', 'v1/Pod'] }],
  ['--reject Pod --reject Job', { rejectKinds: ['Pod', 'Job'] }],
  ['--enable-check container-ports-check', { enabledChecks: ['container-ports-check'] }],
  ['--enable-optional-test container-ports-check', { enabledChecks: ['container-ports-check'] }],
  ['--ignore-check service-type', { ignoredChecks: ['service-type'] }],
  ['--disable-check service-type,label-values', { disabledChecks: ['service-type', 'label-values'] }],
  ['--ignore-test service-type', { disabledChecks: ['service-type'] }],
  ['--min-replicas-deployment 3', { minReplicasDeployment: 3 }],
  ['--min-replicas-hpa=1', { minReplicasHpa: 1 }],
  ['--more-is-elsewhere', { moreIsElsewhere: true }],
  ['--ignore-container-cpu-limit', { requireCpuLimit: false }],
  ['--no-ignore-container-cpu-limit', {}],
  ['--ignore-container-memory-limit=true', { requireMemoryLimit: false }],
  ['--disable-ignore-checks-annotations', { ignoreAnnotations: false }],
  ['--disable-optional-checks-annotations', { enableAnnotations: false }],
  [
    '--profile recommended',
    { enabledChecks: ['container-seccomp-profile', 'container-ports-check'], requireCpuLimit: false },
  ],
]

test.each(options)('%s', (words, change) => {
  expect(optionsFor(words.split(' '))).toEqual({ ...plain, ...change })
})

test.each(settings)('%s', (words, change) => {
  expect(optionsFor(words.split(' '))).toEqual({ ...plain, settings: { ...defaultSettings, ...change } })
})

test('all optional checks at once', () => {
  const { enabledChecks } = optionsFor(['--all-default-optional']).settings
  expect(enabledChecks).toHaveLength(6)
  expect(enabledChecks).toContain('container-seccomp-profile')
})

test('every flag by each of its names is in these tables, and no name belongs to two', () => {
  const tried = new Set(
    [...options, ...settings].flatMap(([words]) =>
      readWords(words.split(' ')).used.flatMap(({ written }) => written.replace(/^--?(?:no-)?/, '')),
    ),
  )
  const elsewhere = ['settings', 'no-settings', 'all-default-optional', 'help', 'h', 'version', 'only']
  const names = flags.flatMap((flag) => flag.names)
  expect(names.filter((name) => !tried.has(name) && !elsewhere.includes(name))).toEqual([])
  expect(new Set(names).size).toBe(names.length)
  expect(Object.keys(refusedFlags).filter((name) => names.includes(name))).toEqual([])
  for (const { help } of flags) expect(help).toMatch(/^[A-Z].*[^.]$/)
})

test('every setting has a flag', () => {
  const changed = new Set(
    settings.flatMap(([words]) => readWords(words.split(' ')).draft.changes.map(({ key }) => key)),
  )
  const keys = Object.keys(defaultSettings).filter((key) => key !== 'schemaFiles')
  expect(keys.filter((key) => ![...changed].some((one) => one === key))).toEqual([])
})

test('flags are known to commands that there are', () => {
  const names = [...commands.map(({ name }) => name), 'fix', 'explain']
  expect(flags.flatMap((flag) => flag.commands ?? []).filter((name) => !names.includes(name))).toEqual([])
})

test('words that are no flags are operands, in order, and after -- all of them', () => {
  const { operands, afterDashes } = readWords(['a', '-v', '-', '--skip', 'Pod', 'b', '--', '--c', '-v'])
  expect({ operands, afterDashes }).toEqual({ operands: ['a', '-', 'b', '--c', '-v'], afterDashes: 2 })
})

test.each([
  ['--verbos', '--verbos is not a flag; did you mean --verbose?'],
  ['-strct', '--strct is not a flag; did you mean --strict?'],
  ['--qqqqqqqqqqqqq', '--qqqqqqqqqqqqq is not a flag. See --help.'],
  ['--\u001b[31m', '--␛[31m is not a flag. See --help.'],
  ['--constructor', '--constructor is not a flag. See --help.'],
  ['--output', '--output needs a value: --output ID'],
  ['--output --summary', '--output needs a value: --output ID'],
  ['--output sarf', 'sarf is not an output; did you mean sarif?'],
  ['--output tap', 'tap is not an output. Use kubeconform-tap.'],
  ['--separate=maybe', '--separate is on or off: --separate=true or --separate=false'],
  ['--color blue', '--color needs auto, always or never, not blue.'],
  ['--threads many', '--threads needs a whole number, not many.'],
  ['--verbose=x', '--verbose needs a whole number, not x.'],
  ['--min-replicas-hpa two', '--min-replicas-hpa needs a whole number, not two.'],
  ['--min-replicas-hpa 1000001', '--min-replicas-hpa needs a number from 0 to 1,000,000, not 1000001.'],
  ['--ignore-filename-pattern (', '--ignore-filename-pattern: ( is not a regular expression of Go.'],
  ['--page ftp://a', '--page must be an address, such as http://127.0.0.1:4173/.'],
  ['--ignore-check service-typ', '--ignore-check: service-typ is not a check; did you mean service-type?'],
  ['--profile strict', '--profile: strict is not a profile. Use kube-score, recommended, everything.'],
  ['-kubernetes-version master', /^-kubernetes-version needs a version from 1\.25 to 1\.\d+, not master\.$/],
  ['-cache /tmp', /^-cache is not a flag here\. All schemas are in the program/],
  ['-schema-location default', /^-schema-location is not a flag here\. .* use --schemas DIR/],
  ['--output-version v2', /^--output-version is not a flag here\./],
])('%s is refused', (words, message) => {
  expect(() => optionsFor(words.split(' '))).toThrow(UsageError)
  expect(() => optionsFor(words.split(' '))).toThrow(message)
})

test.each<[env: Readonly<Record<string, string>>, isTerminal: boolean, words: string[], colours: boolean]>([
  [{}, false, [], false],
  [{}, true, [], true],
  [{ NO_COLOR: '1' }, true, [], false],
  [{ NO_COLOR: '' }, true, [], true],
  [{ TERM: 'dumb' }, true, [], false],
  [{ FORCE_COLOR: '1', NO_COLOR: '1' }, false, [], true],
  [{ FORCE_COLOR: '0' }, true, [], false],
  [{ FORCE_COLOR: '1' }, true, ['--color', 'never'], false],
  [{ NO_COLOR: '1' }, false, ['--color', 'always'], true],
])('colours with %j, terminal %s, %j: %s', (env, isTerminal, words, colours) => {
  const given = { ...io, env, stdout: { ...stream, isTerminal } }
  expect(optionsFor(words, given).write.colours).toBe(colours)
})

test('the width is that of the terminal, and 80 otherwise', () => {
  expect(optionsFor([]).write.width).toBe(80)
  expect(optionsFor([], { ...io, stdout: { ...stream, columns: 123 } }).write.width).toBe(123)
  expect(optionsFor([], { ...io, stdout: { ...stream, columns: 0 } }).write.width).toBe(80)
})

test('the address of the page comes from the flag, then from the environment', () => {
  const env = { MANIFEST_PLAYGROUND_URL: 'https://b.example/' }
  expect(optionsFor(['--link'], { ...io, env }).page).toBe('https://b.example/')
  expect(optionsFor(['--page', 'https://a.example/'], { ...io, env }).page).toBe('https://a.example/')
  expect(optionsFor(['--link'], io).page).toBe('http://127.0.0.1:4173/')
  const wrong = { ...io, env: { MANIFEST_PLAYGROUND_URL: 'here' } }
  expect(() => optionsFor(['--link'], wrong)).toThrow('MANIFEST_PLAYGROUND_URL must be an address')
  expect(optionsFor([], wrong).page).toBe('')
})

const settingsFile = 'manifest-playground.json'
const withFile = (cwd: string, ...words: string[]): Settings =>
  resolveOptions(readWords(words).draft, { ...io, cwd }).settings

test('the file of settings is found upwards, and flags take the place of what it says', () => {
  const folder = folderOf({
    [settingsFile]: '{"skipKinds": ["Secret"], "strict": false, "minReplicasHpa": 5}',
    'a/b/c.yaml': '',
    'other.json': '\ufeff{"strict": false}',
  })
  const below = `${folder}/a/b`
  const inFile = { ...defaultSettings, skipKinds: ['Secret'], strict: false, minReplicasHpa: 5 }
  expect(withFile(below)).toEqual(inFile)
  expect(withFile(below, '--strict', '--min-replicas-hpa', '2')).toEqual({
    ...inFile,
    strict: true,
    minReplicasHpa: 2,
  })
  expect(withFile(below, '--skip', 'Pod', '--skip', 'Job').skipKinds).toEqual(['Pod', 'Job'])
  expect(withFile(below, '--no-settings')).toEqual(defaultSettings)
  expect(withFile(below, '--settings', '../../other.json')).toEqual({ ...defaultSettings, strict: false })
})

test('what is wrong in the file of settings is named with its line', () => {
  const folder = folderOf({
    [settingsFile]: '{\n  "strct": false,\n  "ignoredChecks": ["service-typ"]\n}\n',
    'a/x.yaml': '',
    'broken.json': '{\n"strict":\n',
  })
  const wrong =
    '../manifest-playground.json:2: “strct” is not a setting; did you mean “strict”?\n../manifest-playground.json:3: “ignoredChecks” names “service-typ”, which is not a check; did you mean “service-type”?'
  expect(() => withFile(`${folder}/a`)).toThrow(wrong)
  expect(() => withFile(folder, '--settings', 'broken.json')).toThrow(/^broken\.json:3: /)
  expect(() => withFile(folder, '--settings', 'gone.json')).toThrow('There is no file gone.json.')
  expect(() => withFile(folder, '--settings', 'a')).toThrow('a cannot be read.')
})
