import { useEffect, useRef, useState, type ComponentProps, type KeyboardEvent } from 'react'
import { hideToast } from '../store/actions'
import { useApp, type Toast as Shown } from '../store/store'
import { lowered } from '../engine/model/lowered'

/** Long enough to read, in milliseconds; one with a button stays longer. */
const shownFor = { plain: 4_000, withAction: 10_000 }

/** What has just been done, for some seconds; it stays while somebody is about to press its button. */
export const Toast = () => {
  const toast = useApp((state) => state.toast)
  return <div role="status">{toast && <ToastBody toast={toast} />}</div>
}

const ToastBody = ({ toast }: { readonly toast: Shown }) => {
  const [isHeld, setHeld] = useState(false)
  useEffect(() => {
    if (isHeld) return undefined
    const timer = setTimeout(hideToast, toast.action ? shownFor.withAction : shownFor.plain)
    return () => clearTimeout(timer)
  }, [toast, isHeld])
  const holding = {
    onFocus: () => setHeld(true),
    onBlur: () => setHeld(false),
    onKeyDown: ({ key }: KeyboardEvent) => key === 'Escape' && hideToast(),
  }
  return (
    <div className="toast">
      <p>{toast.text}</p>
      {toast.action && <ActionButton key={toast.text} action={toast.action} {...holding} />}
      {toast.action && (
        <button className="toast-close" type="button" aria-label="Dismiss" onClick={hideToast} {...holding}>
          ×
        </button>
      )}
    </div>
  )
}

type ActionProps = Pick<ComponentProps<'button'>, 'onFocus' | 'onBlur' | 'onKeyDown'> & {
  readonly action: NonNullable<Shown['action']>
}

const ActionButton = ({ action, ...holding }: ActionProps) => {
  const { title, run, undoes } = action
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (undoes !== undefined) button.current?.focus({ preventScroll: true })
  }, [undoes])
  return (
    <button
      ref={button}
      className="push-button"
      type="button"
      {...holding}
      aria-label={undoes === undefined ? title : `${title}: ${lowered(undoes)}`}
      onClick={() => {
        hideToast()
        run()
      }}
    >
      {title}
    </button>
  )
}
