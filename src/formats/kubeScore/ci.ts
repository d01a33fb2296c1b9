import type { Reporting } from '../reporting'
import { visible } from '../visible'
import { labelOf, referenceTo, scoredObjects, type Comment, type ScoredResult } from './results'

/** The ci output of kube-score: a line for every comment, and one for a result that has none. Everything is shown. */
export const writeCi = ({ evaluation }: Reporting): string =>
  scoredObjects(evaluation)
    .flatMap(({ results }) => results.flatMap(linesOf))
    .map((line) => `${visible(line)}\n`)
    .join('')

function linesOf(result: ScoredResult): readonly string[] {
  const start = `[${labelOf(result)}] ${referenceTo(result.located)}`
  if (result.comments.length === 0) return [start]
  return result.comments.map((comment) => `${start}: ${commentText(comment)}`)
}

const commentText = ({ path, summary }: Comment): string => `${path && `(${path}) `}${summary}`
