import { useMemo } from 'react'
import type { Fix, FixPlan, Fixes } from '../engine/fixes/fixer'
import type { Finding } from '../engine/model/finding'
import type { Row } from '../engine/report/rows'
import { selectFinalScore } from '../store/finalScore'
import { selectShownText } from '../store/selectors'
import { useApp } from '../store/store'
import { useAnswer } from '../store/useAnswer'
import type { Question } from '../worker/protocol'
import { FixCard } from './FixCard'
import { LoadFailure } from './LoadFailure'
import { cardOfFix, cardOfPlan, placeholdersOf, problemWith } from './rowFix'
import { usePlaceholders } from './usePlaceholders'
import { counted } from '../formats/words'
import { firstOf } from './words'

/** What can be done about a row. Every fix was verified on this very text before it is shown. */
export const RowFixes = ({ row }: { readonly row: Row }) => {
  const [only, ...others] = row.findings
  if (!only) return undefined
  return others.length === 0 ? <FindingFixes finding={only} /> : <FixesTogether row={row} />
}

const FindingFixes = ({ finding }: { readonly finding: Finding }) => {
  const newest = useApp(selectShownText)
  const settings = useApp((state) => state.settings)
  const score = useApp((state) => selectFinalScore(state)?.value)
  const question = useMemo(
    () => ({ about: 'fixes', text: newest, finding: finding.id, settings }) as const,
    [newest, finding.id, settings],
  )
  // What was offered stays until the answer about the newest text is there, so that the list does not jump.
  const { reply: fixes, answered, retry } = useAnswer<'fixes'>(question)
  if (!answered) return undefined
  const { text } = answered
  if (!fixes) return <NoAnswer onRetry={retry} />
  const { refused, unfixable } = fixes
  return (
    <>
      {bestFirst(fixes, score).map((fix) => (
        <OneFix key={fix.key} fix={fix} finding={finding} text={text} />
      ))}
      {refused.map(({ key, title, reason }) => (
        <p key={key} className="muted">
          {title}: not possible here. {reason}
        </p>
      ))}
      {unfixable !== undefined && <p className="muted">{unfixable}</p>}
    </>
  )
}

const NoAnswer = ({ onRetry }: { readonly onRetry: () => void }) => (
  <LoadFailure part="The fixes" effect="or took too long" onRetry={onRetry} />
)

/** A fix that would lower the score comes after the same with the fixes of what it raises. */
const bestFirst = ({ offered }: Fixes, score = 0): readonly Fix[] => {
  const lowers = ({ scoreAfter }: Fix): boolean => scoreAfter !== undefined && scoreAfter < score
  const isBundle = ({ followUps }: Fix): boolean => followUps !== undefined
  return offered.flatMap((fix, index) => {
    const [before, after] = [offered[index - 1], offered[index + 1]]
    if (isBundle(fix) && before && lowers(before)) return []
    return lowers(fix) && after && isBundle(after) ? [after, fix] : [fix]
  })
}

type OneFixProps = { readonly fix: Fix; readonly finding: Finding; readonly text: string }

/** A fix of one finding, with the values that a person types. */
const OneFix = ({ fix, finding, text }: OneFixProps) => {
  const settings = useApp((state) => state.settings)
  const placeholders = usePlaceholders(fix.placeholders)
  const { values } = placeholders
  const question = useMemo(
    () =>
      ({
        about: 'fixes',
        text,
        finding: finding.id,
        settings,
        ...(values.length > 0 && { values }),
      }) as const,
    [text, finding.id, settings, values],
  )
  const { reply, isCurrent } = useAnswer(question)
  const isSame = (one: { readonly key: string }): boolean => one.key === fix.key
  const changed = values.length === 0 ? fix : reply?.offered.find(isSame)
  return (
    <FixCard
      fix={cardOfFix(changed ?? fix)}
      rule={finding.rule}
      text={text}
      placeholders={placeholders}
      isReady={placeholders.isReady && (values.length === 0 || isCurrent) && changed !== undefined}
      problem={isCurrent && values.length > 0 ? reply?.refused.find(isSame)?.reason : undefined}
    />
  )
}

const FixesTogether = ({ row }: { readonly row: Row }) => {
  const text = useApp(selectShownText)
  const settings = useApp((state) => state.settings)
  const question = useMemo((): Question<'fixPlan'> => {
    const findings = row.findings.map(({ id }) => id)
    return {
      about: 'fixPlan',
      text,
      settings,
      request: { findings, safety: 'review', declined: [] },
    }
  }, [text, settings, row])
  const { reply: plan, answered, retry } = useAnswer<'fixPlan'>(question)
  if (!answered) return undefined
  if (!plan) return <NoAnswer onRetry={retry} />
  const { applied, needsDecision, skipped } = plan
  return (
    <>
      {applied.length > 0 && <TogetherCard row={row} plan={plan} question={answered} />}
      {needsDecision > 0 && (
        <p className="muted">
          {counted(needsDecision, 'finding')} can be fixed only with a risky fix: it changes behavior or
          removes something. Press Fix at a place to decide.
        </p>
      )}
      {skipped.length > 0 && (
        <p className="muted">
          Not possible here:{' '}
          {firstOf(
            skipped.map(({ message, reason }) => `${message} ${reason}`),
            3,
          )}
        </p>
      )}
    </>
  )
}

type TogetherProps = {
  readonly row: Row
  readonly plan: FixPlan
  readonly question: Question<'fixPlan'>
}

const TogetherCard = ({ row, plan, question }: TogetherProps) => {
  const rules = useApp((state) => state.report?.rules ?? {})
  const known = useMemo(() => placeholdersOf(plan.applied), [plan])
  const placeholders = usePlaceholders(known)
  const { values } = placeholders
  const asked = useMemo(
    () => (values.length === 0 ? question : { ...question, request: { ...question.request, values } }),
    [question, values],
  )
  const { reply, isCurrent } = useAnswer(asked)
  const changed = values.length === 0 ? plan : reply
  const problem = isCurrent && changed ? problemWith(changed, values) : undefined
  return (
    <FixCard
      fix={cardOfPlan(changed && problem === undefined ? changed : plan, row, rules)}
      rule={row.rule}
      text={question.text}
      placeholders={placeholders}
      isReady={placeholders.isReady && (values.length === 0 || isCurrent) && changed !== undefined}
      problem={problem}
    />
  )
}
