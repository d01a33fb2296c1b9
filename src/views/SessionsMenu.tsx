import { selectSessionName } from '../store/selectors'
import { useApp } from '../store/store'
import { Icon } from './Icon'
import { Popover } from './Popover'

const loadPanel = () => import('./SessionsPanel')

const refreshList = async (): Promise<void> => {
  const { listSessions } = await import('../store/sessions')
  await listSessions()
}

/** The open session, and the way to the others. */
export const SessionsMenu = () => {
  const name = useApp(selectSessionName)
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
      part="The list of sessions"
      load={loadPanel}
      onOpen={() => void refreshList().catch(() => undefined)}
    >
      {({ SessionsPanel }, close) => <SessionsPanel onDone={close} />}
    </Popover>
  )
}
