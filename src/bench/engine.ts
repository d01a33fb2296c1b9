import { versionMatrix } from '../engine/report/versionMatrix'
import { createFixer } from '../engine/fixes/fixer'
import { readDocument } from '../engine/yaml/readDocument'
import { createEngine, type Engine } from '../engine/report/engine'
import { serverDiagnostics } from '../rules/apiServer/find'
import { sources } from '../rules/sources'
import type { Report } from '../engine/model/report'
import type { KindSchema } from '../engine/schema/schema'
import { defaultSettings } from '../engine/model/settings'
import { validate } from '../engine/schema/validate'
import { firstExample } from '../examples'
import { catalog } from '../schemas'
import { manifests } from './manifests'

/** How often quick operations are measured. */
const samples = 30

export type EngineRow = {
  readonly name: string
  readonly lines: number
  readonly objects: number
  readonly findings: number
  /** Milliseconds with an empty cache. */
  readonly cold: number
  /** Milliseconds for the same text again. */
  readonly again: number
  /** Milliseconds after one more character in the middle of the text. */
  readonly stroke: number
}

const demo = (): string => firstExample.text

/** With an empty cache. */
const newEngine = (): Engine => createEngine({ sources, schemas: catalog })

const report = (text: string, engine: Engine): Report => engine.evaluate(text, defaultSettings)

const fourContainers = `apiVersion: apps/v1
kind: Deployment
metadata: {name: web, labels: {app: web}}
spec:
  replicas: 3
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
${['web', 'cache', 'proxy', 'logs']
  .map(
    (name) => `        - name: ${name}
          image: example.com/${name}:1.2.3
          imagePullPolicy: Always
          ports: [{name: http, containerPort: 8080, protocol: TCP}]
          env: [{name: MODE, value: production}, {name: TOKEN, valueFrom: {secretKeyRef: {name: a, key: b}}}]
          resources: {requests: {cpu: 100m, memory: 64Mi}, limits: {cpu: 200m, memory: 128Mi}}
          readinessProbe: {httpGet: {path: /ready, port: http}, periodSeconds: 5}
          livenessProbe: {httpGet: {path: /live, port: 8080}, initialDelaySeconds: 10}
          securityContext: {runAsNonRoot: true, readOnlyRootFilesystem: true}
          volumeMounts: [{name: data, mountPath: /data}]
`,
  )
  .join('')}      volumes: [{name: data, emptyDir: {}}]
`

/**
 * Milliseconds to validate a Deployment with four containers, for what the rules of the API server say about it, and for the
 * demo in every version.
 */
export const schemaTimes = (): Readonly<Record<'validate' | 'admit' | 'matrix', number>> => {
  const { root } = readDocument(fourContainers)
  const schema = catalog.kind(defaultSettings.kubernetesVersion, 'apps/v1', 'Deployment')
  if (!root || !schema) throw new Error('There is nothing to measure')
  const kind: KindSchema = { schema, origin: 'kubernetes', nulls: 'absent' }
  const engine = newEngine()
  const { objects } = report(demo(), engine)
  const evaluation = engine.evaluation(fourContainers, defaultSettings)
  const [deployment] = evaluation.objects
  const subject = deployment && evaluation.results.subject(deployment)
  if (!subject) throw new Error('There is nothing to measure')
  const round = 200
  return {
    validate: median(30, () => Array.from({ length: round }, () => validate(root, kind, true))) / round,
    admit: median(30, () => Array.from({ length: round }, () => serverDiagnostics(subject))) / round,
    matrix: median(30, () => objects.map(({ id }) => versionMatrix(engine, demo(), id, defaultSettings))),
  }
}

/** Milliseconds for all fixes of one finding of the demo, and for a plan with all fixes of a text. */
export const fixTimes = async (): Promise<Readonly<Record<'one' | 'demo' | 'large' | 'pass', number>>> => {
  const engine = newEngine()
  const ids = report(demo(), engine).findings.map(({ id }) => id)
  const { planFixes, fixableFindings } = await createFixer(engine)
  // A fixer caches its answers, so each round starts with a new one.
  const fresh = await Promise.all(Array.from({ length: samples }, () => createFixer(newEngine())))
  const all = (text: string) => planFixes(text, { safety: 'review', declined: [] }, defaultSettings)
  const large = manifests(10_000)
  return {
    one:
      median(samples, (round) => ids.map((id) => fresh[round]?.fixesFor(demo(), id, defaultSettings))) /
      ids.length,
    demo: median(samples, () => all(demo())),
    large: median(3, () => all(large)),
    pass: median(3, (round) => [...fixableFindings(`# ${round}\n${large}`, defaultSettings)]),
  }
}

/** The demo in a process that has not run any of this code yet, as for a visitor. */
export const firstCall = (): number => timed(() => report(demo(), newEngine()))

export const engineRows = (): EngineRow[] => {
  // Warms up the compiler.
  for (let round = 0; round < 10; round += 1) report(manifests(1_000), newEngine())
  return [
    row('demo', demo(), 60),
    row('1,000 lines', manifests(1_000), 30),
    row('10,000 lines', manifests(10_000), 9),
    row('100,000 lines', manifests(100_000), 5),
  ]
}

const row = (name: string, text: string, repeats: number): EngineRow => {
  const engine = newEngine()
  const { objects, findings } = report(text, engine)
  const strokes = strokesIn(text, repeats)
  return {
    name,
    lines: text.split('\n').length - 1,
    objects: objects.length,
    findings: findings.length,
    cold: median(repeats, () => report(text, newEngine())),
    again: median(repeats, () => report(text, engine)),
    stroke: median(repeats, (round) => report(strokes[round] ?? '', engine)),
  }
}

/** The text as it grows while somebody types into the first image tag of its second half. */
const strokesIn = (text: string, count: number): string[] => {
  const middle = text.indexOf('image: ', text.indexOf('\n', text.length / 2))
  const start = middle < 0 ? text.indexOf('image: ') : middle
  const end = start + (/[\r\n #]/.exec(text.slice(start + 'image: '.length))?.index ?? 0) + 'image: '.length
  return Array.from(
    { length: count },
    (_, index) => text.slice(0, end) + 'x'.repeat(index + 1) + text.slice(end),
  )
}

const timed = (run: () => unknown): number => {
  const start = performance.now()
  run()
  return performance.now() - start
}

const median = (rounds: number, run: (round: number) => unknown): number => {
  const times = Array.from({ length: rounds }, (_, round) => timed(() => run(round))).sort((a, b) => a - b)
  return times[rounds >> 1] ?? NaN
}

export type Memory = {
  readonly findings: number
  /** Megabytes of heap in use afterwards: the report and the cache. */
  readonly retained: number
  /** Peak size of the process, in megabytes. */
  readonly peak: number
}

/** What 100,000 lines cost. Needs a process of its own. */
export const memory = (collectGarbage: () => void): Memory => {
  const text = manifests(100_000)
  const kept = new Map<Engine, Report>()
  collectGarbage()
  const before = process.memoryUsage().heapUsed
  const engine = newEngine()
  kept.set(engine, report(text, engine))
  collectGarbage()
  const retained = (process.memoryUsage().heapUsed - before) / 1e6
  const peak = process.resourceUsage().maxRSS / 1e3
  // Used after the measurement, so that both are still in memory during it.
  return { findings: kept.get(engine)?.findings.length ?? 0, retained, peak }
}
