import { useState } from 'react'
import { selectCounts, selectPhase, selectShown } from '../../store/selectors'
import { useApp } from '../../store/store'
import { BackButton } from '../PageCover'
import { toFixText } from '../words'

/** Stays at the top: what the settings do to the score of the open text, as it happens. */
export const SettingsHead = () => (
  <header className="settings-head">
    <h2>Settings</h2>
    <ScoreChange />
    <BackButton />
  </header>
)

const ScoreChange = () => {
  const report = useApp(selectShown)
  const isFinal = useApp(selectPhase) === 'final'
  const findings = useApp((state) => selectCounts(state).all)
  const now = report?.score?.value
  // The first complete score after the page was opened.
  const [before, setBefore] = useState<number>()
  if (before === undefined && now !== undefined && isFinal) setBefore(now)
  return (
    <p className="score-change" role="status">
      {report && (
        <>
          {now === undefined ? 'No score' : <Score before={before} now={now} />}
          {!isFinal && ', provisional'}
          <span className="muted"> · {toFixText(findings)}</span>
        </>
      )}
    </p>
  )
}

const Score = ({ before, now }: { readonly before: number | undefined; readonly now: number }) => (
  <>
    Score{' '}
    {before !== undefined && before !== now && (
      <>
        {before} <span aria-hidden="true">→</span>
        <span className="read-aloud">before, now</span>{' '}
      </>
    )}
    <b data-change={changeOf(before, now)}>{now}</b>
  </>
)

const changeOf = (before: number | undefined, now: number): 'up' | 'down' | undefined => {
  if (before === undefined || before === now) return undefined
  return now > before ? 'up' : 'down'
}
