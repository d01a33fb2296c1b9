import { abouts } from '../examples/abouts'
import { commandsIn } from '../store/commands'
import { CommandButton } from './CommandButton'

/** The examples, and the other ways to begin. `onDone`: closes what it lies in. */
export const ExamplesList = ({ onDone }: { readonly onDone: () => void }) => (
  <>
    <ul aria-label="Examples">
      {commandsIn('example').map(({ id }) => (
        <li key={id}>
          <CommandButton id={id} withHelp about={abouts[id.slice('example.'.length)]} onRun={onDone} />
        </li>
      ))}
    </ul>
    <hr />
    {commandsIn('text').map(({ id }) => (
      <CommandButton key={id} id={id} withHelp onRun={onDone} />
    ))}
  </>
)
