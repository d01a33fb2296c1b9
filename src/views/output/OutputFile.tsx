import { useState } from 'react'
import type { OutputFiles } from '../../formats/outputs'
import { saveFile } from '../../store/saveFile'
import { CopiedText } from '../CopiedText'

/** In characters: nobody reads more here, and a field with more is slow. */
const longest = 200_000

type Props = { readonly file: OutputFiles['files'][number]; readonly isReady: boolean }

/** A file of an output, to look at, copy and download. */
export const OutputFile = ({ file: { name, text, mimeType }, isReady }: Props) => {
  const [said, say] = useState('')
  const download = (): void => {
    // A browser saves no folders.
    saveFile(name.replace(/^.*\//, ''), text, mimeType)
    // Nor, in some browsers, a name that begins with a dot.
    say(/^\.|\//.test(name) ? `Saved. Put it into your repository as ${name}.` : `Saved: ${name}.`)
  }
  return (
    <CopiedText title={name} text={text} longest={longest} isReady={isReady} say={say}>
      <button
        className="push-button"
        type="button"
        aria-label={`Download ${name}`}
        disabled={!isReady}
        onClick={download}
      >
        Download
      </button>
      <span role="status" className="muted">
        {said}
      </span>
    </CopiedText>
  )
}
