import { useId, type ReactNode } from 'react'
import { shorten } from '../engine/model/shorten'
import { copyText } from '../store/copyText'
import './copiedText.css'

type Props = {
  /** What it is, or the name of its file. */
  readonly title: string
  readonly text: string
  /** How many characters are shown. All of them are copied. */
  readonly longest: number
  /** Whether it can be copied now. */
  readonly isReady?: boolean
  /** Shows that it was copied; a toast without it. */
  readonly say?: (sentence: string) => void
  /** What else can be done with it: more buttons. */
  readonly children?: ReactNode
}

/** More than these scroll. */
const mostLines = 14

/** A text to copy: a field, so that it can be selected and scrolled with the keyboard as well. */
export const CopiedText = ({ title, text, longest, isReady = true, say, children }: Props) => {
  const note = useId()
  const isCut = text.length > longest
  const shown = shorten(text, longest).trimEnd()
  return (
    <div className="copied-text">
      <header>
        <span className="mono">{title}</span>
        <button
          className="push-button"
          type="button"
          aria-label={`Copy ${title}`}
          disabled={!isReady}
          onClick={() => void copyText(text, `Copied: ${title}.`, say)}
        >
          Copy
        </button>
        {children}
      </header>
      <textarea
        aria-label={title}
        aria-describedby={isCut ? note : undefined}
        readOnly
        wrap="off"
        spellCheck={false}
        rows={Math.min(mostLines, shown.split('\n').length)}
        value={shown}
      />
      {isCut && (
        <p id={note} className="muted">
          The first {longest.toLocaleString('en')} of {text.length.toLocaleString('en')} characters. Copies
          and downloads have all of them.
        </p>
      )}
    </div>
  )
}
