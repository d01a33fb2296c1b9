import { useEffect, useState } from 'react'
import { admissionSentence } from '../formats/admissionText'
import { selectCounts, selectNews, selectPhase, selectShown, selectShownScore } from '../store/selectors'
import { useApp, type State } from '../store/store'
import { newsSentence } from './newsSentence'
import { toFixText } from './words'

/** The pause in typing before a summary is announced, in milliseconds. */
const pause = 700

/** Undefined as long as there is nothing final to say. */
const summaryOf = (state: State): string | undefined => {
  const { failure, reportVersion } = state
  const report = selectShown(state)
  const shownScore = selectShownScore(state)
  const news = selectNews(state)
  if (failure) return 'No new report: the checks failed on this text.'
  if (!report || selectPhase(state) === 'checking') return undefined
  const score = shownScore ? `score ${shownScore.value}` : 'no score'
  const announced = news.length > 0 ? `${newsSentence(news)} ` : ''
  const found = `${announced}${toFixText(selectCounts(state).all)}, ${score}`
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
