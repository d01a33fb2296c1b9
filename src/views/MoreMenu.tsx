import { ExamplesMenu } from './ExamplesMenu'
import { Icon } from './Icon'
import { Popover } from './Popover'
import { SessionsMenu } from './SessionsMenu'
import { VersionSelect } from './VersionSelect'

const loadPanel = () => import('./MorePanel')

/** Everything that is not in the bar. */
export const MoreMenu = ({ isNarrow }: { readonly isNarrow: boolean }) => (
  <Popover label={<Icon name="more" />} title="Menu" className="more" part="The menu" load={loadPanel}>
    {({ MorePanel }, close) => (
      <MorePanel isNarrow={isNarrow} onDone={close}>
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
      </MorePanel>
    )}
  </Popover>
)
