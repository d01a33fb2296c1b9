import type { Report } from '../engine/model/report'
import { admissionSentence, uncountedNote } from './admissionText'
import { toggleScore, toggleSeverity } from '../store/actions'
import { documentCount, selectCounts, selectPhase, selectScoreOpen } from '../store/selectors'
import { severities } from '../engine/model/finding'
import { useApp } from '../store/store'
import { Chevron } from './Chevron'
import { markWords, SeverityMark } from './SeverityMark'
import { counted } from './words'

/** Stays visible while the list scrolls: the score, what a cluster would do, and the counts by severity, which filter. */
export const Summary = ({ report }: { readonly report: Report }) => {
  const isOpen = useApp(selectScoreOpen)
  const isFinal = useApp(selectPhase) === 'final'
  const { score } = report
  return (
    <div className="summary">
      <div className="summary-row">
        {score ? (
          <button
            className="score"
            type="button"
            data-provisional={!isFinal}
            aria-expanded={isOpen}
            aria-controls="score-steps"
            onClick={toggleScore}
          >
            <span className="read-aloud">Score </span>
            <span className="score-value">{score.value}</span>
            <span className="score-letter">{score.letter}</span>
            <span className="read-aloud">{!isFinal && ', provisional'}, show how it is calculated</span>
            <Chevron />
          </button>
        ) : (
          <p className="no-score muted">No score: no check applies to this text.</p>
        )}
        <div className="summary-side">
          <Admission report={report} />
          <Notes report={report} />
          <SeverityChips />
        </div>
      </div>
    </div>
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
        {!admission && score && <span className="muted"> The score is provisional.</span>}
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
  return notes.length > 0 && <p className="muted notes">{notes.join(' · ')}</p>
}

const SeverityChips = () => {
  const counts = useApp(selectCounts)
  const chosen = useApp((state) => state.severities)
  return (
    <div className="chips" role="group" aria-label="Show only">
      {severities.map((severity) => (
        <button
          key={severity}
          className="chip"
          type="button"
          aria-pressed={chosen.includes(severity)}
          disabled={counts[severity] === 0 && !chosen.includes(severity)}
          onClick={() => toggleSeverity(severity)}
        >
          <SeverityMark mark={severity} word="none" />
          <b>{counts[severity].toLocaleString('en')}</b> {markWords[severity].toLowerCase()}
        </button>
      ))}
    </div>
  )
}
