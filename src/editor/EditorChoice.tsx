import { chooseFullEditor, isTouchScreen, useFullEditor } from '../store/fullEditor'

type Props = {
  /** Whether Monaco has been asked for and is not there yet. */
  readonly isLoading: boolean
}

/** Below the editor on touch screens: the way to the full editor, and back. */
export const EditorChoice = ({ isLoading }: Props) => {
  const isFull = useFullEditor()
  if (!isTouchScreen()) return undefined
  return (
    <div className="editor-choice">
      <span className="muted" role="status">
        {isLoading && 'Loading the full editor…'}
      </span>
      <button className="link" type="button" onClick={() => chooseFullEditor(!isFull)}>
        {isFull ? 'Use the plain editor' : 'Use the full editor'}
      </button>
    </div>
  )
}
