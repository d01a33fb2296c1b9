import { useMemo } from 'react'
import type { Fix } from '../engine/fixes/fixer'
import type { Finding } from '../engine/model/finding'
import { applyEdits } from '../engine/model/textEdit'
import { applyFix, ignoreCheck } from '../store/actions'
import { selectFinalScore } from '../store/finalScore'
import { useApp } from '../store/store'
import { FixDiff } from './FixDiff'
import { LoadFailure } from './LoadFailure'
import { useAnswer } from '../store/useAnswer'
import { firstOf, lowered } from './words'
import './fixes.css'

/** What can be done about a finding. Every fix was verified on this very text before it is shown. */
export const FindingFixes = ({ finding }: { readonly finding: Finding }) => {
  const text = useApp((state) => state.reportText)
  const settings = useApp((state) => state.settings)
  const question = useMemo(
    () => ({ about: 'fixes', text, finding: finding.id, settings }) as const,
    [text, finding.id, settings],
  )
  const { reply: fixes, isCurrent, retry } = useAnswer(question)
  if (!isCurrent) return undefined
  if (!fixes) return <LoadFailure part="The fixes" effect="or took too long" onRetry={retry} />
  const { offered, refused, unfixable, ignore } = fixes
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
      {ignore && <IgnoreFinding finding={finding} ignore={ignore} text={text} />}
    </>
  )
}

type IgnoreProps = { readonly finding: Finding; readonly ignore: Fix; readonly text: string }

/** The finding stays listed, but no longer counts: for this object, or in every manifest. */
const IgnoreFinding = ({ finding: { rule }, ignore, text }: IgnoreProps) => (
  <details className="fix-ignore">
    <summary className="muted">Ignore this finding</summary>
    <OfferedFix fix={ignore} text={text} />
    <p>
      <button className="push-button" type="button" onClick={() => ignoreCheck(rule, true)}>
        Ignore this check everywhere
      </button>{' '}
      <span className="muted">This is a setting of this page. You can change it back in the settings.</span>
    </p>
  </details>
)

const OfferedFix = ({ fix, text }: { readonly fix: Fix; readonly text: string }) => {
  const score = useApp((state) => selectFinalScore(state)?.value)
  const { title, safety, note, edits, scoreAfter, introduces, followUps } = fix
  return (
    <section className="fix" aria-label={title}>
      <p>
        <button className="push-button primary" type="button" onClick={() => applyFix(text, edits, title)}>
          {title}
        </button>
        <span className="muted">
          {safety === 'safe' ? 'Safe' : 'Review'}
          {score !== undefined && scoreAfter !== undefined && ` · score ${score} → ${scoreAfter}`}
        </span>
      </p>
      {note !== undefined && <p>{note}</p>}
      {followUps && <p>This also includes: {followUps.map(lowered).join('; ')}.</p>}
      {introduces.length > 0 && <p>This also raises: {firstOf(introduces, 3)}</p>}
      <FixDiff before={text} after={applyEdits(text, edits)} context={1} />
    </section>
  )
}
