import { review, safe, type Proposal } from '../../engine/findings/remedy'
import { applyEdits, type TextEdit } from '../../engine/model/textEdit'
import { canonicalValue } from '../../engine/schema/jsonEquality'
import { indentWithSpaces } from '../../engine/yaml/indentWithSpaces'
import { readDocument } from '../../engine/yaml/readDocument'
import type { Mapping } from '../../engine/yaml/value'
import { unusualSpace } from '../../engine/yaml/unusualSpaces'

/** How wide editors and terminals show a tab; the first is what the indentation of most manifests is. */
const tabWidths = [2, 4, 8]

const title = 'Use spaces for indentation'

/**
 * Replaces tabs and unusual spaces in the indentation of a document with spaces. Where the width of a tab decides about
 * the structure, there is a fix for each structure. Nothing when the document needs no such fix, or cannot be read after it.
 */
export function indentationFixes(text: string): readonly Proposal[] {
  if (!/\t/.test(text) && !unusualSpace.test(text)) return []
  const step = indentStep(text)
  const readings = new Map<string, { readonly width: number; readonly edits: readonly TextEdit[] }>()
  for (const width of new Set([step, ...tabWidths])) {
    const edits = indentWithSpaces(text, width)
    const root = edits.length > 0 ? readableRoot(applyEdits(text, edits)) : undefined
    if (!root) continue
    const data = canonicalValue(root)
    if (!readings.has(data)) readings.set(data, { width, edits })
  }
  const all = [...readings.values()]
  if (all.length === 1)
    return all.map(({ edits }) => ({
      title,
      ...safe('Only white space changes. The structure stays as it is written.'),
      edits,
    }))
  return all.map(({ width, edits }) => ({
    title: `${title} (a tab is ${width} columns wide)`,
    ...review(
      'Lines are indented with tabs and with spaces, and the structure depends on the width of a tab. Check that each field is below the right parent.',
    ),
    edits,
  }))
}

/** The root of a document whose indentation can be read, and that has no syntax error. */
function readableRoot(text: string): Mapping | undefined {
  const { root, problems } = readDocument(text)
  return problems.some(({ rule }) => rule === 'indentation' || rule === 'yaml-syntax') ? undefined : root
}

/** How many spaces the first indented line has; 2 where lines are not indented with spaces. */
function indentStep(text: string): number {
  const spaces = /^( +)[^\s#]/m.exec(text)?.[1]?.length ?? 2
  return spaces > 8 ? 2 : spaces
}
