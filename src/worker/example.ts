import type { Finding } from '../engine/model/finding'
import type { Fixer } from '../engine/fixes/fixer'
import type { Engine } from '../engine/report/engine'
import { defaultSettings } from '../engine/model/settings'
import { hunksBetween, type DiffHunk } from '../formats/unifiedDiff'
import { onlyRule } from '../pages/onlyRule'

/** A manifest that breaks a rule, as the engine sees it with this rule alone. */
export type Example = {
  readonly text: string
  readonly findings: readonly Finding[]
  /** What the recommended fixes change; empty when no edit can be right. */
  readonly changes: readonly DiffHunk[]
  /** The titles of these fixes, or why there is none. */
  readonly fixes: readonly string[]
}

/** The example of a rule: its places and its fix are worked out, never written down. `engine`: with what the text needs. */
export const exampleOf = (rule: string, text: string, engine: Engine, fixer: Fixer): Example => {
  const settings = onlyRule(rule, engine.preview('', defaultSettings).report.rules)
  const findings = engine.preview(text, settings).report.findings.filter((finding) => finding.rule === rule)
  const plan = fixer.planFixes(text, { rule, safety: 'review', declined: [] }, settings)
  const changes = hunksBetween(text, plan.text, 2)
  const titles = plan.applied.map(({ title }) => title)
  return { text, findings, changes, fixes: [...new Set(changes.length > 0 ? titles : reasons())] }

  function reasons(): readonly string[] {
    return findings.flatMap(({ id }) => {
      const { unfixable, refused } = fixer.fixesFor(text, id, settings)
      return unfixable ?? refused.map(({ reason }) => reason)
    })
  }
}
