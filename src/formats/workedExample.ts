import type { Finding } from '../engine/model/finding'
import type { Fixer, Fixes } from '../engine/fixes/fixer'
import { applyEdits } from '../engine/model/textEdit'
import type { Engine } from '../engine/report/engine'
import { onlyRule } from '../pages/onlyRule'
import { hunksBetween, type DiffHunk } from './unifiedDiff'

/** A manifest that breaks a rule, as the engine sees it with this rule alone. */
export type Example = {
  readonly text: string
  readonly findings: readonly Finding[]
  /** What the recommended fixes change; empty when no edit can be right. */
  readonly changes: readonly DiffHunk[]
  /** The titles of these fixes, or why there is none. */
  readonly fixes: readonly string[]
}

/** The example of a rule: its places and its fix are worked out, never written down. `text`: a manifest that breaks it. */
export function workedExample(rule: string, text: string, engine: Engine, fixer: Fixer): Example {
  const settings = onlyRule(rule, engine.library.ruleSummaries)
  const findings = engine.preview(text, settings).report.findings.filter((finding) => finding.rule === rule)
  const plan = fixer.planFixes(text, { rule, safety: 'review', declined: [] }, settings)
  const changes = hunksBetween(text, plan.text, 2)
  const titles = plan.applied.map(({ title }) => title)
  if (changes.length > 0) return { text, findings, changes, fixes: [...new Set(titles)] }
  // Risky fixes are never part of a plan.
  const answers = findings.map(({ id }) => fixer.fixesFor(text, id, settings))
  const risky = answers.flatMap(({ offered }) => offered[0] ?? [])[0]
  if (risky)
    return {
      text,
      findings,
      changes: hunksBetween(text, applyEdits(text, risky.edits), 2),
      fixes: [risky.title],
    }
  return { text, findings, changes, fixes: [...new Set(answers.flatMap(whyNot))] }
}

const whyNot = ({ unfixable, refused }: Fixes): readonly string[] =>
  unfixable === undefined ? refused.map(({ reason }) => reason) : [unfixable]
