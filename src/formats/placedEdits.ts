import type { TextEdit } from '../engine/model/textEdit'
import { positionAt } from './lines'
import { editsByFile, lineStartsOf, type Place, type SourceFile, type SourceSet } from './sourceSet'

/** An edit of a file. `place`: what it replaces. */
type PlacedEdit = { readonly place: Place; readonly insert: string }

/** Edits of the whole text as edits of each file, by file, with lines and columns. Files without edits are left out. */
export const placedEdits = (
  sources: SourceSet,
  edits: readonly TextEdit[],
): readonly (readonly [SourceFile, readonly PlacedEdit[]])[] =>
  editsByFile(sources, edits).map(([file, own]) => {
    const starts = lineStartsOf(file)
    const placed = own.map(({ from, to, insert }) => {
      const place = {
        file,
        range: { from, to },
        start: positionAt(starts, from),
        end: positionAt(starts, to),
      }
      return { place, insert }
    })
    return [file, placed] as const
  })
