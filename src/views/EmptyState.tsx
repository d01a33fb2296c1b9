import { commandsIn } from '../store/commands'
import { CommandButton } from './CommandButton'

export const EmptyState = () => (
  <div className="report-message">
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
