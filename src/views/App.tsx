// Style sheets first: what comes later overrides them.
import './theme.css'
import './base.css'
import './page.css'
import './topBar.css'
import type { CSSProperties } from 'react'
import { EditorPane } from '../editor/EditorPane'
import { useApp } from '../store/store'
import { Announcer } from './Announcer'
import { Breadcrumb } from './Breadcrumb'
import { Divider } from './Divider'
import { DropTarget } from './DropTarget'
import { Notice } from './Notice'
import { PaneTabs } from './PaneTabs'
import { ReportPane } from './ReportPane'
import { TopBar } from './TopBar'

/** So that nothing is asked of the network later. A failure shows where a page is missing. */
const fetchPages = (): void => {
  import('./pageOf').catch(() => undefined)
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
          <Notice />
          <EditorPane onReady={fetchPages} />
        </section>
        <Divider />
        <section className="pane report" id="report" aria-label="Report">
          <ReportPane />
        </section>
      </main>
      <DropTarget />
      <Announcer />
    </div>
  )
}
