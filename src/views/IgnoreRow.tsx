import { useMemo, useState } from 'react'
import type { Row } from '../engine/report/rows'
import { applyFix, ignoreCheck } from '../store/actions'
import { ruleTitle } from '../store/ruleTitle'
import { selectShownText } from '../store/selectors'
import { useApp } from '../store/store'
import { useAnswer } from '../store/useAnswer'
import { doneText } from './doneText'
import { FixDiff } from './FixDiff'
import { applyEdits } from '../engine/model/textEdit'

/** The findings of a row stay listed, but no longer count: for their objects, or in every manifest. */
export const IgnoreRow = ({ row }: { readonly row: Row }) => {
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="row-ignore" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>Ignore…</summary>
      {isOpen && (
        <div className="row-ignore-body">
          <IgnoreHere row={row} />
          <p>
            <button
              className="push-button"
              type="button"
              onClick={() => ignoreCheck(row.rule, `Ignored ${ruleTitle(row.rule)} everywhere.`)}
            >
              Ignore this check everywhere
            </button>{' '}
            <span className="muted">
              This is a setting of this page. You can change it back in the settings.
            </span>
          </p>
        </div>
      )}
    </details>
  )
}

const IgnoreHere = ({ row }: { readonly row: Row }) => {
  const text = useApp(selectShownText)
  const settings = useApp((state) => state.settings)
  const question = useMemo(
    () => ({ about: 'ignore', text, findings: row.findings.map(({ id }) => id), settings }) as const,
    [text, row, settings],
  )
  const { reply: ignore } = useAnswer(question)
  if (!ignore) return undefined
  const { title, note, edits } = ignore
  return (
    <section aria-label={title}>
      <p>
        <button
          className="push-button"
          type="button"
          onClick={() => applyFix(text, edits, title, doneText(title))}
        >
          {title}
        </button>{' '}
        <span className="muted">{note}</span>
      </p>
      <FixDiff before={text} after={applyEdits(text, edits)} context={1} />
    </section>
  )
}
