import { useEffect, useState } from 'react'
import type { Fix, Fixes } from '../engine/fixes/fixes'
import { applyEdits } from '../engine/model/textEdit'
import { applyFix, silenceCheck } from '../store/actions'
import { ask } from '../store/ask'
import { useApp } from '../store/store'
import { FixDiff } from './FixDiff'
import { inShort, lowered } from './words'
import './fixes.css'
import type { Finding } from '../engine/model/finding'

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
  const { offered, refused, unfixable, silence } = answer.fixes
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
      {silence && <Acceptance finding={finding} silence={silence} text={text} />}
    </>
  )
}

type AcceptanceProps = { readonly finding: Finding; readonly silence: Fix; readonly text: string }

/** For those who know better: the finding stays listed, but no longer counts, here or everywhere. */
const Acceptance = ({ finding: { check }, silence, text }: AcceptanceProps) => (
  <details className="fix-accept">
    <summary className="muted">Accept it instead</summary>
    <OfferedFix fix={silence} text={text} />
    <p>
      <button className="push-button" type="button" onClick={() => silenceCheck(check, true)}>
        Ignore this check everywhere
      </button>{' '}
      <span className="muted">A setting of this page, whatever is pasted; the settings take it back.</span>
    </p>
  </details>
)

const OfferedFix = ({ fix, text }: { readonly fix: Fix; readonly text: string }) => {
  const score = useApp((state) => state.report?.score?.value)
  const { title, safety, note, edits, scoreAfter, brings, follow } = fix
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
      {follow && <p>It also does what then has to be done: {follow.map(lowered).join('; ')}.</p>}
      {brings.length > 0 && <p>Then there is more to do: {inShort(brings, 3)}</p>}
      <FixDiff before={text} after={applyEdits(text, edits)} context={1} />
    </section>
  )
}
