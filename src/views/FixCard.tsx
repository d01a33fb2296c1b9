import { useState } from 'react'
import type { Fix } from '../engine/fixes/fixer'
import { listText } from '../engine/model/shorten'
import { applyEdits } from '../engine/model/textEdit'
import { applyFix } from '../store/actions'
import { selectFinalScore } from '../store/finalScore'
import { ruleTitle } from '../store/ruleTitle'
import { selectActive, selectIsHeld } from '../store/selectors'
import { useApp } from '../store/store'
import { doneText } from './doneText'
import { FixDiff } from './FixDiff'
import { gainOf, type Gain } from './gainWords'
import { PlaceholderFields } from './PlaceholderFields'
import type { Placeholders } from './usePlaceholders'
import { lowered } from '../engine/model/lowered'
import { firstOf } from './words'
import './fixes.css'

/** A fix as a card shows it: of one finding, or of several together. */
export type CardFix = Omit<Fix, 'key' | 'note' | 'placeholders'> & {
  readonly notes: readonly string[]
  /** Placeholders that are no scalars, so that they cannot be typed in a field. */
  readonly unfilled: readonly string[]
}

type Props = {
  readonly fix: CardFix
  /** The rule whose findings it fixes. */
  readonly rule: string
  /** The text that it was verified on. */
  readonly text: string
  readonly placeholders: Placeholders
  /** Whether it is the fix with what was typed last. */
  readonly isReady: boolean
  /** Why there is no fix with what was typed. */
  readonly problem?: string | undefined
}

/** A fix with all that a person wants to know before it is applied. A risky one is opened on purpose, and alone. */
export const FixCard = (props: Props) =>
  props.fix.safety === 'risky' ? <RiskyFix {...props} /> : <OfferedFix {...props} />

const OfferedFix = (props: Props) => (
  <section className="fix" aria-label={props.fix.title}>
    <header>
      <FixHead {...props} />
      <ApplyButton {...props} label="Apply" />
    </header>
    <FixContent {...props} />
  </section>
)

const RiskyFix = (props: Props) => {
  const [isOpen, setOpen] = useState(false)
  return (
    <details
      className="fix fix-risky"
      name="risky-fix"
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        <FixHead {...props} />
      </summary>
      {isOpen && (
        <>
          <FixContent {...props} />
          <p className="fix-line">
            <ApplyButton {...props} label="Apply this fix" />
          </p>
        </>
      )}
    </details>
  )
}

const FixHead = ({ fix: { title, safety, effect, removes, scoreAfter, gone }, rule }: Props) => {
  const score = useApp(selectFinalScore)
  const active = useApp(selectActive)
  const own = active.filter((finding) => finding.rule === rule)
  const goneIds = new Set(gone)
  const gain = gainOf({
    ...{ score, scoreAfter, rule, ruleTitle: ruleTitle(rule) },
    gone: own.filter(({ id }) => goneIds.has(id)).length,
    total: own.length,
  })
  return (
    <>
      <b>{title}</b>
      <span className="tag" data-safety={safety}>
        {safety} · {effect}
      </span>
      {removes.length > 0 && <span className="tag">removes {listText(removes, ', ', 2)}</span>}
      {gain && <GainText gain={gain} />}
    </>
  )
}

const GainText = ({ gain: { way, points, settles } }: { readonly gain: Gain }) => (
  <span className="fix-gain">
    {settles !== undefined && <span className="muted">{settles}</span>}
    {points !== undefined && (
      <span className={way === 'up' ? 'fix-points' : 'muted'}>
        <span className="read-aloud">Score </span>
        {points}
      </span>
    )}
  </span>
)

type ApplyProps = Props & { readonly label: string }

/** While something is half typed, the fix is about the text before that. */
const ApplyButton = ({ fix: { edits, title, safety }, text, isReady, problem, label }: ApplyProps) => {
  const isHeld = useApp(selectIsHeld)
  return (
    <button
      className={safety === 'risky' ? 'push-button' : 'push-button solid'}
      type="button"
      aria-label={label === 'Apply' ? `Apply: ${lowered(title)}` : label}
      disabled={!isReady || isHeld || problem !== undefined}
      onClick={() => applyFix(text, edits, title, doneText(title))}
    >
      {label}
    </button>
  )
}

const FixContent = ({ fix, text, placeholders, problem }: Props) => {
  const { notes, unfilled, followUps, introduces, edits } = fix
  return (
    <>
      {notes.map((note) => (
        <p key={note} className="fix-line muted">
          {note}
        </p>
      ))}
      <PlaceholderFields placeholders={placeholders} />
      {unfilled.length > 0 && <p className="fix-line">Replace afterwards: {unfilled.join(', ')}.</p>}
      {followUps && <p className="fix-line">This also includes: {followUps.map(lowered).join('; ')}.</p>}
      {introduces.length > 0 && <p className="fix-line">This also raises: {firstOf(introduces, 3)}</p>}
      {problem !== undefined && (
        <p className="fix-line placeholder-problem" role="alert">
          Not possible with these values. {problem}
        </p>
      )}
      <FixDiff before={text} after={applyEdits(text, edits)} context={1} />
    </>
  )
}
