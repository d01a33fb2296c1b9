import { useId, useRef, useState, type ReactNode, type ToggleEvent } from 'react'
import { useLoaded } from '../store/useLoaded'
import { LoadFailure } from './LoadFailure'

type Props<Part> = {
  readonly label: ReactNode
  /** Said of the button in addition to its label. */
  readonly title?: string
  readonly className: string
  /** Loads what it opens, the first time that it is opened. */
  readonly load: () => Promise<Part>
  /** What that is, as the subject of a sentence: `The examples`. */
  readonly part: string
  readonly onOpen?: () => void
  /** `close` closes it, which gives the focus back to the button. */
  readonly children: (loaded: Part, close: () => void) => ReactNode
}

/** The browser's own popover, below its button: Escape or a click elsewhere closes it and gives the focus back. */
export const Popover = <Part,>({ label, title, className, load, part, onOpen, children }: Props<Part>) => {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const [wasOpened, setOpened] = useState(false)
  const { value, hasFailed, retry } = useLoaded(wasOpened ? load : undefined)

  const open = (event: ToggleEvent<HTMLDivElement>): void => {
    const anchor = button.current?.getBoundingClientRect()
    if (event.newState !== 'open' || !anchor) return
    event.currentTarget.style.setProperty('--below', `${anchor.bottom + 4}px`)
    event.currentTarget.dataset['side'] = anchor.left < innerWidth / 2 ? 'left' : 'right'
    event.currentTarget.style.setProperty('--left', `${Math.max(8, anchor.left)}px`)
    event.currentTarget.style.setProperty('--right', `${Math.max(8, innerWidth - anchor.right)}px`)
    setOpened(true)
    onOpen?.()
  }

  return (
    <>
      <button
        ref={button}
        className={`ghost ${className}-button`}
        type="button"
        title={title}
        aria-label={title}
        popoverTarget={id}
      >
        {label}
      </button>
      <div id={id} className={`popover ${className}`} popover="auto" onBeforeToggle={open}>
        {hasFailed && <LoadFailure part={part} onRetry={retry} />}
        {value && children(value, () => document.getElementById(id)?.hidePopover())}
      </div>
    </>
  )
}
