import { checklist, checks } from '../checks'
import { createFixer } from '../engine/fixes/fixer'
import { createEngine } from '../engine/report/engine'
import type { Report } from '../engine/model/report'
import { applyFlag } from '../engine/model/settingFlags'
import { defaultSettings, type Settings } from '../engine/model/settings'
import { objectPlaces } from '../formats/kubeScore/places'
import { scoredObjects, type ScoredResult } from '../formats/kubeScore/results'
import { lineStarts, positionAt } from '../formats/lines'
import { joinSources } from '../formats/sourceSet'
import { apiServer } from '../rules/apiServer'
import { sources } from '../rules/sources'
import { catalog } from '../schemas'
import { readers } from '../schemas/reading'
import { admit } from './admit'
import { differencesOf } from './differences'
import { validateAs, type ValidateOptions } from './kubeconform'
import { kubeconformDifferencesOf } from './kubeconformDifferences'
import type { Finding } from '../engine/model/finding'

const engine = createEngine({ sources, schemas: catalog, readers })

const fixer = await createFixer(engine)

/** `[check, grade, skipped, comment paths]`, as kube-score's own results are recorded. */
type CheckRow = [id: string, grade: number, skipped: 0 | 1, paths: string[]]

/** The engine's answers in the form of the recorded verdicts of other tools. */
export default {
  /** What kube-score's JSON would say, with kube-score's own flags. */
  score(text: string, flags: readonly string[]) {
    const evaluation = engine.evaluation(text, settingsOf(flags))
    const { report } = evaluation
    const starts = lineStarts(text)
    const placeOf = objectPlaces(joinSources([{ name: '', text }]))
    const objects: Record<string, { line: number; checks: CheckRow[] }> = {}
    for (const { key, located, results } of scoredObjects(evaluation)) {
      const { line } = placeOf(results.at(-1)?.located ?? located)
      objects[key] = { line, checks: results.map(rowOf) }
    }
    const problems = problemsOf(text, report).map(({ rule, range, message }) => ({
      line: positionAt(starts, range.from).line,
      rule,
      message,
    }))
    return { objects, problems, differences: differencesOf(text) }
  },

  /** What kubeconform would say about each resource, by the schemas of Kubernetes or by the given one. */
  validate(text: string, options: ValidateOptions) {
    const rows = validateAs(text, options, catalog)
    return { rows: [...rows], differences: [...kubeconformDifferencesOf(text, rows)] }
  },

  /** What the API server would answer to a create of each object, as a dry run. */
  admit: (text: string, options: { readonly kubernetesVersion: string }) => admit(text, options, catalog),

  /** Every finding of the full report, with 0-based UTF-16 offsets. */
  evaluate(text: string, settings: Partial<Settings> = {}) {
    const chosen = { ...defaultSettings, ...settings }
    const report = engine.evaluate(text, chosen)
    const fixes = report.findings.flatMap(({ id, ignored }, finding) =>
      (ignored === undefined ? fixer.fixesFor(text, id, chosen).offered : []).map(
        ({ title, safety, note, effect, edits }) => ({
          finding,
          title,
          safety,
          note,
          effect,
          edits: edits.map((edit) => ({ ...edit })),
        }),
      ),
    )
    return {
      findings: report.findings.map(({ rule, severity, range: { from, to }, message }) => ({
        check: rule,
        severity,
        from,
        to,
        message,
      })),
      fixes,
      ...(report.score && { score: report.score.value }),
    }
  },
}

/**
 * What is wrong with a text before any check: what kube-score gives up on. Of what the API server refuses, these are the
 * selectors; kube-score’s default version is one whose API we do not have, so a newer one is asked.
 */
const problemsOf = (text: string, { findings }: Report): readonly Finding[] => [
  ...findings.filter(({ source }) => ![checklist.id, apiServer.id].includes(source)),
  ...engine.evaluate(text, defaultSettings).findings.filter(({ rule }) => rule === 'invalid-selector'),
]

const rowOf = ({ check, grade, skipped, comments }: ScoredResult): CheckRow => [
  check,
  grade,
  skipped ? 1 : 0,
  comments.map(({ path }) => path),
]

/** kube-score's flags as settings, from its own defaults. */
export function settingsOf(flags: readonly string[]): Settings {
  let settings: Settings = { ...defaultSettings, kubernetesVersion: '1.18' }
  const words = flags.flatMap((flag) => (flag.startsWith('--') ? flag.split(/=(.*)/s).slice(0, 2) : [flag]))
  for (let index = 0; index < words.length; index++) {
    const name = words[index] ?? ''
    // It changes only the exit code.
    if (name === '--exit-one-on-warning') continue
    const next =
      name === '--all-default-optional'
        ? { ...settings, enabledChecks: checks.filter(({ optional }) => optional).map(({ id }) => id) }
        : applyFlag(settings, 'kubeScore', name, () => words[++index] ?? '')
    if (!next) throw new Error(`Unknown flag ${name}`)
    settings = next
  }
  return settings
}
