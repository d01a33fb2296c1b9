import { useId, useRef, type ReactNode, type RefObject, type ToggleEvent } from 'react'

type Props = {
  readonly label: string
  readonly className: string
  /** To close it by its `hidePopover`, which gives the focus back to the button. */
  readonly panel: RefObject<HTMLDivElement | null>
  readonly children: ReactNode
}

/** A popover of the platform below its button: Escape and a click elsewhere close it and give the focus back. */
export const Popover = ({ label, className, panel, children }: Props) => {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)

  const place = (event: ToggleEvent<HTMLDivElement>): void => {
    const anchor = button.current?.getBoundingClientRect()
    if (event.newState !== 'open' || !anchor) return
    event.currentTarget.style.top = `${anchor.bottom + 4}px`
    event.currentTarget.style.right = `${Math.max(8, window.innerWidth - anchor.right)}px`
  }

  return (
    <>
      <button ref={button} className="push-button" type="button" popoverTarget={id}>
        {label}
      </button>
      <div ref={panel} id={id} className={`popover ${className}`} popover="auto" onBeforeToggle={place}>
        {children}
      </div>
    </>
  )
}
