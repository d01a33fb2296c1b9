import { useEffect, useRef } from 'react'
import { dismissNotice, undoFix } from '../store/actions'
import { useApp } from '../store/store'
import { lowered } from './words'

/** A message about the last thing a person did, and the button that undoes a fix. */
export const Notice = () => {
  const notice = useApp((state) => state.notice)
  const lastFix = useApp((state) => state.lastFix)
  return (
    <div role="status">
      {(lastFix ?? notice) !== undefined && (
        <div className="notice">
          <p>{lastFix ? `Done: ${lowered(lastFix.title)}.` : notice}</p>
          {lastFix && <UndoButton key={lastFix.before} title={lastFix.title} />}
          <button className="link" type="button" onClick={dismissNotice}>
            Dismiss
          </button>
        </div>
      )}
    </div>
  )
}

/** The button of the fix has gone with its finding, so this one takes the focus. */
const UndoButton = ({ title }: { readonly title: string }) => {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus({ preventScroll: true }), [])
  return (
    <button ref={button} className="push-button" type="button" onClick={undoFix}>
      Undo: {lowered(title)}
    </button>
  )
}
