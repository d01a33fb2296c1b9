import { useMemo, useState } from 'react'
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
      {offered.map((fix) =>
        fix.safety === 'risky' ? (
          <RiskyFix key={fix.title} fix={fix} text={text} />
        ) : (
          <OfferedFix key={fix.title} fix={fix} text={text} />
        ),
      )}
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

type FixProps = { readonly fix: Fix; readonly text: string }

const OfferedFix = ({ fix, text }: FixProps) => (
  <section className="fix" aria-label={fix.title}>
    <p>
      <ApplyButton fix={fix} text={text} label={fix.title} />
      <Outlook fix={fix} />
    </p>
    <FixContent fix={fix} text={text} />
  </section>
)

/** It changes how something works, or removes something, so it is opened on purpose, and alone. */
const RiskyFix = ({ fix, text }: FixProps) => {
  const [isOpen, setOpen] = useState(false)
  return (
    <details
      className="fix-risky"
      name="risky-fix"
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        {fix.title} <Outlook fix={fix} />
      </summary>
      {isOpen && (
        <>
          <FixContent fix={fix} text={text} />
          <p>
            <ApplyButton fix={fix} text={text} label="Apply this fix" />
          </p>
        </>
      )}
    </details>
  )
}

type ApplyProps = FixProps & { readonly label: string }

const ApplyButton = ({ fix: { edits, title, safety }, text, label }: ApplyProps) => (
  <button
    className={safety === 'risky' ? 'push-button' : 'push-button primary'}
    type="button"
    onClick={() => applyFix(text, edits, title)}
  >
    {label}
  </button>
)

const safetyWords = { safe: 'Safe', review: 'Review', risky: 'Risky' } as const

/** How sure the fix is, what it means for what runs, and what it does to the score. */
const Outlook = ({ fix: { safety, effect, scoreAfter } }: { readonly fix: Fix }) => {
  const score = useApp((state) => selectFinalScore(state)?.value)
  return (
    <span className="muted" data-safety={safety}>
      {safetyWords[safety]} · {effect}
      {score !== undefined && scoreAfter !== undefined && ` · score ${score} → ${scoreAfter}`}
    </span>
  )
}

const FixContent = ({ fix: { note, placeholders, followUps, introduces, edits }, text }: FixProps) => (
  <>
    <p>{note}</p>
    {placeholders.length > 0 && (
      <p>
        Replace the {placeholders.length === 1 ? 'placeholder' : 'placeholders'}:{' '}
        {placeholders.map(({ what, value }) => `${value} (${what})`).join(', ')}.
      </p>
    )}
    {followUps && <p>This also includes: {followUps.map(lowered).join('; ')}.</p>}
    {introduces.length > 0 && <p>This also raises: {firstOf(introduces, 3)}</p>}
    <FixDiff before={text} after={applyEdits(text, edits)} context={1} />
  </>
)
