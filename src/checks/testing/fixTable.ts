import { describe, expect, it } from 'vitest'
import { createFixer } from '../../engine/fixes/fixer'
import { loadFixes, Snapshot } from '../../engine/fixes/snapshot'
import { checklistOf } from '../../engine/findings/source'
import { pathText } from '../../engine/model/path'
import { defaultSettings } from '../../engine/model/settings'
import { createEngine } from '../../engine/report/engine'
import { checks } from '../index'

/**
 * What the row is about, the manifest, and one line for each proposal: `safe Set it: set spec.a = 1; add {kind: Service}`,
 * or `unfixable` with the reason.
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

async function proposalsFor(id: string, text: string): Promise<readonly string[]> {
  const only = checks.filter((check) => check.id === id)
  const engine = createEngine({ sources: [checklistOf('kube-score', 'kube-score', only)] })
  const settings = { ...defaultSettings, enabledChecks: [id] }
  const evaluation = engine.evaluation(text, settings)
  const finding = evaluation.report.findings.find(({ rule }) => rule === id)
  if (!finding) return ['no finding']
  const fixer = await createFixer(engine)
  expect(fixer.fixesFor(text, finding.id, settings).refused).toEqual([])
  const { fixes = [], unfixable } = new Snapshot(engine, await loadFixes(engine), evaluation).remedyOf(
    finding,
  )
  if (unfixable !== undefined) return [`unfixable: ${unfixable}`]
  return fixes.map(({ title, safety, note, changes = [], adds = [] }) => {
    expect(note === undefined).toBe(safety === 'safe')
    const changed = changes.map(({ object, ...change }) => {
      const located = object && evaluation.locatedOf.get(object)
      const owner = !object || located?.id === finding.object ? '' : `${object.kind} ${object.name}: `
      const value = 'value' in change ? ` = ${shown(change.value)}` : ''
      const key = change.kind === 'rename' ? ` to ${change.key}` : ''
      return `${owner}${change.kind} ${pathText(change.path)}${value}${key}`
    })
    return `${safety} ${title}: ${[...changed, ...adds.map((added) => `add ${shown(added)}`)].join('; ')}`
  })
}

/** Data on one line, with quotes only around texts. */
const shown = (value: unknown): string =>
  JSON.stringify(value)
    .replace(/"([\w./-]+)":/g, '$1: ')
    .replace(/,(?=\S)/g, ', ')
