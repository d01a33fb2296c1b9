import { commandsIn } from '../store/commands'
import { useApp } from '../store/store'
import { CommandButton } from './CommandButton'
import './emptyState.css'

export const EmptyState = () => {
  const linkProblem = useApp((state) => state.linkProblem)
  const hasSessions = useApp((state) => state.sessions.length > 0)
  return (
    <div className="report-message">
      {linkProblem !== undefined && (
        <p className="link-problem" role="alert">
          <strong>This link cannot be opened.</strong> {linkProblem}
        </p>
      )}
      {hasSessions && <CommandButton id="session.last" className="push-button" />}
      <p>Paste a manifest, drop files, or start from an example.</p>
      <ul className="starts">
        {commandsIn('example').map(({ id }) => (
          <li key={id}>
            <CommandButton id={id} className="link" />
          </li>
        ))}
      </ul>
      <CommandButton id="text.open" className="push-button" />
    </div>
  )
}
