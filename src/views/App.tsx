// Style sheets first: what comes later overrides them.
import './theme.css'
import './base.css'
import './page.css'
import './topBar.css'
import type { CSSProperties } from 'react'
import { EditorPane } from '../editor/EditorPane'
import { afterFirstReport } from '../store/afterFirstReport'
import { Boundary } from '../store/Boundary'
import { useApp } from '../store/store'
import { useLoaded } from '../store/useLoaded'
import { Breadcrumb } from './Breadcrumb'
import { Divider } from './Divider'
import { DropTarget } from './DropTarget'
import { LoadFailure } from './LoadFailure'
import { Guarded } from './Guarded'
import { PaneTabs } from './PaneTabs'
import { ReportPane } from './ReportPane'
import { TopBar } from './TopBar'

/** What fails to load is loaded when it is used. */
const loadRest = () => void import('./loadRest').then((rest) => rest.loadRest()).catch(() => undefined)

const loadOverlays = async () => {
  await afterFirstReport()
  return import('./Overlays')
}

export const App = () => {
  const overlays = useLoaded(loadOverlays)
  const pane = useApp((state) => state.pane)
  const revision = useApp((state) => state.reportRevision)
  const split = useApp((state) => state.split)
  const isLessonShown = useApp((state) => state.lesson !== undefined && state.isLessonShown)
  const isCovered = useApp((state) => state.page !== undefined)
  return (
    <div className="page">
      <Guarded part="The top bar">
        <TopBar />
        <PaneTabs />
      </Guarded>
      <div className="stage" data-lesson={isLessonShown}>
        {overlays.value && <overlays.value.LessonSlot />}
        <main
          className="panes"
          data-pane={pane}
          inert={isCovered}
          style={{ '--split': split } as CSSProperties}
        >
          <section className="pane manifest" id="manifest" aria-label="Manifest">
            <Boundary renderFailure={() => <BlindBreadcrumb />} resetOn={revision}>
              <Breadcrumb />
            </Boundary>
            <EditorPane onReady={loadRest} />
          </section>
          <Divider />
          <section className="pane report" id="report" aria-label="Report">
            <Guarded part="The report" resetOn={revision}>
              <ReportPane />
            </Guarded>
          </section>
        </main>
        {overlays.value && <overlays.value.Learning />}
      </div>
      <DropTarget />
      {overlays.hasFailed && <LoadFailure part="A part of the page" onRetry={overlays.retry} />}
      {overlays.value && <overlays.value.Overlays />}
    </div>
  )
}

const BlindBreadcrumb = () => <div className="breadcrumb">The place of the cursor cannot be shown.</div>
