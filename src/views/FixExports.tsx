import { useState } from 'react'
import { unifiedDiff } from '../formats/unifiedDiff'

type Props = { readonly before: string; readonly after: string }

/** The ways to take the fixed manifest, or only what changes, out of the page. */
export const FixExports = ({ before, after }: Props) => {
  const [word, setWord] = useState('')
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(after)
      setWord('Copied.')
    } catch {
      setWord('The browser did not allow it. Download the manifest instead.')
    }
  }
  return (
    <div className="fix-exports">
      <button className="push-button" type="button" aria-label="Copy manifest" onClick={() => void copy()}>
        Copy
      </button>
      <button
        className="push-button"
        type="button"
        aria-label="Download manifest"
        onClick={() => save(manifestName, after, 'application/yaml')}
      >
        Download
      </button>
      {/* `patch -p1 < manifest.patch` makes the same changes to the file. */}
      <button
        className="push-button"
        type="button"
        aria-label="Download patch"
        onClick={() => save('manifest.patch', unifiedDiff(before, after, manifestName), 'text/x-diff')}
      >
        Patch
      </button>
      <span role="status" className="muted">
        {word}
      </span>
    </div>
  )
}

const manifestName = 'manifest.yaml'

/** Hands a file to the person as a download. */
const save = (name: string, text: string, type: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
