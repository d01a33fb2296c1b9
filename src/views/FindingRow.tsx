import { memo } from 'react'
import type { Row } from '../engine/report/rows'
import { goTo, hover, showPlace, toggleRow } from '../store/actions'
import { selectAtCursor, selectHasAnyFix, selectNews, selectObjects } from '../store/selectors'
import { useApp, type State } from '../store/store'
import { useLoaded } from '../store/useLoaded'
import { Chevron } from './Chevron'
import { Guarded } from './Guarded'
import { LineLink } from './LineLink'
import { LoadFailure } from './LoadFailure'
import { rowSubject } from '../formats/rowText'
import { SeverityMark } from './SeverityMark'

const loadDetails = () => import('./RowDetails')

type Props = {
  readonly row: Row
  readonly isUnderObject: boolean
  /** It is settled, and gone in a moment. */
  readonly isLeaving: boolean
}

/** A row that may fail without the list. */
export const GuardedRow = (props: Props) => (
  <Guarded part="A finding" tag="li" resetOn={props.row}>
    <FindingRow {...props} />
  </Guarded>
)

/** At the cursor, selected, open, with a fix, checked only since something was typed: bits of one number. */
const looks = [1, 2, 4, 8, 16] as const

/** How a row looks now. One number, because thousands of rows are asked after every move of the cursor. */
const lookOf = (state: State, row: Row): number =>
  (row.findings.some(({ id }) => selectAtCursor(state).has(id)) ? looks[0] : 0) |
  (row.findings.some(({ id }) => id === state.selected) ? looks[1] : 0) |
  (state.toggled.has(rowKey(row)) ? looks[2] : 0) |
  (selectHasAnyFix(state, row.findings) ? looks[3] : 0) |
  (selectNews(state).includes(row.rule) ? looks[4] : 0)

const FindingRow = memo(({ row, isUnderObject, isLeaving }: Props) => {
  const key = rowKey(row)
  const { findings, title, severity } = row
  const [first] = findings
  const now = useApp((state) => lookOf(state, row))
  const [isAtCursor, isSelected, isOpen, hasFix, isNew] = looks.map((look) => (now & look) > 0)
  const subject = useApp((state) => rowSubject(row, selectObjects(state), isUnderObject))
  const { value: details, hasFailed, retry } = useLoaded(isOpen ? loadDetails : undefined)
  if (!first) return undefined
  const hovering = {
    onMouseEnter: () => hover(first.id),
    onMouseLeave: () => hover(undefined),
    onFocus: () => hover(first.id),
    onBlur: () => hover(undefined),
  }
  const toggle = (): void => {
    if (!isOpen) showPlace(first)
    toggleRow(key)
  }
  return (
    <li
      className="finding"
      data-severity={severity}
      data-at-cursor={isAtCursor}
      data-selected={isSelected}
      data-open={isOpen}
      data-leaving={isLeaving}
      inert={isLeaving}
    >
      <div className="finding-row" {...hovering}>
        <SeverityMark mark={severity} word="none" />
        <span className="finding-text">
          <button className="finding-open" type="button" aria-expanded={isOpen} onClick={toggle}>
            <span className="read-aloud">{severity}: </span>
            <span className="finding-title">{title}</span>
            {subject !== '' && <span className="finding-subject"> {subject}</span>}
          </button>
          {findings.some(({ mayBeElsewhere }) => mayBeElsewhere) && (
            <span className="tag elsewhere">may be elsewhere</span>
          )}
          {isNew && <span className="tag">now checked</span>}
        </span>
        <Place row={row} />
        {hasFix && !isOpen ? (
          <button className="action link" type="button" aria-label={`Fix: ${title}`} onClick={toggle}>
            Fix
          </button>
        ) : (
          <span />
        )}
        <Chevron />
      </div>
      {isOpen && hasFailed && <LoadFailure part="The details" onRetry={retry} />}
      {isOpen && details && <details.RowDetails row={row} />}
    </li>
  )
})

/** The key of a row among those that are opened or closed. */
export const rowKey = ({ key }: Row): string => `row ${key}`

/** A link to the line, or how many places there are: the opened row has a link to each. */
const Place = ({ row: { findings } }: { readonly row: Row }) => {
  const places = new Set(findings.map(({ range }) => range.from)).size
  const [first] = findings
  if (places > 1 || !first) return <span className="finding-place">{places.toLocaleString('en')} places</span>
  return <LineLink range={first.range} onGo={(range) => goTo(range, first.id)} />
}
