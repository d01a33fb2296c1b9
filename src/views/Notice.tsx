import { dismissNotice } from '../store/actions'
import { useApp } from '../store/store'

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
