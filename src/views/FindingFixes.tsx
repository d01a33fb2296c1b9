import { useEffect, useState } from 'react'
import type { Fix, Fixes } from '../engine/fixes'
import type { Finding } from '../engine/report'
import { applyEdits } from '../engine/textEdit'
import { applyFix } from '../store/actions'
import { ask } from '../store/ask'
import { useApp } from '../store/store'
import { FixDiff } from './FixDiff'
import './fixes.css'

/** What can be done about a finding: every fix was proved on this very text before it is shown. */
export const FindingFixes = ({ finding }: { readonly finding: Finding }) => {
  const text = useApp((state) => state.reportText)
  const settings = useApp((state) => state.settings)
  const [answer, setAnswer] = useState<{ readonly text: string; readonly fixes: Fixes }>()
  useEffect(() => {
    let isStale = false
    const show = async (): Promise<void> => {
      const fixes = await ask({ about: 'fixes', text, finding: finding.id, settings })
      if (!isStale && fixes) setAnswer({ text, fixes })
    }
    void show()
    return () => {
      isStale = true
    }
  }, [text, finding.id, settings])
  if (answer?.text !== text) return undefined
  const { offered, refused, unfixable } = answer.fixes
  return (
    <>
      {offered.map((fix) => (
        <OfferedFix key={fix.title} fix={fix} text={text} />
      ))}
      {refused.map(({ title, reason }) => (
        <p key={title} className="muted">
          {title}: not possible here. {reason}
        </p>
      ))}
      {unfixable !== undefined && <p className="muted">{unfixable}</p>}
    </>
  )
}

const OfferedFix = ({ fix, text }: { readonly fix: Fix; readonly text: string }) => {
  const score = useApp((state) => state.report?.score?.value)
  const { title, safety, note, edits, scoreAfter, brings } = fix
  return (
    <section className="fix" aria-label={title}>
      <p>
        <button className="push-button primary" type="button" onClick={() => applyFix(text, edits, title)}>
          {title}
        </button>
        <span className="muted">
          {safety === 'safe' ? 'Safe' : 'To review'}
          {score !== undefined && scoreAfter !== undefined && ` · score ${score} → ${scoreAfter}`}
        </span>
      </p>
      {note !== undefined && <p>{note}</p>}
      {brings.length > 0 && <p>Then there is more to do: {brings.join(' ')}</p>}
      <FixDiff before={text} after={applyEdits(text, edits)} context={1} />
    </section>
  )
}
