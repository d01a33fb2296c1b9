// Style sheets first: what comes later overrides them.
import './theme.css'
import './base.css'
import './page.css'
import './topBar.css'
import type { CSSProperties } from 'react'
import { EditorPane } from '../editor/EditorPane'
import { loadEverything } from '../store/ask'
import { loadSchemaReader } from '../store/files'
import { useApp } from '../store/store'
import { Announcer } from './Announcer'
import { Breadcrumb } from './Breadcrumb'
import { Divider } from './Divider'
import { DropTarget } from './DropTarget'
import { Notice } from './Notice'
import { PaneTabs } from './PaneTabs'
import { ReportPane } from './ReportPane'
import { TopBar } from './TopBar'

/** Loads everything that the page may need later, so that it works offline. What fails is tried again when it is used. */
const loadRest = (): void => {
  const loads: readonly (() => Promise<unknown>)[] = [
    () => import('./ruleDocs'),
    () => import('./FindingDetails'),
    () => import('./ScoreSteps'),
    () => import('./VersionMatrix'),
    () => import('./FixDialog'),
    () => import('./SettingsForm'),
    () => import('./Licences'),
    () => import('../editor/FixDiffEditor'),
    () => import('../formats/unifiedDiff'),
    () => import('../schemas/generated/licences.json'),
    loadSchemaReader,
  ]
  for (const load of loads) load().catch(() => undefined)
  loadEverything()
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
          <EditorPane onReady={loadRest} />
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
