import { afterFirstReport } from '../store/afterFirstReport'
import { renewWorker } from '../store/evaluation'
import { isEmpty, selectDimmed, selectShown } from '../store/selectors'
import { useApp } from '../store/store'
import { connectTyping } from '../store/typing'
import { useLoaded } from '../store/useLoaded'
import { FailureNotice } from './FailureNotice'
import { FindingList } from './FindingList'
import { LoadFailure } from './LoadFailure'
import { Summary } from './Summary'
import './report.css'
import './finding.css'

/** Nobody has typed anything before the first report. */
const loadNotes = async () => {
  await afterFirstReport()
  const { TypingNotes, decisions } = await import('./TypingNotes')
  connectTyping(decisions)
  return { TypingNotes }
}

const loadEmpty = () => import('./EmptyState')

export const ReportPane = () => {
  const notes = useLoaded(loadNotes)
  const report = useApp(selectShown)
  const failure = useApp((state) => state.failure)
  const notLoaded = useApp((state) => state.notLoaded)
  const isDimmed = useApp(selectDimmed)
  const hasNothing = report !== undefined && isEmpty(report) && !failure
  const empty = useLoaded(hasNothing ? loadEmpty : undefined)
  return (
    <>
      {failure && <FailureNotice failure={failure} />}
      {notLoaded.length > 0 && (
        <LoadFailure part={notLoaded.join(', ')} effect="so the report goes without" onRetry={renewWorker} />
      )}
      {!report && !failure && <Waiting />}
      {hasNothing && empty.hasFailed && <LoadFailure part="The ways to begin" onRetry={empty.retry} />}
      {hasNothing && empty.value && <empty.value.EmptyState />}
      {report && !isEmpty(report) && (
        <div className="report-body" data-dimmed={isDimmed} aria-busy={isDimmed}>
          <Summary report={report} />
          <FindingList />
          {notes.hasFailed && (
            <LoadFailure
              part="A part of the report"
              effect="so it changes with every key"
              onRetry={notes.retry}
            />
          )}
          {notes.value && <notes.value.TypingNotes />}
        </div>
      )}
    </>
  )
}

/** Where the first report will be. */
const Waiting = () => (
  <div className="waiting">
    <span className="waiting-ring" />
    <p className="muted">Checking the manifest…</p>
  </div>
)
