import { useRef, useState } from 'react'
import { selectSessionName } from '../store/selectors'
import { useApp } from '../store/store'
import { useLoaded } from '../store/useLoaded'
import { Icon } from './Icon'
import { LoadFailure } from './LoadFailure'
import { Popover } from './Popover'

const loadPanel = () => import('./SessionsPanel')

const refreshList = async (): Promise<void> => {
  const { listSessions } = await import('../store/sessions')
  await listSessions()
}

/** The open session, and the way to the others. What it opens is loaded when it is first used. */
export const SessionsMenu = () => {
  const panel = useRef<HTMLDivElement>(null)
  const [wasOpened, setOpened] = useState(false)
  const name = useApp(selectSessionName)
  const loaded = useLoaded(wasOpened ? loadPanel : undefined)

  const open = (): void => {
    setOpened(true)
    refreshList().catch(() => undefined)
  }

  return (
    <Popover
      label={
        <>
          <span className="session-name">{name}</span>
          <Icon name="down" size={12} />
        </>
      }
      title={`Session: ${name}`}
      className="sessions"
      look="ghost"
      panel={panel}
      onOpen={open}
    >
      {loaded.hasFailed && <LoadFailure part="The list of sessions" onRetry={loaded.retry} />}
      {loaded.value && <loaded.value.SessionsPanel onDone={() => panel.current?.hidePopover()} />}
    </Popover>
  )
}
