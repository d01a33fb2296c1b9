import { describe, expect, it } from 'vitest'
import { createFixer } from '../../engine/fixes/fixer'
import { loadFixes, Snapshot } from '../../engine/fixes/snapshot'
import type { Placeholder, Remedy } from '../../engine/findings/remedy'
import { checklistOf } from '../../engine/findings/source'
import type { Finding } from '../../engine/model/finding'
import { pathText } from '../../engine/model/path'
import { defaultSettings } from '../../engine/model/settings'
import { createEngine } from '../../engine/report/engine'
import type { Evaluation } from '../../engine/report/evaluate'
import { checks } from '../index'

/**
 * What the row is about, the manifest, and one line for each proposal: `safe Set it: set spec.a = 1; add {kind: Service}`,
 * and `unfixable` with the reason, where there is one.
 */
export type Row = readonly [what: string, text: string, ...proposals: string[]]

/** Tests what a check proposes for its first finding, and that every proposal can be applied and fixes it. */
export function fixTable(id: string, rows: readonly Row[]) {
  describe(id, () => {
    it.each(rows.map(([what, text, ...proposals]) => ({ what, text, proposals })))(
      '$what',
      async ({ text, proposals }) => expect(await proposalsFor(id, text)).toEqual(proposals),
    )
  })
}

/** The notes of what a check proposes for its first finding: what could go wrong with each. */
export async function notesFor(id: string, text: string): Promise<readonly string[]> {
  const { fixes = [] } = await remedyFor(id, text)
  return fixes.map(({ note }) => note)
}

/** What each proposal for the first finding of a check sets without knowing it. */
export async function placeholdersFor(
  id: string,
  text: string,
): Promise<readonly (readonly Placeholder[])[]> {
  const { fixes = [] } = await remedyFor(id, text)
  return fixes.map(({ placeholders = [] }) => placeholders)
}

async function proposalsFor(id: string, text: string): Promise<readonly string[]> {
  const { finding, evaluation, fixes = [], unfixable } = await remedyFor(id, text)
  if (!finding) return ['no finding']
  const reason = unfixable === undefined ? [] : [`unfixable: ${unfixable}`]
  const proposals = fixes.map(({ title, safety, note, effect, changes = [], adds = [] }) => {
    expect(note).toMatch(/\S\.$/)
    const changed = changes.map(({ object, ...change }) => {
      const located = object && evaluation.locatedOf.get(object)
      const owner = !object || located?.id === finding.object ? '' : `${object.kind} ${object.name}: `
      const value = 'value' in change ? ` = ${shown(change.value)}` : ''
      const key = change.kind === 'rename' ? ` to ${change.key}` : ''
      return `${owner}${change.kind} ${pathText(change.path)}${value}${key}`
    })
    const does = [...changed, ...adds.map((added) => `add ${shown(added)}`)].join('; ')
    return `${safety} ${title}${effect === undefined ? '' : ` (${effect})`}: ${does}`
  })
  return [...reason, ...proposals]
}

type Remedied = Remedy & { readonly evaluation: Evaluation; readonly finding?: Finding }

/** What a check proposes for its first finding. Fails where one of the proposals cannot be applied or does not fix it. */
async function remedyFor(id: string, text: string): Promise<Remedied> {
  const only = checks.filter((check) => check.id === id)
  const engine = createEngine({ sources: [checklistOf('kube-score', 'kube-score', only)] })
  const settings = { ...defaultSettings, enabledChecks: [id] }
  const evaluation = engine.evaluation(text, settings)
  const finding = evaluation.report.findings.find(({ rule }) => rule === id)
  if (!finding) return { evaluation }
  const fixer = await createFixer(engine)
  expect(fixer.fixesFor(text, finding.id, settings).refused).toEqual([])
  const snapshot = new Snapshot(engine, await loadFixes(engine), evaluation)
  return { finding, evaluation, ...snapshot.remedyOf(finding) }
}

/** Data on one line, with quotes only around texts. */
const shown = (value: unknown): string =>
  JSON.stringify(value)
    .replace(/"([\w./-]+)":/g, '$1: ')
    .replace(/,(?=\S)/g, ', ')
