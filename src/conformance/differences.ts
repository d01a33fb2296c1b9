import { documentBody, normalizeBreaks, splitDocuments } from '../engine/yaml/splitDocuments'

/** A case in which our answer differs from kube-score's on purpose. Any other difference is a bug of ours. */
export type Difference = {
  readonly id: string
  readonly when: string
  readonly kubeScore: string
  readonly ours: string
  readonly why: string
  /**
   * For other referees: whether it may apply to a text. Absent where kube-score gives no verdict at all, or only the
   * order differs. Our own tests compare with recorded answers instead.
   */
  readonly appliesTo?: (text: string) => boolean
}

export const differences: readonly Difference[] = [
  {
    id: 'document-after-marker',
    when: 'Documents are separated by something other than a line of exactly `---`: `--- `, `--- # x`, `...`, a lone CR.',
    kubeScore: 'Reads the first document and silently drops the others.',
    ours: 'Reads and scores every document.',
    why: 'No part of the text may be lost silently.',
    appliesTo: hidesDocuments,
  },
  {
    id: 'typed-list',
    when: 'Objects are in a typed list such as a DeploymentList.',
    kubeScore: 'Scores nothing in the list.',
    ours: 'Scores each object in it.',
    why: 'The objects in it are applied like any others.',
    appliesTo: (text) => /^[ \t{,]*["']?kind["']?[ \t]*:[ \t]*["']?[A-Z][A-Za-z]*List\b/m.test(text),
  },
  {
    id: 'one-bad-document',
    when: 'A document has a syntax error, a duplicate or illegal key, a field of the wrong type, a bad quantity, a directive or an unrendered template.',
    kubeScore: 'Ends the whole run: no object of any document is scored.',
    ours: 'Reports each problem with its place, and scores every object that can be read.',
    why: 'One broken document must not hide the others.',
  },
  {
    id: 'loose-json',
    when: 'A document starts with a brace and is not strict JSON: it has a comment, unquoted keys, or a separator that kube-score takes for a part of it.',
    kubeScore: 'Ends the whole run.',
    ours: 'Warns that strict readers refuse it, and scores it as YAML.',
    why: 'It is valid YAML.',
  },
  {
    id: 'invalid-selector',
    when: 'A workload or a PodDisruptionBudget has an invalid selector.',
    kubeScore: 'Ends the whole run when a check reads it.',
    ours: 'Reports the selector with its place, and takes it to select nothing.',
    why: 'The other objects can still be scored.',
  },
  {
    id: 'order',
    when: 'Any text.',
    kubeScore: 'Lists checks (and in some formats objects) in an order that changes from run to run.',
    ours: 'Lists objects as in the text, checks in a fixed order, and findings by place.',
    why: 'The same text gives the same report.',
  },
]

/** The ids of the differences that may apply to a text. */
export const differencesOf = (text: string): string[] =>
  differences.filter(({ appliesTo }) => appliesTo?.(text)).map(({ id }) => id)

/** Whether one of the pieces that kube-score cuts a text into holds more than one document. */
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
