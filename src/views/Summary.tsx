import type { Report } from '../engine/model/report'
import { summaryLine, validitySummary } from '../formats/validitySummary'
import { toggleScore, toggleSeverity } from '../store/actions'
import { documentCount, selectCounts, selectScoreOpen } from '../store/selectors'
import { severities } from '../engine/model/finding'
import { useApp } from '../store/store'
import { Chevron } from './Chevron'
import { markWords, SeverityMark } from './SeverityMark'
import { counted } from './words'

/** Stays visible while the list scrolls: the score, what was read, and the counts by severity, which filter the list. */
export const Summary = ({ report }: { readonly report: Report }) => {
  const isOpen = useApp(selectScoreOpen)
  const { score } = report
  const ignored = report.findings.filter((finding) => finding.ignored !== undefined).length
  const broken = report.documents.filter(({ status }) => status === 'broken').length
  return (
    <div className="summary">
      <div className="summary-row">
        {score ? (
          <button
            className="score"
            type="button"
            aria-expanded={isOpen}
            aria-controls="score-steps"
            onClick={toggleScore}
          >
            <span className="read-aloud">Score </span>
            <span className="score-value">{score.value}</span>
            <span className="score-letter">{score.letter}</span>
            <span className="read-aloud">, show how it is calculated</span>
            <Chevron />
          </button>
        ) : (
          <p className="no-score muted">No score: no check applies to this text.</p>
        )}
        <div className="summary-side">
          <p className="muted">
            {counted(report.objects.length, 'object')} in {counted(documentCount(report), 'document')}
            {broken > 0 && `, ${broken} cannot be read`}
            {ignored > 0 && ` · ${counted(ignored, 'finding')} ignored`}
          </p>
          <ValidityLine report={report} />
          <SeverityChips />
        </div>
      </div>
    </div>
  )
}

/** Kubeconform's summary for the chosen Kubernetes version. When everything is valid, the details are in a tooltip. */
const ValidityLine = ({ report }: { readonly report: Report }) => {
  const version = useApp((state) => state.settings.kubernetesVersion)
  const summary = validitySummary(report)
  const line = summaryLine(summary)
  return (
    <p className="muted validity-line" title={line}>
      Kubernetes {version} ·{' '}
      {summary.valid === summary.resources ? counted(summary.valid, 'valid', 'valid') : line}
    </p>
  )
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
