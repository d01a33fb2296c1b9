import { useEffect, useRef } from 'react'
import { closeRule } from '../store/addresses'
import { useApp } from '../store/store'
import { checkPageOf } from './checkPage/checkPages'
import { CheckPageView } from './checkPage/CheckPageView'
import { Markdown } from './Markdown'
import { parseMarkdown } from './markdown'
import { docsOf } from './ruleDocs'
import './sheet.css'

/** The page of a rule, for an address that names it. */
export const RuleDialog = ({ rule }: { readonly rule: string }) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const summary = useApp((state) => state.report?.rules[rule])
  const text = docsOf(rule)
  const page = checkPageOf(rule)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className="sheet" aria-label={`Check ${rule}`} onClose={closeRule}>
      <header>
        <p className="mono muted">{rule}</p>
        <button className="push-button" type="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </header>
      {text === undefined && <p>There is no check with this name.</p>}
      {text !== undefined && !page && <Markdown blocks={parseMarkdown(text)} />}
      {text !== undefined && page && (
        <CheckPageView
          key={rule}
          id={rule}
          text={text}
          page={page}
          severities={summary?.severities.join(' or ') ?? ''}
          isOptional={summary?.isOptional ?? false}
          titleOf={titleOf}
        />
      )}
    </dialog>
  )
}

const titleOf = (id: string): string => /^# (.+)/.exec(docsOf(id) ?? '')?.[1] ?? id
