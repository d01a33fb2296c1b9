import { useId, useRef, type ReactNode, type RefObject, type ToggleEvent } from 'react'

type Props = {
  readonly label: ReactNode
  /** Said of the button in addition to its label. */
  readonly title?: string
  readonly className: string
  /** To close it by its `hidePopover`, which gives the focus back to the button. */
  readonly panel: RefObject<HTMLDivElement | null>
  readonly onOpen?: () => void
  /** How the button looks. */
  readonly look?: 'push-button' | 'link' | 'ghost'
  readonly children: ReactNode
}

/** The browser's own popover, below its button: Escape or a click elsewhere closes it and gives the focus back. */
export const Popover = ({
  label,
  title,
  className,
  panel,
  onOpen,
  look = 'push-button',
  children,
}: Props) => {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)

  const open = (event: ToggleEvent<HTMLDivElement>): void => {
    const anchor = button.current?.getBoundingClientRect()
    if (event.newState !== 'open' || !anchor) return
    event.currentTarget.style.setProperty('--below', `${anchor.bottom + 4}px`)
    event.currentTarget.dataset['side'] = anchor.left < window.innerWidth / 2 ? 'left' : 'right'
    event.currentTarget.style.setProperty('--left', `${Math.max(8, anchor.left)}px`)
    event.currentTarget.style.setProperty('--right', `${Math.max(8, window.innerWidth - anchor.right)}px`)
    onOpen?.()
  }

  return (
    <>
      <button
        ref={button}
        className={`${look} ${className}-button`}
        type="button"
        title={title}
        aria-label={title}
        popoverTarget={id}
      >
        {label}
      </button>
      <div ref={panel} id={id} className={`popover ${className}`} popover="auto" onBeforeToggle={open}>
        {children}
      </div>
    </>
  )
}
