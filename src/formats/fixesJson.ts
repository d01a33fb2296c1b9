import type { Fix, Fixes } from '../engine/fixes/fixer'
import { pointerOf } from '../engine/model/jsonPointer'
import { placedEdits } from './placedEdits'
import type { SourceSet } from './sourceSet'

/** What can be done about a finding, for other programs: every edit with its place in the file that it changes. */
export const fixesAsJson = ({ offered, refused, unfixable, ignore }: Fixes, sources: SourceSet) => ({
  offered: offered.map((fix) => fixData(fix, sources)),
  refused,
  ...(unfixable !== undefined && { unfixable }),
  ...(ignore && { ignore: fixData(ignore, sources) }),
})

function fixData(fix: Fix, sources: SourceSet) {
  const { key, title, safety, note, effect, placeholders, edits, scoreAfter } = fix
  return {
    ...{ key, title, safety, note, effect },
    // The fixer offers no other: it has read and checked the text with these edits.
    verified: true,
    files: placedEdits(sources, edits).map(([{ name }, own]) => ({
      file: name,
      edits: own.map(({ place: { range, start, end }, insert }) => ({ ...range, start, end, insert })),
    })),
    placeholders: placeholders.map(({ what, finding, path, value, data }) => ({
      ...{ what, finding, path },
      pointer: pointerOf(path),
      ...{ value, data },
    })),
    ...(scoreAfter !== undefined && { scoreAfter }),
    gone: fix.gone,
    introduces: fix.introduces,
    removes: fix.removes,
    ...(fix.followUps && { followUps: fix.followUps }),
  }
}
