import { documentBody, normalizeBreaks, splitDocuments } from '../engine/yaml/splitDocuments'

/** A case in which we mean to answer otherwise than kube-score does. Every other difference is a fault of ours. */
export type Difference = {
  readonly id: string
  readonly when: string
  readonly kubeScore: string
  readonly ours: string
  readonly why: string
  /**
   * Whether it plays a part in a text, judged by the text alone. Absent where verdicts cannot show the difference:
   * kube-score gives none at all, or only their order differs.
   */
  readonly appliesTo?: (text: string) => boolean
}

export const differences: readonly Difference[] = [
  {
    id: 'document-after-marker',
    when: 'Documents are separated by a legal line other than exactly ---: `--- `, `--- # x`, `...`, a lone CR.',
    kubeScore: 'Reads the first document and drops the others without a word.',
    ours: 'Reads and scores every document.',
    why: 'Nothing that was pasted may be lost in silence.',
    appliesTo: hidesDocuments,
  },
  {
    id: 'typed-list',
    when: 'Objects stand in a typed list such as a DeploymentList.',
    kubeScore: 'Leaves the list alone: nothing in it is scored.',
    ours: 'Unfolds the list like a List.',
    why: 'The objects in it are applied like any others.',
    appliesTo: (text) => /^[ \t{,]*["']?kind["']?[ \t]*:[ \t]*["']?[A-Z][A-Za-z]*List\b/m.test(text),
  },
  {
    id: 'one-bad-document',
    when: 'A document has a syntax error, a field of the wrong type, a bad quantity or an illegal key.',
    kubeScore: 'Ends the whole run: no object of any document is scored.',
    ours: 'Tells the fault with its place and scores everything else.',
    why: 'One broken document must not hide the others.',
  },
  {
    id: 'invalid-selector',
    when: 'A workload or a PodDisruptionBudget has an invalid selector.',
    kubeScore: 'Ends the whole run, as soon as a check looks at it.',
    ours: 'Tells the fault with its place; the selector selects nothing.',
    why: 'The same: the rest can be judged.',
  },
  {
    id: 'order',
    when: 'Any text.',
    kubeScore: 'Lists checks (and in some formats objects) in an order that changes from run to run.',
    ours: 'Objects as in the text, checks in their fixed order, findings by place.',
    why: 'The same text gives the same report.',
  },
]

/** The ids of the differences that play a part in a text. */
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
