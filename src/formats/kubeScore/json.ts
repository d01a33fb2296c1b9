import type { Reporting } from '../reporting'
import { checkById } from './checkCatalog'
import { goJsonText } from '../goJsonText'
import { objectMeta } from './objectMeta'
import { objectPlaces, type ObjectPlace } from './places'
import { scoredObjects, type ScoredObject, type ScoredResult } from './results'

/**
 * The json output of kube-score, version v2: a list of objects, or `null` when there are none. Unlike there, files have the
 * names that they were given, and the order is that of the keys.
 */
export function writeJson({ evaluation, sources }: Reporting): string {
  const placeOf = objectPlaces(sources)
  const objects = scoredObjects(evaluation).map((scored) => {
    const last = scored.results.at(-1)
    return objectJson(scored, last ? placeOf(last.located) : { file: '', line: 0 })
  })
  // Without a line break at the end, as kube-score.
  return goJsonText(listOrNull(objects), 4).trimEnd()
}

/** `place`: that of the last result, because each one overwrites it; nothing without results. */
const objectJson = ({ key, located, results }: ScoredObject, { file, line }: ObjectPlace) => ({
  object_name: key,
  type_meta: { kind: located.object.kind, apiVersion: located.object.apiVersion },
  object_meta: objectMeta(located),
  checks: listOrNull(results.map(resultJson)),
  file_name: file,
  file_row: line,
})

function resultJson({ check, grade, skipped, comments }: ScoredResult) {
  const { name, id, target, comment, optional } = checkById(check)
  return {
    check: { name, id, target_type: target, comment, optional },
    grade,
    skipped,
    comments: listOrNull(comments.map(({ path, summary, description }) => ({ path, summary, description }))),
  }
}

/** Go prints a list that was never made as `null`. */
const listOrNull = <Item>(items: readonly Item[]): readonly Item[] | null => (items.length > 0 ? items : null)
