import { useId, useMemo } from 'react'
import type { Finding } from '../../engine/model/finding'
import { goTo, openFixes } from '../../store/actions'
import { memoizeLast } from '../../store/memoizeLast'
import { selectActive, selectHasFix } from '../../store/selectors'
import { useApp, type State } from '../../store/store'
import { useAnswer } from '../../store/useAnswer'
import { FixDiff } from '../FixDiff'
import { LineLink } from '../LineLink'
import { counted } from '../../formats/words'
import { MarkedText } from './MarkedText'

const findingsOf = memoizeLast((active: readonly Finding[], rule: string): readonly Finding[] =>
  active.filter((finding) => finding.rule === rule),
)

const selectFindings =
  (rule: string) =>
  (state: State): readonly Finding[] =>
    findingsOf(selectActive(state), rule)

const sectionId = 'your-findings'

/** As many places are shown; the others are in the report. */
const shownAtMost = 10

type Props = { readonly rule: string }

/** Whether the reader's own manifest has the finding, in a few words. */
export const YourFindingsLink = ({ rule }: Props) => {
  const { length } = useApp(selectFindings(rule))
  if (length === 0) return 'No findings'
  const show = (): void => {
    const section = document.querySelector<HTMLElement>(`#${sectionId}`)
    section?.scrollIntoView()
    section?.focus()
  }
  return (
    <button className="link" type="button" onClick={show}>
      {counted(length, 'finding')}
    </button>
  )
}

/** The findings of the reader's own manifest: where they are, and what fixes them. */
export const YourFindings = ({ rule }: Props) => {
  const findings = useApp(selectFindings(rule))
  const text = useApp((state) => state.reportText)
  const hasFix = useApp((state) => selectHasFix(state, findings))
  const title = useId()
  if (findings.length === 0) return undefined
  const shown = findings.slice(0, shownAtMost)
  return (
    <section className="try" id={sectionId} aria-labelledby={title} tabIndex={-1}>
      <header>
        <h3 id={title}>In your manifest</h3>
        <span className="muted">{counted(findings.length, 'finding')}</span>
      </header>
      <MarkedText text={text} marks={shown} around={2} />
      <p className="try-places">
        Show in the editor:{' '}
        {shown.map(({ id, range, subject }) => (
          <span key={id}>
            {subject} <LineLink range={range} onGo={() => goTo(range, id)} />
          </span>
        ))}
        {findings.length > shownAtMost && <span>The report has all {findings.length}.</span>}
      </p>
      {hasFix && <YourFix rule={rule} />}
    </section>
  )
}

/** What fixes all of them, as it would be applied. */
const YourFix = ({ rule }: Props) => {
  const text = useApp((state) => state.reportText)
  const settings = useApp((state) => state.settings)
  const question = useMemo(
    () => ({ about: 'fixPlan', text, settings, request: { rule, safety: 'review', declined: [] } }) as const,
    [text, settings, rule],
  )
  const { reply: plan, isCurrent } = useAnswer(question)
  if (!plan || !isCurrent || plan.applied.length === 0) return undefined
  return (
    <div className="try-fix">
      <p>
        <button className="push-button primary" type="button" onClick={() => openFixes({ rule })}>
          Fix in your manifest…
        </button>
      </p>
      <FixDiff before={text} after={plan.text} context={1} />
    </div>
  )
}
