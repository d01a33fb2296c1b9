import { useEffect, useRef } from 'react'
import { closeRule } from '../store/addresses'
import { Markdown } from './Markdown'
import { parseMarkdown } from './markdown'
import { docsOf } from './ruleDocs'
import './sheet.css'

/** The page of a rule, for an address that names it. */
export const RuleDialog = ({ rule }: { readonly rule: string }) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const page = docsOf(rule)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className="sheet" aria-label={`Check ${rule}`} onClose={closeRule}>
      <header>
        <p className="mono muted">{rule}</p>
        <button className="push-button" type="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </header>
      {page === undefined ? (
        <p>There is no check with this name.</p>
      ) : (
        <Markdown blocks={parseMarkdown(page)} />
      )}
    </dialog>
  )
}
