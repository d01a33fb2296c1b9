import { useEffect } from 'react'
import { hideToast } from '../store/actions'
import { useApp } from '../store/store'

/** Long enough to read, in milliseconds; one with a button stays longer. */
const shownFor = { plain: 4_000, withAction: 10_000 }

/** What has just been done, for some seconds. */
export const Toast = () => {
  const toast = useApp((state) => state.toast)
  useEffect(() => {
    if (!toast) return undefined
    const timer = setTimeout(hideToast, toast.action ? shownFor.withAction : shownFor.plain)
    return () => clearTimeout(timer)
  }, [toast])
  return (
    <div role="status">
      {toast && (
        <div className="toast">
          <p>{toast.text}</p>
          {toast.action && (
            <button
              className="push-button"
              type="button"
              onClick={() => {
                hideToast()
                toast.action?.run()
              }}
            >
              {toast.action.title}
            </button>
          )}
        </div>
      )}
    </div>
  )
}
