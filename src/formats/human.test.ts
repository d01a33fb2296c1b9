import { expect, test } from 'vitest'
import { defaultSettings, type Settings } from '../engine/model/settings'
import { createEngine } from '../engine/report/engine'
import { sources } from '../rules/sources'
import { catalog } from '../schemas'
import { writeHuman } from './human'
import { plainOptions, type WriteOptions } from './reporting'
import { joinSources } from './sourceSet'

const engine = createEngine({ sources, schemas: catalog })

type Files = Readonly<Record<string, string>>

function human(
  files: Files,
  options: Partial<WriteOptions> = {},
  settings: Settings = defaultSettings,
): string {
  const set = joinSources(Object.entries(files).map(([name, text]) => ({ name, text })))
  const evaluation = engine.evaluation(set.text, settings)
  const { report } = evaluation
  return writeHuman({ report, evaluation, sources: set, settings }, { ...plainOptions, ...options })
}

const service = `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  type: NodePort
  selector:
    app: web
  ports:
    - port: 80
`

const policy = `apiVersion: v1
kind: Namespace
metadata:
  name: shop
`

const pod = (name: string): string => `apiVersion: v1
kind: Pod
metadata:
  name: ${name}
spec:
  containers:
    - name: app
      image: app:latest
`

test('each finding has its place, its lines and what to do, and the end says what holds for the whole', () => {
  expect(human({ 'service.yaml': service }))
    .toBe(`service.yaml:7:3: critical: Selects no Pod in this text in Service web (may be elsewhere) [service-targets-pod]
   6 |   type: NodePort
   7 |   selector:
     |   ^^^^^^^^
   8 |     app: web
  A Service without Pods refuses every connection. Compare its labels and
  namespace with those of the Pods.

service.yaml:6:9: warning: Type is NodePort in Service web [service-type]
   5 | spec:
   6 |   type: NodePort
     |         ^^^^^^^^
   7 |   selector:
  It opens a port on every node that bypasses the Ingress and its rules. A
  ClusterIP Service behind an Ingress does not.

Score 83 of 100: good, with a few gaps
2 problems in 2 places: 1 critical, 1 warning
A cluster running 1.36 would accept this object.
1 resource in 1 file: 1 valid, 0 invalid, 0 errors, 0 skipped
1 finding is about objects that may be elsewhere.
`)
})

test('what is wrong in several files is said once, with all its places; files come in their order', () => {
  const files = Object.fromEntries(['c', 'a', 'b'].map((name) => [`${name}.yaml`, pod(name)]))
  const text = human(files)
  expect(text.match(/\[container-image-tag\]/g)).toHaveLength(1)
  expect(text).toMatch(
    /^c\.yaml:8:14: critical: Image with the floating tag latest on 3 containers \[container-image-tag\]$/m,
  )
  expect(text).toContain('  Also at a.yaml:8:14, b.yaml:8:14\n')
  expect(text).toContain('3 resources in 3 files')
  const many = Object.fromEntries(
    Array.from({ length: 9 }, (_, index) => [`${index}.yaml`, pod(`p${index}`)]),
  )
  expect(human(many)).toMatch(/Also at 1\.yaml:8:14, .* and 3\s+more\n/)
  expect(human(many, { verbosity: 1 })).toMatch(/Also at 1\.yaml:8:14, [^]*8\.yaml:8:14\n/)
})

test('the worst comes first within a file', () => {
  const severitiesIn = (text: string) =>
    [...text.matchAll(/^a\.yaml:\d+:\d+: (\w+):/gm)].map(([, severity]) => severity)
  const found = severitiesIn(human({ 'a.yaml': service.replace('port: 80', 'port: 0'), 'b.yaml': pod('b') }))
  expect(found[0]).toBe('refused')
  expect(found).toEqual(['refused', 'critical', 'warning'].filter((severity) => found.includes(severity)))
})

test.each<[name: string, files: Files, expected: string]>([
  [
    'nothing is wrong',
    { 'a.yaml': policy },
    'No problems found. A cluster running 1.36 would accept this object.\n',
  ],
  ['there is nothing', { 'a.yaml': '' }, 'There are no Kubernetes objects to check.\n'],
  [
    'there are only comments',
    { 'a.yaml': '# a\n', 'b.yaml': '' },
    'There are no Kubernetes objects to check.\n',
  ],
])('when %s, one line says so', (_, files, expected) => {
  expect(human(files)).toBe(expected)
})

test('what is ignored is counted and not listed', () => {
  const ignored = service.replace(
    '  name: web\n',
    '  name: web\n  annotations:\n    kube-score/ignore: service-type\n',
  )
  const text = human({ 'a.yaml': ignored })
  expect(text).not.toContain('[service-type]')
  expect(text).toContain('\n1 finding ignored.\n')
})

test('a document that cannot be read is said, and so are the answers that are not known because of it', () => {
  const text = human({ 'a.yaml': service, 'b.yaml': 'a: "\n' })
  expect(text).toMatch(/^b\.yaml:1:\d+: refused: .*\[yaml-syntax\]$/m)
  expect(text).toContain('1 of 2 documents cannot be read.')
  expect(text).toContain('No answer for 1 check, because of what cannot be read.')
  expect(text).toContain('Score 20 of 100: part of this cannot be read')
})

test('more is said on demand: what passed, then what was skipped', () => {
  expect(human({ 'a.yaml': service })).not.toContain('passed')
  const once = human({ 'a.yaml': service }, { verbosity: 1 })
  expect(once).toContain('\na.yaml:4:9: Service web\n')
  expect(once).toMatch(/^ {2}passed .* \[label-values\]$/m)
  expect(once).not.toContain('skipped ')
  const twice = human({ 'a.yaml': pod('a') }, { verbosity: 2 })
  expect(twice).toMatch(/^ {2}skipped .*\n {4}\S/m)
})

// oxlint-disable-next-line no-control-regex -- this is what colours consist of
const styles = /\u001b\[\d+m/g

// oxlint-disable-next-line no-control-regex -- these are what must not be there
const unsafe = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/

test('nothing of a manifest reaches a terminal but text', () => {
  const hostile =
    pod('a').replace('app:latest', '"\\e[2J\\u202e\\u009b1m:latest"') +
    '---\na: \u001b]0;x\u0007\u009b2J\u202e\n'
  const text = human({ 'a\u001b[31m.yaml': hostile }, { colours: true, verbosity: 2 })
  expect(text.replace(styles, '')).not.toMatch(unsafe)
  // The name of the file alone could be taken for a style.
  expect(text).toContain('a␛[31m.yaml:')
})

test('colours add nothing and take nothing away', () => {
  const files = { 'a.yaml': service, 'b.yaml': pod('b') }
  const painted = human(files, { colours: true, verbosity: 2 })
  expect(painted).toContain('\u001b[31mcritical:\u001b[39m')
  expect(painted.replace(styles, '')).toBe(human(files, { verbosity: 2 }))
})

test.each([40, 80, 120])(
  'in %i columns, only headlines are longer than the terminal, and nothing is over 100',
  (width) => {
    const lines = human({ 'a.yaml': pod('a'), 'b.yaml': service }, { width }).split('\n')
    const others = lines.filter((line) => !/^[ab]\.yaml:/.test(line))
    expect(Math.max(...others.map(({ length }) => length))).toBeLessThanOrEqual(Math.min(width, 100))
  },
)
