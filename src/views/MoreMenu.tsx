import { useRef, useState } from 'react'
import { useLoaded } from '../store/useLoaded'
import { ExamplesMenu } from './ExamplesMenu'
import { Icon } from './Icon'
import { LoadFailure } from './LoadFailure'
import { Popover } from './Popover'
import { SessionsMenu } from './SessionsMenu'
import { VersionSelect } from './VersionSelect'

const loadPanel = () => import('./MorePanel')

/** Everything that is not in the bar. What it opens is loaded when it is first used. */
export const MoreMenu = ({ isNarrow }: { readonly isNarrow: boolean }) => {
  const panel = useRef<HTMLDivElement>(null)
  const [wasOpened, setOpened] = useState(false)
  const loaded = useLoaded(wasOpened ? loadPanel : undefined)
  const close = (): void => panel.current?.hidePopover()
  return (
    <Popover
      label={<Icon name="more" />}
      title="Menu"
      className="more"
      look="ghost"
      panel={panel}
      onOpen={() => setOpened(true)}
    >
      {loaded.hasFailed && <LoadFailure part="The menu" onRetry={loaded.retry} />}
      {loaded.value && (
        <loaded.value.MorePanel onDone={close}>
          {isNarrow && (
            <div className="more-bar">
              <SessionsMenu />
              <VersionSelect />
              <ExamplesMenu onDone={close} />
              <a className="ghost" href="#/lessons" onClick={close}>
                Learn
              </a>
            </div>
          )}
        </loaded.value.MorePanel>
      )}
    </Popover>
  )
}
