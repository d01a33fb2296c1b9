import { postponeUpdate } from '../store/actions'
import { useApp } from '../store/store'

/** Says that there is a new version of the page. It is used when somebody asks for it, or when all tabs were closed. */
export const UpdateNotice = () => {
  const update = useApp((state) => state.update)
  return (
    <div role="status">
      {update && (
        <div className="notice">
          <p>A new version of this page is ready. Reload to use it.</p>
          <button className="push-button" type="button" onClick={update}>
            Reload
          </button>
          <button className="link" type="button" onClick={postponeUpdate}>
            Later
          </button>
        </div>
      )}
    </div>
  )
}
