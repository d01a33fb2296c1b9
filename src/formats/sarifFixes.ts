import type { Fixes } from '../engine/fixes/fixer'
import { placedEdits } from './placedEdits'
import { sarifRegion } from './sarifRegion'
import { sarifText } from './sarifText'
import type { SourceFile, SourceSet } from './sourceSet'

/** The fix to recommend as SARIF has it; none where all are risky, because viewers apply it at a click. */
export function sarifFixes({ offered }: Fixes, sources: SourceSet, artifactOf: (file: SourceFile) => object) {
  const fix = offered.find(({ safety }) => safety !== 'risky')
  if (!fix) return []
  const { title, note, safety } = fix
  const artifactChanges = placedEdits(sources, fix.edits).map(([file, edits]) => ({
    artifactLocation: artifactOf(file),
    replacements: edits.map(({ place, insert }) => ({
      deletedRegion: sarifRegion(place),
      ...(insert !== '' && { insertedContent: { text: insert } }),
    })),
  }))
  return [{ description: { text: sarifText(`${title}. ${note}`) }, artifactChanges, properties: { safety } }]
}
