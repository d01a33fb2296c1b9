import type { ReactNode } from 'react'
import { useOnline } from '../store/useOnline'

type Props = { readonly children: ReactNode; readonly onRetry: () => void }

/** Says above the plain editor why it is there. The full one is tried again at a press, or once the browser is online. */
export const EditorNotice = ({ children, onRetry }: Props) => {
  useOnline(onRetry)
  return (
    <div className="editor-notice" role="status">
      <p>{children}</p>
      <button className="push-button" type="button" onClick={onRetry}>
        Try again
      </button>
    </div>
  )
}
