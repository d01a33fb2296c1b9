import { toggleRow } from '../store/actions'
import type { Group } from '../store/groups'
import { useApp } from '../store/store'
import { useLoaded } from '../store/useLoaded'
import { Chevron } from './Chevron'
import { LoadFailure } from './LoadFailure'
import { loadEvidence } from './PassedChecks'

/** Findings that an annotation or a setting ignores: listed, never counted. */
export const IgnoredFindings = ({ group }: { readonly group: Group }) => {
  const row = `ignored ${group.key}`
  const isOpen = useApp((state) => state.toggled.has(row))
  const { value: evidence, hasFailed, retry } = useLoaded(isOpen ? loadEvidence : undefined)
  return (
    <div className="quiet">
      <button type="button" aria-expanded={isOpen} onClick={() => toggleRow(row)}>
        <Chevron /> {group.ignored.length} ignored
      </button>
      {isOpen && hasFailed && <LoadFailure part="The list of these findings" onRetry={retry} />}
      {isOpen && evidence && <evidence.IgnoredList findings={group.ignored} />}
    </div>
  )
}
