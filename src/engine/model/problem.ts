import type { Severity, Thing } from './finding'
import type { Path } from './path'
import type { Range } from './range'

/** The rules that reading a text reports problems under. They need nothing but the document itself. */
export type ReadingRule =
  | 'yaml-syntax'
  | 'indentation'
  | 'forbidden-character'
  | 'unrendered-template'
  | 'duplicate-key'
  | 'invalid-key'
  | 'invalid-alias'
  | 'invalid-tag'
  | 'invalid-number'
  | 'yaml-directive'
  | 'strict-json'
  | 'document-root'
  | 'field-type'
  | 'unknown-field'
  | 'too-deep'
  | 'too-large'

/** Something wrong with the text itself, found while reading it. Ranges are relative to the document's own text. */
export type Problem = {
  readonly rule: ReadingRule
  readonly severity: Severity
  readonly range: Range
  /** From the root of the document; absent when the problem is not about a value. */
  readonly path?: Path
  /** True when there is nothing at `path`: `range` is then the nearest key that exists. */
  readonly missing?: boolean
  readonly message: string
  /** What is wrong, without what it is wrong with; see `Finding`. */
  readonly title?: string
  readonly about?: Thing
  readonly advice?: string
  readonly related?: readonly { readonly message: string; readonly range: Range }[]
}
