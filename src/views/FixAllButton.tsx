import type { Scope } from '../engine/fixes/fixes'
import { openFixes } from '../store/actions'

type Props = {
  readonly scope: Scope
  /** What it fixes all of, for those who do not see where it stands. */
  readonly of?: string
  readonly isDisabled?: boolean
}

/** Opens the window that shows what many fixes together would change, before anything is done. */
export const FixAllButton = ({ scope, of, isDisabled = false }: Props) => (
  <button
    className={of === undefined ? 'push-button' : 'link'}
    type="button"
    disabled={isDisabled}
    aria-label={of === undefined ? undefined : `Fix all of ${of}…`}
    onClick={() => openFixes(scope)}
  >
    Fix all…
  </button>
)
