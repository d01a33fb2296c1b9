import { dismissNotice } from '../store/actions'
import { useApp } from '../store/store'

/** A message about the last thing a person did, such as a file that could not be opened. */
export const Notice = () => {
  const notice = useApp((state) => state.notice)
  return (
    <div role="status">
      {notice !== undefined && (
        <div className="notice">
          <p>{notice}</p>
          <button className="link" type="button" onClick={dismissNotice}>
            Dismiss
          </button>
        </div>
      )}
    </div>
  )
}
