import { useEffect, useState } from 'react'
import { selectCounts } from '../store/selectors'
import { useApp, type State } from '../store/store'
import { counted } from './words'

/** The pause in typing before a summary is announced, in milliseconds. */
const pause = 700

const summaryOf = (state: State): string | undefined => {
  if (state.failure) return 'No new report: the checks failed on this text.'
  if (!state.report) return undefined
  const { all } = selectCounts(state)
  const score = state.report.score ? `score ${state.report.score.value}` : 'no score'
  return `${counted(all, 'finding')}, ${score}`
}

/** Announces each new report to screen readers. */
export const Announcer = () => {
  const summary = useApp(summaryOf)
  const [announced, setAnnounced] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setAnnounced(summary ?? ''), pause)
    return () => clearTimeout(timer)
  }, [summary])
  return (
    <p className="read-aloud" aria-live="polite">
      {announced}
    </p>
  )
}
