import { useState } from 'react'
import { selectSessionName } from '../store/selectors'
import { removeSession, renameSession, switchSession } from '../store/sessions'
import { useApp } from '../store/store'
import { sessionLimit, type SessionEntry } from '../session/storage'
import { CommandButton } from './CommandButton'
import './sessions.css'

type Props = {
  readonly onDone: () => void
}

/** The name of the open session, and the other sessions that this browser keeps. */
export const SessionsPanel = ({ onDone }: Props) => {
  const name = useApp(selectSessionName)
  const open = useApp((state) => state.session)
  const sessions = useApp((state) => state.sessions)
  const others = sessions.filter(({ id }) => id !== open.id)
  return (
    <>
      <NameField key={open.id} name={open.name ?? ''} placeholder={name} onDone={onDone} />
      <CommandButton id="session.new" className="push-button" onRun={onDone} />
      <h2 id="sessions-title">Earlier sessions</h2>
      {others.length === 0 && (
        <p className="muted">None yet. The last {sessionLimit} are kept in this browser.</p>
      )}
      <ul aria-labelledby="sessions-title">
        {others.map((entry) => (
          <li key={entry.id}>
            <SessionButton entry={entry} onOpen={onDone} />
            <button
              className="link"
              type="button"
              aria-label={`Remove ${nameOf(entry)}`}
              onClick={() => void removeSession(entry.id)}
            >
              Remove
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

type NameProps = {
  readonly name: string
  readonly placeholder: string
  readonly onDone: () => void
}

/** Renames the open session; an empty name lets it be called after what is in its text. */
const NameField = ({ name, placeholder, onDone }: NameProps) => {
  const [typed, setTyped] = useState(name)
  return (
    <form
      className="session-name"
      onSubmit={(event) => {
        event.preventDefault()
        onDone()
      }}
    >
      <label>
        Name of this session
        <input
          className="field"
          value={typed}
          placeholder={placeholder}
          maxLength={80}
          onChange={({ target: { value } }) => {
            setTyped(value)
            renameSession(value)
          }}
        />
      </label>
    </form>
  )
}

const SessionButton = ({ entry, onOpen }: { readonly entry: SessionEntry; readonly onOpen: () => void }) => (
  <button
    className="session"
    type="button"
    onClick={() => {
      onOpen()
      void switchSession(entry.id)
    }}
  >
    {nameOf(entry)}
    <span className="muted">
      {entry.name !== undefined && entry.summary !== '' && `${entry.summary} · `}
      {timeText(entry.changed)}
    </span>
  </button>
)

const nameOf = ({ name, summary }: SessionEntry): string => name ?? (summary || 'Untitled')

const sameDay = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' })
const otherDay = new Intl.DateTimeFormat(undefined, {
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
})

/** `14:03` for today, else `26 Nov, 14:03`, as the browser's language writes it. */
const timeText = (milliseconds: number): string => {
  const date = new Date(milliseconds)
  return (date.toDateString() === new Date().toDateString() ? sameDay : otherDay).format(date)
}
