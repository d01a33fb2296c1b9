import { useEffect, useState } from 'react'
import { selectCounts } from '../store/selectors'
import { useApp, type State } from '../store/store'
import { counted } from './words'

/** Long enough for a pause in typing, in milliseconds: nobody wants every key stroke read out. */
const pause = 700

const summaryOf = (state: State): string | undefined => {
  if (state.failure) return 'No new report: the check of this text failed.'
  if (!state.report) return undefined
  const { all } = selectCounts(state)
  const score = state.report.score ? `score ${state.report.score.value}` : 'no score'
  return `${counted(all, 'finding')}, ${score}`
}

/** The one polite voice of the page. */
export const Announcer = () => {
  const summary = useApp(summaryOf)
  const [said, setSaid] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSaid(summary ?? ''), pause)
    return () => clearTimeout(timer)
  }, [summary])
  return (
    <p className="read-aloud" aria-live="polite">
      {said}
    </p>
  )
}
