import { useEffect, useRef, useState } from 'react'
import { clearFilters } from '../store/actions'
import { selectGroups, type Group } from '../store/groups'
import { selectScoreOpen } from '../store/selectors'
import { useApp } from '../store/store'
import { GroupRow } from './GroupRow'
import { ScoreWorking } from './ScoreWorking'
import { windowOf } from './windowOf'

const rowsAtFirst = 150
const rowsMore = 300

export const FindingList = () => {
  const groups = useApp(selectGroups)
  const toggled = useApp((state) => state.toggled)
  const showPassed = useApp((state) => state.showPassed)
  const score = useApp((state) => state.report?.score)
  const isScoreOpen = useApp(selectScoreOpen)
  const list = useRef<HTMLDivElement>(null)
  const [rows, setRows] = useState(rowsAtFirst)

  useEffect(() => {
    if (isScoreOpen) list.current?.scrollTo({ top: 0 })
  }, [isScoreOpen])

  const isOpen = (group: Group): boolean => {
    const isInteresting = group.findings.length > 0 || (showPassed && group.by === 'object')
    return toggled.has(group.key) !== isInteresting
  }
  const { shown, hiddenRows } = windowOf(groups, isOpen, rows)

  return (
    <div ref={list} className="list" role="region" aria-label="Findings">
      {score && isScoreOpen && <ScoreWorking score={score} />}
      {groups.length === 0 && <NothingMatches />}
      <ul>
        {shown.map(({ group, findings }) => (
          <GroupRow key={group.key} group={group} isOpen={isOpen(group)} count={findings} />
        ))}
      </ul>
      {hiddenRows > 0 && <ShowMore hidden={hiddenRows} more={() => setRows(rows + rowsMore)} />}
    </div>
  )
}

const NothingMatches = () => {
  const isNarrowed = useApp((state) => state.filter.trim() !== '' || state.severities.length > 0)
  return (
    <p className="report-message muted">
      {isNarrowed ? 'No finding matches the filter. ' : 'Nothing was found. '}
      {isNarrowed && (
        <button className="link" type="button" onClick={clearFilters}>
          Clear the filter
        </button>
      )}
    </p>
  )
}

type MoreProps = { readonly hidden: number; readonly more: () => void }

/** Draws more by itself when it scrolls into view; a button, so that the keyboard reaches it too. */
const ShowMore = ({ hidden, more }: MoreProps) => {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && more(), {
      rootMargin: '400px',
    })
    if (button.current) observer.observe(button.current)
    return () => observer.disconnect()
  }, [more])
  return (
    <button ref={button} className="show-more link" type="button" onClick={more}>
      Show more ({hidden.toLocaleString('en')} rows left)
    </button>
  )
}
