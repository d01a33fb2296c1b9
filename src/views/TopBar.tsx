import { openSharing } from '../store/actions'
import { canRun, command } from '../store/commands'
import { useApp } from '../store/store'
import { useIsNarrow } from '../store/useIsNarrow'
import { ExamplesMenu } from './ExamplesMenu'
import { ExportMenu } from './ExportMenu'
import { Icon } from './Icon'
import { MoreMenu } from './MoreMenu'
import { SessionsMenu } from './SessionsMenu'
import { VersionSelect } from './VersionSelect'

/** On a narrow screen most of it is in the menu. */
export const TopBar = () => {
  const isNarrow = useIsNarrow()
  return (
    <header className="top-bar">
      <h1>Manifest Playground</h1>
      {!isNarrow && <SessionsMenu />}
      <span className="space" />
      {!isNarrow && <VersionSelect />}
      {!isNarrow && <ExamplesMenu />}
      {!isNarrow && (
        <a className="ghost" href="#/lessons">
          Learn
        </a>
      )}
      {!isNarrow && <ExportMenu />}
      <ShareButton />
      <MoreMenu isNarrow={isNarrow} />
    </header>
  )
}

const share = command('session.share')

const ShareButton = () => {
  const isEnabled = useApp((state) => canRun(state, share))
  return (
    <button className="push-button solid" type="button" disabled={!isEnabled} onClick={openSharing}>
      <Icon name="share" />
      Share
    </button>
  )
}
