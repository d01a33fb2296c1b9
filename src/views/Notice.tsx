import { useEffect, useRef } from 'react'
import { dismissNotice, undoFix } from '../store/actions'
import { useApp } from '../store/store'
import { lowered } from './words'

/** What the page has to say about the last thing it was asked, and the way back from a fix. */
export const Notice = () => {
  const notice = useApp((state) => state.notice)
  const done = useApp((state) => state.done)
  return (
    <div role="status">
      {(done ?? notice) !== undefined && (
        <div className="notice">
          <p>{done ? `Done: ${lowered(done.title)}.` : notice}</p>
          {done && <UndoButton key={done.before} title={done.title} />}
          <button className="link" type="button" onClick={dismissNotice}>
            Dismiss
          </button>
        </div>
      )}
    </div>
  )
}

/** The button of the fix is gone with its finding, so the focus goes on to the way back. */
const UndoButton = ({ title }: { readonly title: string }) => {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus({ preventScroll: true }), [])
  return (
    <button ref={button} className="push-button" type="button" onClick={undoFix}>
      Undo: {lowered(title)}
    </button>
  )
}
