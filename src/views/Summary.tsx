import type { Report } from '../engine/model/report'
import { openFixes } from '../store/actions'
import {
  documentCount,
  selectCounts,
  selectFixableRows,
  selectPhase,
  selectShownScore,
} from '../store/selectors'
import { useApp } from '../store/store'
import { admissionSentence, uncountedNote } from '../formats/admissionText'
import { ListToolbar } from './ListToolbar'
import { ScoreRing } from './ScoreRing'
import { gradeOf, sentenceWithoutScore } from '../formats/scoreText'
import { SeverityMark } from './SeverityMark'
import { counted } from '../formats/words'

/** Stays visible while the list scrolls: the score, what it means, what a cluster would do, and what narrows the list. */
export const Summary = ({ report }: { readonly report: Report }) => {
  const score = useApp(selectShownScore)
  return (
    <div className="summary">
      <div className="summary-row">
        {score ? <ScoreRing score={score} /> : <NoScore report={report} />}
        <div className="summary-side">
          <h2>{score ? gradeOf(score).sentence : sentenceWithoutScore(report)}</h2>
          <Admission report={report} />
          <Notes report={report} />
        </div>
        <FixButton />
      </div>
      <ListToolbar />
    </div>
  )
}

/** In place of the score, where no check looks at anything. */
const NoScore = ({ report: { findings } }: { readonly report: Report }) => (
  <span className="no-score">
    <SeverityMark mark={findings.length > 0 ? 'refused' : 'passed'} word="none" />
  </span>
)

const FixButton = () => {
  const count = useApp(selectFixableRows)
  const hasFindings = useApp((state) => selectCounts(state).all > 0)
  if (!hasFindings) return undefined
  return (
    <button
      className="push-button solid fix-button"
      type="button"
      disabled={count === 0}
      onClick={() => openFixes({})}
    >
      {count > 0 ? `Fix ${count.toLocaleString('en')}…` : 'Fix…'}
    </button>
  )
}

/** What a cluster of the chosen version would do. The answer finds its space free: nothing moves when it comes. */
const Admission = ({ report: { admission, objects, score } }: { readonly report: Report }) => {
  const version = useApp((state) => state.reportVersion)
  const isChecking = useApp(selectPhase) === 'checking'
  return (
    <p
      className="admission"
      data-longest={admissionSentence(
        { accepted: objects.length, refused: objects.length, unknown: 0 },
        version,
      )}
    >
      <span>
        {admission
          ? admissionSentence(admission, version)
          : isChecking
            ? `Checking against ${version}…`
            : `Could not be checked against ${version}.`}
        {!admission && score && ' The score is provisional.'}
      </span>
    </p>
  )
}

/** What was not checked, not read, and not counted. */
const Notes = ({ report }: { readonly report: Report }) => {
  const ignored = report.findings.filter((finding) => finding.ignored !== undefined).length
  const broken = report.documents.filter(({ status }) => status === 'broken').length
  const notes = [
    ...uncountedNote(report.objects),
    ...(broken > 0 ? [`${broken} of ${counted(documentCount(report), 'document')} cannot be read`] : []),
    ...(ignored > 0 ? [`${counted(ignored, 'finding')} ignored`] : []),
  ]
  return notes.length > 0 && <p className="notes">{notes.join(' · ')}</p>
}
