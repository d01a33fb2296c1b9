import { documentBody, normalizeBreaks, splitDocuments } from '../engine/yaml/splitDocuments'

/** A case in which our answer differs from kube-score's on purpose. Any other difference is a bug in the playground. */
export type Difference = {
  readonly id: string
  readonly when: string
  readonly kubeScore: string
  readonly ours: string
  readonly why: string
  /**
   * Whether it can apply to a text, for comparisons without recorded answers. Absent where kube-score gives no verdict, or
   * where only the order differs.
   */
  readonly appliesTo?: (text: string) => boolean
}

export const differences: readonly Difference[] = [
  {
    id: 'document-after-marker',
    when: 'Documents are separated by something other than a line of exactly `---`: `--- `, `--- # x`, `...`, a lone CR.',
    kubeScore: 'Reads the first document and silently drops the others.',
    ours: 'Reads and scores every document. While one of them cannot be read, it does not say that an object is missing.',
    why: 'No part of a text should be dropped silently.',
    appliesTo: hidesDocuments,
  },
  {
    id: 'typed-list',
    when: 'Objects are in a typed list such as a DeploymentList.',
    kubeScore: 'Does not score the objects in the list.',
    ours: 'Scores each of them.',
    why: 'The cluster creates them like any other objects.',
    appliesTo: (text) => /^[ \t{,]*["']?kind["']?[ \t]*:[ \t]*["']?[A-Z][A-Za-z]*List\b/m.test(text),
  },
  {
    id: 'one-bad-document',
    when: 'A document has a syntax error, a duplicate or invalid key, a field of the wrong type, a bad quantity, a directive or an unrendered template.',
    kubeScore: 'Stops, and scores no object of any document.',
    ours: 'Reports each problem where it is, and scores every object that can be read.',
    why: 'One broken document should not hide the others.',
  },
  {
    id: 'loose-json',
    when: 'A document starts with a brace and is not strict JSON: it has a comment, unquoted keys, or a separator that kube-score reads as part of it.',
    kubeScore: 'Stops.',
    ours: 'Warns that some tools reject it, and scores it as YAML.',
    why: 'It is valid YAML.',
  },
  {
    id: 'invalid-selector',
    when: 'A workload or a PodDisruptionBudget has an invalid selector.',
    kubeScore: 'Stops when a check reads it.',
    ours: 'Reports the selector where it is, and treats it as one that selects nothing.',
    why: 'The other objects can still be scored.',
  },
  {
    id: 'order',
    when: 'Any text.',
    kubeScore: 'Lists checks (and in some formats objects) in an order that changes from run to run.',
    ours: 'Lists objects and findings in the order of the text, and checks in a fixed order.',
    why: 'The same text gives the same report.',
  },
]

/** The ids of the differences that can apply to a text. */
export const differencesOf = (text: string): string[] =>
  differences.filter(({ appliesTo }) => appliesTo?.(text)).map(({ id }) => id)

/** Whether kube-score, which splits a text at lines of exactly `---`, treats several documents as one. */
function hidesDocuments(text: string): boolean {
  const lines = text.replaceAll('\r\n', '\n')
  const pieces = lines.replace(/^---\n/, '').split('\n---\n')
  return pieces.some((piece) => {
    const normalized = normalizeBreaks(piece)
    const documents = splitDocuments(normalized).filter(({ from, to }) =>
      /^[^\S\n]*[^\s#]/m.test(documentBody(normalized.slice(from, to)).text.replace(/^\.\.\..*/gm, '')),
    )
    return documents.length > 1
  })
}
