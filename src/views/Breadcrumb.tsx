import { tabKey } from '../editor/tabKey'
import { selectOutline, selectPlace } from '../store/selectors'
import { useApp } from '../store/store'

export const Breadcrumb = () => {
  const { object, document } = useApp(selectPlace)
  const keys = useApp(selectOutline)
  const { line, column } = useApp((state) => state.cursor)
  return (
    <div className="breadcrumb">
      <span className="breadcrumb-object">
        {object ? (
          <>
            {object.kind} / <b>{object.name || 'no name'}</b>
            {keys.map((key, level) => (
              <span className="breadcrumb-key" key={level}>
                {key}
              </span>
            ))}
          </>
        ) : (
          document !== undefined && `Document ${document + 1}`
        )}
      </span>
      <span className="tab-hint">{tabKey}: Tab leaves the editor</span>
      <span className="cursor-place">
        Line {line}, column {column}
      </span>
    </div>
  )
}
