import type { ObjectReport } from '../engine/model/report'
import { toggleRow } from '../store/actions'
import { useApp } from '../store/store'
import { useLoaded } from '../store/useLoaded'
import { Chevron } from './Chevron'
import { LoadFailure } from './LoadFailure'

export const loadEvidence = () => import('./Evidence')

/** The checks that an object passes, and those that do not apply to it: one quiet line, open to the evidence. */
export const PassedChecks = ({ object }: { readonly object: ObjectReport }) => {
  const row = `verdicts ${object.id}`
  const isToggled = useApp((state) => state.toggled.has(row))
  const showPassed = useApp((state) => state.showPassed)
  const isOpen = isToggled !== showPassed
  const { value: evidence, hasFailed, retry } = useLoaded(isOpen ? loadEvidence : undefined)

  const quiet = object.verdicts.filter(({ findings }) => findings.length === 0)
  const passed = quiet.filter(({ skipped }) => skipped === undefined)
  const skipped = quiet.filter((verdict) => verdict.skipped !== undefined)
  const unsure = skipped.filter(({ cannotTell }) => cannotTell).length
  if (quiet.length === 0) return undefined
  return (
    <div className="quiet">
      <button type="button" aria-expanded={isOpen} onClick={() => toggleRow(row)}>
        <Chevron /> {passed.length} passed, {unsure > 0 && `${unsure} cannot tell, `}
        {skipped.length - unsure} not applicable
      </button>
      {isOpen && hasFailed && <LoadFailure part="The list of these checks" onRetry={retry} />}
      {isOpen && evidence && <evidence.Evidence passed={passed} skipped={skipped} />}
    </div>
  )
}
