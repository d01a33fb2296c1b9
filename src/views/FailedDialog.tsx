import { useEffect, useRef } from 'react'
import { LoadFailure } from './LoadFailure'
import { ShowFailure } from './ShowFailure'

type Props = {
  readonly part: string
  /** What the error says that the dialog threw; without one, it could not be loaded. */
  readonly detail?: string
  readonly onRetry: () => void
  readonly onClose: () => void
}

/** Stands where a dialog would be that could not be loaded, or not be shown. */
export const FailedDialog = ({ part, detail, onRetry, onClose }: Props) => {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className="failed-dialog" aria-label={part} onClose={onClose}>
      {detail === undefined ? (
        <LoadFailure part={part} onRetry={onRetry} />
      ) : (
        <ShowFailure part={part} detail={detail} onRetry={onRetry} />
      )}
      <button className="push-button" type="button" onClick={() => dialog.current?.close()}>
        Close
      </button>
    </dialog>
  )
}
