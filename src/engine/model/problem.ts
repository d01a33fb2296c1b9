import type { Range } from './range'
import type { Path } from './path'
import type { Change } from './change'
import type { Severity, Proposal } from './finding'

/** Something wrong with the text itself, found while reading it. Ranges are relative to the document's own text. */
export type Problem = {
  readonly rule: ReadingRule
  readonly severity: Severity
  readonly range: Range
  readonly path?: Path
  readonly missing?: boolean
  readonly subject?: string
  readonly message: string
  readonly advice?: string
  readonly related?: readonly { readonly message: string; readonly range: Range }[]
  readonly fixes?: readonly ProblemFix[]
  /** Why no edit can be right and what to decide, where there is more to say than of the rule alone. */
  readonly unfixable?: string
}

/** What would mend a problem. Paths are from the root of the object it stands in. */
export type ProblemFix = Pick<Proposal, 'title' | 'safety' | 'note'> & { readonly changes: readonly Change[] }

/** The rules of reading, by id, with the title a person sees. They stand beside the checks in every list. */
export const readingRules = {
  'yaml-syntax': 'YAML syntax',
  'forbidden-character': 'Forbidden character',
  'unrendered-template': 'Unrendered template',
  'duplicate-key': 'Duplicate key',
  'invalid-key': 'Invalid key',
  'invalid-alias': 'Invalid alias',
  'invalid-tag': 'Invalid tag',
  'invalid-number': 'Invalid number',
  'yaml-directive': 'YAML directive',
  'strict-json': 'Strict JSON',
  'document-root': 'Document root',
  'field-type': 'Field type',
  'missing-field': 'Required field',
  'unknown-field': 'Unknown field',
  'field-value': 'Field value',
  'unserved-version': 'API version not served',
  'missing-schema': 'No schema',
  'rejected-kind': 'Rejected kind',
  'invalid-selector': 'Invalid selector',
  'too-deep': 'Nesting too deep',
  'too-large': 'Text too large',
  'check-failed': 'Check failed',
} as const

export type ReadingRule = keyof typeof readingRules
