import { useEffect, useRef, type ReactNode } from 'react'
import './sheet.css'

type Props = {
  /** Its class, and the start of the id of its heading. */
  readonly name: string
  readonly title: string
  readonly isBusy?: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A dialog over the page, with a heading and a button to close it. It is open as long as it is there. */
export const Sheet = ({ name, title, isBusy = false, onClose, children }: Props) => {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  const titleId = `${name}-title`
  return (
    <dialog
      ref={dialog}
      className={`sheet ${name}`}
      aria-labelledby={titleId}
      aria-busy={isBusy}
      onClose={onClose}
    >
      <header>
        <h2 id={titleId}>{title}</h2>
        <button className="push-button" type="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </header>
      {children}
    </dialog>
  )
}
