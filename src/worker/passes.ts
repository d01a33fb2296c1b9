import { checks } from '../checks'
import { checklistOf } from '../engine/findings/source'
import type { Report } from '../engine/model/report'
import { defaultSettings } from '../engine/model/settings'
import { createEngine } from '../engine/report/engine'

/** The report of one check alone on a text, by the id of the check. */
export function reportOf(id: string, text: string): Report {
  const only = checks.filter((check) => check.id === id)
  const engine = createEngine({ sources: [checklistOf('checks', 'Checks', only)] })
  return engine.evaluate(text, { ...defaultSettings, enabledChecks: [id] })
}

/** Whether a check alone has nothing to say about a text; undefined where it looks at nothing in it. */
export function passes(id: string, text: string): boolean | undefined {
  const report = reportOf(id, text)
  const verdicts = report.objects.flatMap((object) => object.verdicts.filter(({ check }) => check === id))
  if (verdicts.every(({ skipped }) => skipped !== undefined)) return undefined
  return report.findings.every(({ rule }) => rule !== id)
}
