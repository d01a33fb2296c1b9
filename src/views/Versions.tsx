import type { ObjectReport } from '../engine/model/report'
import { toggleRow } from '../store/actions'
import { useApp } from '../store/store'
import { useLoaded } from '../store/useLoaded'
import { Chevron } from './Chevron'
import { LoadFailure } from './LoadFailure'
import { admissionWord } from './validityWords'

const loadMatrix = () => import('./VersionMatrix')

/** One quiet line: whether the chosen version accepts an object. It opens to all other versions. */
export const Versions = ({ object }: { readonly object: ObjectReport }) => {
  const row = `versions ${object.id}`
  const isOpen = useApp((state) => state.toggled.has(row))
  const version = useApp((state) => state.reportVersion)
  const { value: matrix, hasFailed, retry } = useLoaded(isOpen ? loadMatrix : undefined)
  const { skipped } = object.validity
  return (
    <div className="quiet">
      <button type="button" aria-expanded={isOpen} onClick={() => toggleRow(row)}>
        <Chevron /> {admissionWord(object)} in Kubernetes {version}
        {skipped !== undefined && <span className="quiet-reason">{skipped}</span>}
      </button>
      {isOpen && hasFailed && <LoadFailure part="The other versions" onRetry={retry} />}
      {isOpen && matrix && <matrix.VersionMatrixTable object={object} />}
    </div>
  )
}
