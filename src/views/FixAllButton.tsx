import type { Scope } from '../engine/fixes/fixer'
import { openFixes } from '../store/actions'

type Props = {
  readonly scope: Scope
  /** What it fixes all of, for screen readers. */
  readonly of: string
}

/** Opens the dialog for all fixes of an object or a rule. */
export const FixAllButton = ({ scope, of }: Props) => (
  <button className="link" type="button" aria-label={`Fix all of ${of}…`} onClick={() => openFixes(scope)}>
    Fix all…
  </button>
)
