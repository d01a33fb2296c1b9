import { commandsIn } from '../store/commands'
import { CommandButton } from './CommandButton'

/** What takes the report or the manifest out of the page. `onDone`: closes what it lies in. */
export const ExportList = ({ onDone }: { readonly onDone: () => void }) => (
  <ul aria-label="Export">
    {commandsIn('export').map(({ id }) => (
      <li key={id}>
        <CommandButton id={id} withHelp onRun={onDone} />
      </li>
    ))}
  </ul>
)
