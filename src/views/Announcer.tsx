import { useEffect, useState } from 'react'
import { admissionSentence } from './admissionText'
import { selectCounts, selectPhase } from '../store/selectors'
import { useApp, type State } from '../store/store'
import { counted } from './words'

/** The pause in typing before a summary is announced, in milliseconds. */
const pause = 700

/** Undefined as long as there is nothing final to say. */
const summaryOf = (state: State): string | undefined => {
  const { failure, report, reportVersion } = state
  if (failure) return 'No new report: the checks failed on this text.'
  if (!report || selectPhase(state) === 'checking') return undefined
  const score = report.score ? `score ${report.score.value}` : 'no score'
  const found = `${counted(selectCounts(state).all, 'finding')}, ${score}`
  if (!report.admission) return `${found}, provisional`
  return `${found}. ${admissionSentence(report.admission, reportVersion)}`
}

/** Announces each new report to screen readers. */
export const Announcer = () => {
  const summary = useApp(summaryOf)
  const [announced, setAnnounced] = useState('')
  useEffect(() => {
    if (summary === undefined) return
    const timer = setTimeout(() => setAnnounced(summary), pause)
    return () => clearTimeout(timer)
  }, [summary])
  return (
    <p className="read-aloud" aria-live="polite">
      {announced}
    </p>
  )
}
