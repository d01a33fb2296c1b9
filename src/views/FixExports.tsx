import { useState } from 'react'
import { outputs, type Output } from '../formats/outputs'
import { ask } from '../store/ask'
import { store } from '../store/store'
import { saveFile } from '../store/saveFile'

type Props = { readonly before: string; readonly after: string }

const name = 'manifest.yaml'

/** The ways to take the fixed manifest, or only its changes, out of the page. */
export const FixExports = ({ before, after }: Props) => {
  const [message, setMessage] = useState('')
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(after)
      setMessage('Copied.')
    } catch {
      setMessage('The browser did not allow it. Download the manifest instead.')
    }
  }
  const download = async ({ id, title }: Output): Promise<void> => {
    const { settings } = store.getState()
    const made = await ask({ about: 'output', text: before, after, name, output: id, settings })
    if (!made) return setMessage(`${title}: this could not be made.`)
    for (const file of made.files) saveFile(file.name, file.text, file.mimeType)
    setMessage(made.notes.join(' '))
  }
  return (
    <div className="fix-exports">
      <button className="push-button" type="button" aria-label="Copy manifest" onClick={() => void copy()}>
        Copy
      </button>
      <span className="muted">Download:</span>
      {outputs.map((output) => (
        <button
          key={output.id}
          className="push-button"
          type="button"
          aria-label={`Download ${output.title.toLowerCase()}`}
          onClick={() => void download(output)}
        >
          {output.title}
        </button>
      ))}
      <span role="status" className="muted">
        {message}
      </span>
    </div>
  )
}
