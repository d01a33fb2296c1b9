import { useRef } from 'react'
import { goTo, point, toggleRow } from '../store/actions'
import { isMendable, selectAtCursor, selectObjects } from '../store/selectors'
import { useApp } from '../store/store'
import { Chevron } from './Chevron'
import { FindingDetails } from './FindingDetails'
import { useLine } from './LineLink'
import { SeverityMark } from './SeverityMark'
import type { Finding } from '../engine/model/finding'

type Props = { readonly finding: Finding; readonly isUnderObject?: boolean }

export const FindingRow = ({ finding, isUnderObject = false }: Props) => {
  const row = `finding ${finding.id}`
  const line = useLine(finding.range)
  const isAtCursor = useApp((state) => selectAtCursor(state).has(finding.id))
  const isSelected = useApp((state) => state.selected === finding.id)
  const isOpen = useApp((state) => state.toggled.has(row))
  const name = useApp((state) =>
    finding.object === undefined ? undefined : selectObjects(state).get(finding.object)?.name,
  )
  const more = useRef<HTMLButtonElement>(null)
  const about = finding.subject || (isUnderObject ? undefined : name)
  const pointing = {
    onMouseEnter: () => point(finding.id),
    onMouseLeave: () => point(undefined),
    onFocus: () => point(finding.id),
    onBlur: () => point(undefined),
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
          {...pointing}
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
        {isMendable(finding) && !isOpen && (
          <button
            className="finding-fix link"
            type="button"
            {...pointing}
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
          {...pointing}
          aria-expanded={isOpen}
          aria-label={`Details: ${finding.message}`}
          onClick={() => toggleRow(row)}
        >
          <Chevron />
        </button>
      </div>
      {isOpen && <FindingDetails finding={finding} />}
    </li>
  )
}
