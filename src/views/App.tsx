// Style sheets first: what comes later overrides them.
import './theme.css'
import './base.css'
import './page.css'
import './topBar.css'
import type { CSSProperties } from 'react'
import { EditorPane } from '../editor/EditorPane'
import { fetchSchemas } from '../store/ask'
import { useApp } from '../store/store'
import { Announcer } from './Announcer'
import { Breadcrumb } from './Breadcrumb'
import { Divider } from './Divider'
import { DropTarget } from './DropTarget'
import { Notice } from './Notice'
import { PaneTabs } from './PaneTabs'
import { ReportPane } from './ReportPane'
import { TopBar } from './TopBar'

/** So that nothing is asked of the network later. A failure shows where something is missing. */
const fetchRest = (): void => {
  import('./pageOf').catch(() => undefined)
  import('./FixDialog').catch(() => undefined)
  import('../editor/FixDiffEditor').catch(() => undefined)
  import('../store/schemaFiles').then(({ fetchReader }) => fetchReader()).catch(() => undefined)
  import('../schemas/generated/licences.json').catch(() => undefined)
  fetchSchemas()
}

export const App = () => {
  const pane = useApp((state) => state.pane)
  const split = useApp((state) => state.split)
  return (
    <div className="page">
      <TopBar />
      <PaneTabs />
      <main className="panes" data-pane={pane} style={{ '--split': split } as CSSProperties}>
        <section className="pane manifest" id="manifest" aria-label="Manifest">
          <Breadcrumb />
          <EditorPane onReady={fetchRest} />
        </section>
        <Divider />
        <section className="pane report" id="report" aria-label="Report">
          <ReportPane />
        </section>
      </main>
      <Notice />
      <DropTarget />
      <Announcer />
    </div>
  )
}
