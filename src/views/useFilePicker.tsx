import { useRef, type ReactElement } from 'react'
import { openFiles } from '../store/actions'

/** The platform's own file dialog, behind a button of ours. */
export const useFilePicker = (): { readonly open: () => void; readonly input: ReactElement } => {
  const input = useRef<HTMLInputElement>(null)
  return {
    open: () => input.current?.click(),
    input: (
      <input
        ref={input}
        type="file"
        hidden
        multiple
        aria-label="Manifest files"
        accept=".yaml,.yml,.json"
        onChange={(event) => {
          void openFiles([...(event.target.files ?? [])])
          // The same file may be chosen again after it has changed.
          event.target.value = ''
        }}
      />
    ),
  }
}
