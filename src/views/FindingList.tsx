import { useEffect, useRef, useState } from 'react'
import { selectGroups, type Group } from '../store/groups'
import { afterFirstReport } from '../store/afterFirstReport'
import { selectPhase, selectScoreOpen } from '../store/selectors'
import { useApp } from '../store/store'
import { useLoaded } from '../store/useLoaded'
import { CommandButton } from './CommandButton'
import { GroupRow } from './GroupRow'
import { Guarded } from './Guarded'
import { LoadFailure } from './LoadFailure'
import { visibleRows } from './visibleRows'

const loadSteps = () => import('./ScoreSteps')

const loadSummary = async () => {
  await afterFirstReport()
  return import('./SchemaSummary')
}

const rowsAtFirst = 150
const rowsMore = 300

export const FindingList = () => {
  const groups = useApp(selectGroups)
  const toggled = useApp((state) => state.toggled)
  const showPassed = useApp((state) => state.showPassed)
  const report = useApp((state) => state.report)
  const isScoreOpen = useApp(selectScoreOpen)
  const { value: steps, hasFailed, retry } = useLoaded(isScoreOpen ? loadSteps : undefined)
  const { value: summary } = useLoaded(loadSummary)
  const list = useRef<HTMLDivElement>(null)
  const [rows, setRows] = useState(rowsAtFirst)

  useEffect(() => {
    if (isScoreOpen) list.current?.scrollTo({ top: 0 })
  }, [isScoreOpen])

  const isOpen = (group: Group): boolean => {
    const isOpenByDefault = group.findings.length > 0 || (showPassed && group.by === 'object')
    return toggled.has(group.key) !== isOpenByDefault
  }
  const { shown, hiddenRows } = visibleRows(groups, isOpen, rows)

  return (
    <div ref={list} className="list" role="region" aria-label="Findings">
      {isScoreOpen && hasFailed && (
        <div id="score-steps">
          <LoadFailure part="The steps of the score" onRetry={retry} />
        </div>
      )}
      {report?.score && isScoreOpen && steps && <steps.ScoreSteps score={report.score} />}
      {groups.length === 0 && <NoFindings />}
      <ul>
        {shown.map(({ group, findings }) => (
          <Guarded key={group.key} part="A part of the report" tag="li" resetOn={group}>
            <GroupRow group={group} isOpen={isOpen(group)} count={findings} />
          </Guarded>
        ))}
      </ul>
      {hiddenRows > 0 && <ShowMore hidden={hiddenRows} more={() => setRows(rows + rowsMore)} />}
      {summary && report && <summary.SchemaSummary report={report} />}
    </div>
  )
}

const NoFindings = () => {
  const isFiltered = useApp((state) => state.filter.trim() !== '' || state.severities.length > 0)
  const isFinal = useApp(selectPhase) === 'final'
  return (
    <p className="report-message muted">
      {isFiltered ? 'No finding matches the filter. ' : `No problems found${isFinal ? '' : ' so far'}.`}
      {isFiltered && <CommandButton id="findings.clearFilter" className="link" />}
    </p>
  )
}

type MoreProps = { readonly hidden: number; readonly more: () => void }

/** Shows more when it scrolls into view; it is a button, so that the keyboard reaches it too. */
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
