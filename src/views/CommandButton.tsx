import { canRun, command } from '../store/commands'
import { keysText } from '../store/keyboard'
import { useApp } from '../store/store'

type Props = {
  /** The id of the command. */
  readonly id: string
  readonly className?: string
  /** Shows what the command does below its title, as in a menu. */
  readonly withHelp?: boolean
  /** What it does, where the command itself does not say so. */
  readonly about?: string | undefined
  /** Called just before the command runs. */
  readonly onRun?: () => void
}

/** A button that runs a command; disabled while the command cannot run. */
export const CommandButton = ({ id, className, withHelp = false, about, onRun }: Props) => {
  const chosen = command(id)
  const isEnabled = useApp((state) => canRun(state, chosen))
  const { title, help = about, keys, run } = chosen
  return (
    <button
      className={className}
      type="button"
      disabled={!isEnabled}
      title={keys && keysText(keys)}
      onClick={() => {
        onRun?.()
        run()
      }}
    >
      {title}
      {withHelp && help !== undefined && <span className="muted">{help}</span>}
    </button>
  )
}
