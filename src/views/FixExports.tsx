import { useState } from 'react'
import { unifiedDiff } from '../formats/unifiedDiff'
import { ask } from '../store/ask'
import { store } from '../store/store'
import { saveFile } from './saveFile'

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
  /** For manifests that one cannot edit. */
  const saveOverlay = async (): Promise<void> => {
    const { settings } = store.getState()
    const overlay = await ask({ about: 'overlay', text: before, after, name: manifestName, settings })
    if (!overlay) return setWord('The overlay could not be made.')
    for (const { name, text } of overlay.files) saveFile(name, text, 'application/yaml')
    const files = overlay.files.map(({ name }) => name).join(' and ')
    setWord([files && `Put ${files} beside ${manifestName}.`, ...overlay.left].filter(Boolean).join(' '))
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
        onClick={() => saveFile(manifestName, after, 'application/yaml')}
      >
        Download
      </button>
      {/* `patch -p1 < manifest.patch` makes the same changes to the file. */}
      <button
        className="push-button"
        type="button"
        aria-label="Download patch"
        onClick={() => saveFile('manifest.patch', unifiedDiff(before, after, manifestName), 'text/x-diff')}
      >
        Patch
      </button>
      <button
        className="push-button"
        type="button"
        aria-label="Download kustomize overlay"
        onClick={() => void saveOverlay()}
      >
        Overlay
      </button>
      <span role="status" className="muted">
        {word}
      </span>
    </div>
  )
}

const manifestName = 'manifest.yaml'
