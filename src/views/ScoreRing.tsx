import type { Score } from '../engine/model/report'
import { toggleScore } from '../store/actions'
import { selectPhase, selectScoreOpen } from '../store/selectors'
import { useApp } from '../store/store'
import { gradeOf } from '../formats/scoreText'

/** In the units of the picture. */
const radius = 23

/** The score as a ring that fills; it opens how the score is calculated. */
export const ScoreRing = ({ score }: { readonly score: Score }) => {
  const isOpen = useApp(selectScoreOpen)
  const isFinal = useApp(selectPhase) === 'final'
  return (
    <button
      className="score"
      type="button"
      data-severity={gradeOf(score).tone}
      data-provisional={!isFinal}
      aria-expanded={isOpen}
      aria-label={`Score ${score.value}, ${score.letter}${isFinal ? '' : ', provisional'}, show how it is calculated`}
      title="How this score is calculated"
      onClick={toggleScore}
    >
      <svg width="52" height="52" viewBox="0 0 52 52" fill="none" strokeWidth="4" aria-hidden="true">
        <circle className="score-track" cx="26" cy="26" r={radius} />
        <circle
          className="score-fill"
          cx="26"
          cy="26"
          r={radius}
          pathLength="100"
          strokeDasharray={`${score.value} 100`}
        />
      </svg>
      <span className="score-value" aria-hidden="true">
        {score.value}
      </span>
    </button>
  )
}
