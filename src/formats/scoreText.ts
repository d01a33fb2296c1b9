import type { Severity } from '../engine/model/finding'
import type { Report, Score } from '../engine/model/report'

/** How a score is shown: in words, and in the colour of a mark. */
export type Grade = { readonly sentence: string; readonly tone: Severity | 'passed' }

/** What a score means, in a sentence; the worst that limits it comes first. */
export function gradeOf({ value, letter, cap }: Score): Grade {
  if (cap?.reason === 'unreadable') return { sentence: 'Part of this cannot be read', tone: 'refused' }
  if (cap?.reason === 'refused') return { sentence: 'A cluster would refuse this', tone: 'refused' }
  if (value === 100) return { sentence: 'Nothing left to fix', tone: 'passed' }
  switch (letter) {
    case 'A+':
    case 'A':
      return { sentence: 'Almost nothing left to fix', tone: 'passed' }
    case 'B':
      return { sentence: 'Good, with a few gaps', tone: 'passed' }
    case 'C':
      return { sentence: 'Close to ready for production', tone: 'warning' }
    case 'D':
    case 'E':
      return { sentence: 'Needs work before production', tone: 'critical' }
    case 'F':
      return { sentence: 'Far from ready for production', tone: 'critical' }
  }
}

/** What there is to say about a text that no check looks at. */
export function sentenceWithoutScore({ objects, admission, findings }: Report): string {
  if (objects.length === 0)
    return findings.length > 0 ? 'This cannot be read' : 'There are no Kubernetes objects to check'
  if ((admission?.refused ?? 0) > 0 || findings.some(({ severity }) => severity === 'refused'))
    return 'A cluster would refuse this'
  const kinds = new Set(objects.map(({ kind }) => kind)).size
  const what = kinds === 1 ? 'this kind' : 'these kinds'
  return objects.every(({ validity }) => validity.status === 'valid')
    ? `Valid; no check looks at ${what}`
    : `No check looks at ${what}`
}
