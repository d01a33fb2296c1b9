import { checklistOf } from '../engine/findings/source'
import { defaultSettings } from '../engine/model/settings'
import { createEngine } from '../engine/report/engine'
import { checks } from '../checks'

/** Whether a check alone has nothing to say about a text; undefined where it looks at nothing in it. */
export function passes(id: string, text: string): boolean | undefined {
  const only = checks.filter((check) => check.id === id)
  const engine = createEngine({ sources: [checklistOf('checks', 'Checks', only)] })
  const report = engine.evaluate(text, { ...defaultSettings, enabledChecks: [id] })
  const verdicts = report.objects.flatMap((object) => object.verdicts.filter(({ check }) => check === id))
  if (verdicts.every(({ skipped }) => skipped !== undefined)) return undefined
  return report.findings.every(({ rule }) => rule !== id)
}
