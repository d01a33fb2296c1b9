import { useRef } from 'react'
import { goTo, hover, toggleRow } from '../store/actions'
import { selectAtCursor, selectObjects, selectSafety } from '../store/selectors'
import { useApp } from '../store/store'
import { useLoaded } from '../store/useLoaded'
import { Chevron } from './Chevron'
import { Guarded } from './Guarded'
import { useLine } from './LineLink'
import { LoadFailure } from './LoadFailure'
import { SeverityMark } from './SeverityMark'
import type { Finding } from '../engine/model/finding'

const loadDetails = () => import('./FindingDetails')

type Props = { readonly finding: Finding; readonly isUnderObject?: boolean }

/** A row that may fail without the list. */
export const GuardedRow = (props: Props) => (
  <Guarded part="A finding" tag="li" resetOn={props.finding}>
    <FindingRow {...props} />
  </Guarded>
)

const FindingRow = ({ finding, isUnderObject = false }: Props) => {
  const row = `finding ${finding.id}`
  const line = useLine(finding.range)
  const isAtCursor = useApp((state) => selectAtCursor(state).has(finding.id))
  const isSelected = useApp((state) => state.selected === finding.id)
  const isOpen = useApp((state) => state.toggled.has(row))
  const name = useApp((state) =>
    finding.object === undefined ? undefined : selectObjects(state).get(finding.object)?.name,
  )
  const hasFix = useApp((state) => selectSafety(state, finding) !== undefined)
  const { value: details, hasFailed, retry } = useLoaded(isOpen ? loadDetails : undefined)
  const more = useRef<HTMLButtonElement>(null)
  const about = finding.subject || (isUnderObject ? undefined : name)
  const hovering = {
    onMouseEnter: () => hover(finding.id),
    onMouseLeave: () => hover(undefined),
    onFocus: () => hover(finding.id),
    onBlur: () => hover(undefined),
  }
  return (
    <li
      className="finding"
      data-severity={finding.severity}
      data-at-cursor={isAtCursor}
      data-selected={isSelected}
    >
      <div className="finding-row">
        <button
          className="finding-go"
          type="button"
          {...hovering}
          aria-current={isSelected ? 'true' : undefined}
          onClick={() => goTo(finding.range, finding.id)}
        >
          <SeverityMark mark={finding.severity} />
          <span className="finding-message">{finding.message}</span>
          <span className="finding-place">
            {about !== undefined && <span className="finding-about">{about}</span>}
            {about !== undefined && ' · '}
            <span>line {line}</span>
          </span>
        </button>
        {hasFix && !isOpen && (
          <button
            className="finding-fix link"
            type="button"
            {...hovering}
            aria-label={`Fix: ${finding.message}`}
            onClick={() => {
              toggleRow(row)
              more.current?.focus()
            }}
          >
            Fix
          </button>
        )}
        <button
          ref={more}
          className="finding-more"
          type="button"
          {...hovering}
          aria-expanded={isOpen}
          aria-label={`Details: ${finding.message}`}
          onClick={() => toggleRow(row)}
        >
          <Chevron />
        </button>
      </div>
      {isOpen && hasFailed && <LoadFailure part="The details" onRetry={retry} />}
      {isOpen && details && <details.FindingDetails finding={finding} />}
    </li>
  )
}
