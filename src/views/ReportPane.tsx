import { firstExample } from '../examples'
import { renewWorker } from '../store/evaluation'
import { isEmpty, selectDimmed } from '../store/selectors'
import { useApp } from '../store/store'
import { EmptyState } from './EmptyState'
import { FailureNotice } from './FailureNotice'
import { FindingList } from './FindingList'
import { ListToolbar } from './ListToolbar'
import { LoadFailure } from './LoadFailure'
import { Summary } from './Summary'
import './report.css'
import './finding.css'

export const ReportPane = () => {
  const report = useApp((state) => state.report)
  const failure = useApp((state) => state.failure)
  const notLoaded = useApp((state) => state.notLoaded)
  const isFirstExample = useApp((state) => state.text === firstExample.text)
  const isDimmed = useApp(selectDimmed)
  return (
    <>
      {failure && <FailureNotice failure={failure} />}
      {notLoaded.length > 0 && (
        <LoadFailure part={notLoaded.join(', ')} effect="so the report goes without" onRetry={renewWorker} />
      )}
      {!report && !failure && <p className="report-message muted">Checking the manifest…</p>}
      {report && isEmpty(report) && !failure && <EmptyState />}
      {report && !isEmpty(report) && (
        <div className="report-body" data-dimmed={isDimmed} aria-busy={isDimmed}>
          <Summary report={report} />
          {isFirstExample && (
            <p className="first-lesson">
              <a className="link" href="#/lessons/from-bare-to-green/pull-policy">
                Walk through it (6 steps, 5 minutes)
              </a>
            </p>
          )}
          <ListToolbar />
          <FindingList />
        </div>
      )}
    </>
  )
}
