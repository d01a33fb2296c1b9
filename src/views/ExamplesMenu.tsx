import { useRef } from 'react'
import { commandsIn } from '../store/commands'
import { CommandButton } from './CommandButton'
import { Popover } from './Popover'

/** The examples, and the other ways to begin. */
export const ExamplesMenu = () => {
  const panel = useRef<HTMLDivElement>(null)
  const close = (): void => panel.current?.hidePopover()
  return (
    <Popover label="Examples" className="examples-menu" panel={panel}>
      <ul aria-label="Examples">
        {commandsIn('example').map(({ id }) => (
          <li key={id}>
            <CommandButton id={id} withHelp onRun={close} />
          </li>
        ))}
      </ul>
      <hr />
      {commandsIn('text').map(({ id }) => (
        <CommandButton key={id} id={id} withHelp onRun={close} />
      ))}
    </Popover>
  )
}
