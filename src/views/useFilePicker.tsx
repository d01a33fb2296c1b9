import { useRef, type ReactElement } from 'react'

type Picker = {
  readonly label: string
  readonly accept: string
  readonly onFiles: (files: readonly File[]) => Promise<void>
}

/** The platform's own file dialog, behind a button of ours. */
export const useFilePicker = ({
  label,
  accept,
  onFiles,
}: Picker): { readonly open: () => void; readonly input: ReactElement } => {
  const input = useRef<HTMLInputElement>(null)
  return {
    open: () => input.current?.click(),
    input: (
      <input
        ref={input}
        type="file"
        hidden
        multiple
        aria-label={label}
        accept={accept}
        onChange={(event) => {
          void onFiles([...(event.target.files ?? [])])
          // The same file may be chosen again after it has changed.
          event.target.value = ''
        }}
      />
    ),
  }
}
