import { startTransition, useCallback, useEffect, useRef, useState, type RefObject } from 'react'
import type { Row } from '../engine/report/rows'
import { toggleRow } from '../store/actions'
import { afterFirstReport } from '../store/afterFirstReport'
import { selectGroups, type Group } from '../store/groups'
import {
  selectIsFiltered,
  selectPhase,
  selectScoreOpen,
  selectShown,
  selectShownScore,
} from '../store/selectors'
import { store, useApp } from '../store/store'
import { useLoaded } from '../store/useLoaded'
import { Chevron } from './Chevron'
import { CommandButton } from './CommandButton'
import { defaultOpen } from './defaultOpen'
import { rowKey } from './FindingRow'
import { FixFirst } from './FixFirst'
import { GroupRow } from './GroupRow'
import { Guarded } from './Guarded'
import { LoadFailure } from './LoadFailure'
import { visibleRows } from './visibleRows'
import { counted } from '../formats/words'

const loadSteps = () => import('./ScoreSteps')

const loadFooter = async () => {
  await afterFirstReport()
  return import('./ListFooter')
}

const rowsAtFirst = 150
/** So few that they are there within a frame. As long as the end of the list is near, more follow. */
const rowsMore = 30

export const FindingList = () => {
  const groups = useApp(selectGroups)
  const report = useApp(selectShown)
  const score = useApp(selectShownScore)
  const isScoreOpen = useApp(selectScoreOpen)
  const { value: steps, hasFailed, retry } = useLoaded(isScoreOpen ? loadSteps : undefined)
  const { value: footer, ...footerLoad } = useLoaded(loadFooter)
  const list = useRef<HTMLDivElement>(null)
  const [rows, setRows] = useState(rowsAtFirst)
  const showMore = useCallback(() => startTransition(() => setRows((before) => before + rowsMore)), [])
  const isOpen = useOpenGroups(groups)
  const passing = usePassing(groups)
  const { shown, hiddenRows } = visibleRows(
    passing.isFolded ? groups.filter((group) => !passing.groups.has(group)) : groups,
    isOpen,
    rows,
  )

  useRevealed(list, groups)

  useEffect(() => {
    if (isScoreOpen) list.current?.scrollTo({ top: 0 })
  }, [isScoreOpen])

  return (
    <div ref={list} className="list" role="region" aria-label="Findings">
      {isScoreOpen && hasFailed && (
        <div id="score-steps">
          <LoadFailure part="The steps of the score" onRetry={retry} />
        </div>
      )}
      {score && isScoreOpen && steps && <steps.ScoreSteps score={score} />}
      <FixFirst listed={shown.flatMap(({ group, rows: count }) => group.rows.slice(0, count))} />
      {groups.every((group) => group.rows.length === 0) && (
        <NothingToFix isEmpty={groups.length === 0} green={footer} />
      )}
      <ul>
        {shown.map(({ group, rows: count }) => (
          <Guarded key={group.key} part="A part of the report" tag="li" resetOn={group}>
            <GroupRow group={group} isOpen={isOpen(group)} count={count} />
          </Guarded>
        ))}
      </ul>
      {passing.groups.size > 0 && (
        <div className="quiet">
          <button type="button" aria-expanded={!passing.isFolded} onClick={() => toggleRow(passingRow)}>
            <Chevron /> {counted(passing.groups.size, 'object')} with nothing to fix
          </button>
        </div>
      )}
      {hiddenRows > 0 && <ShowMore hidden={hiddenRows} more={showMore} />}
      {footerLoad.hasFailed && <LoadFailure part="The end of the list" onRetry={footerLoad.retry} />}
      {footer && report && <footer.ListFooter report={report} />}
    </div>
  )
}

/** Whether a group is open: by itself, or because a person opened or closed it. */
function useOpenGroups(groups: readonly Group[]): (group: Group) => boolean {
  const toggled = useApp((state) => state.toggled)
  const showPassed = useApp((state) => state.showPassed)
  const list = useApp((state) => `${state.session.id} ${state.groupBy}`)
  const narrowing = useApp(({ filter, severities, elsewhere }) => `${filter} ${severities} ${elsewhere}`)
  const [known, setKnown] = useState({ list, narrowing, groups, open: defaultOpen(groups, new Map()) })
  if (known.groups !== groups || known.list !== list) {
    // What somebody looks for is not left closed: only what they opened or closed themselves stays as it was.
    const kept = [...known.open].filter(([key]) => known.narrowing === narrowing || toggled.has(key))
    const before = new Map(known.list === list ? kept : [])
    setKnown({ list, narrowing, groups, open: new Map([...before, ...defaultOpen(groups, before)]) })
  }
  return ({ key, by, rows }) => {
    if (by === 'rule') return true
    const isOpenByItself = rows.length > 0 ? known.open.get(key) === true : showPassed && by === 'object'
    return toggled.has(key) !== isOpenByItself
  }
}

/** The row of the selected finding is in view; one that a link or a kept session names is open, too. */
function useRevealed(list: RefObject<HTMLDivElement | null>, groups: readonly Group[]): void {
  const selected = useApp((state) => state.selected)
  const session = useApp((state) => state.session.id)
  const opened = useRef('')
  useEffect(() => {
    if (opened.current === session || groups.length === 0) return
    opened.current = session
    const isNamed = ({ findings }: Row): boolean => findings.some(({ id }) => id === selected)
    const row = groups.flatMap(({ rows }) => rows).find(isNamed)
    if (!row || store.getState().toggled.has(rowKey(row))) return
    toggleRow(rowKey(row))
    requestAnimationFrame(() => reveal(list.current))
  }, [list, session, groups, selected])
  useEffect(() => {
    if (selected !== undefined) reveal(list.current)
  }, [list, selected])
}

const reveal = (list: HTMLDivElement | null): void =>
  list?.querySelector('[data-selected=true]')?.scrollIntoView({ block: 'nearest' })

const passingRow = 'passing'

/** More objects without a finding than these are one line. */
const mostPassing = 3

/** The objects that are one line, because nothing is to be done about them; none where they are few, or wanted. */
function usePassing(groups: readonly Group[]): {
  readonly groups: ReadonlySet<Group>
  readonly isFolded: boolean
} {
  const isOpen = useApp((state) => state.toggled.has(passingRow))
  const showPassed = useApp((state) => state.showPassed)
  const passing = groups.filter(
    (group) => group.by === 'object' && group.rows.length === 0 && group.ignored.length === 0,
  )
  const isFoldable = passing.length > mostPassing && !showPassed
  return { groups: new Set(isFoldable ? passing : []), isFolded: isFoldable && !isOpen }
}

type NothingProps = {
  /** There is not even an object without a finding. */
  readonly isEmpty: boolean
  readonly green: Awaited<ReturnType<typeof loadFooter>> | undefined
}

const NothingToFix = ({ isEmpty, green }: NothingProps) => {
  const isFiltered = useApp(selectIsFiltered)
  const isFinal = useApp(selectPhase) === 'final'
  const isGreen = useApp((state) => selectShownScore(state)?.value === 100)
  if (isFiltered)
    return (
      <p className="report-message muted">
        No finding matches the filter. <CommandButton id="findings.clearFilter" className="link" />
      </p>
    )
  if (isGreen && isFinal) return green && <green.AllGreen />
  return isEmpty && <p className="report-message muted">No problems found{isFinal ? '' : ' so far'}.</p>
}

type MoreProps = { readonly hidden: number; readonly more: () => void }

/** Shows more when it scrolls into view; it is a button, so that the keyboard reaches it too. */
const ShowMore = ({ hidden, more }: MoreProps) => {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && more(), {
      // Of the list that scrolls: what is around it cuts off a margin of the window.
      root: button.current?.closest('.list') ?? null,
      rootMargin: '1200px',
    })
    if (button.current && hidden > 0) observer.observe(button.current)
    return () => observer.disconnect()
    // Told anew after each step, because a button that stays near tells nothing by itself.
  }, [more, hidden])
  return (
    <button ref={button} className="show-more link" type="button" onClick={more}>
      Show more ({hidden.toLocaleString('en')} rows left)
    </button>
  )
}
