import type { FixSummary } from '../engine/fixes/fixer'
import type { Row } from '../engine/report/rows'
import { firstExample } from '../examples'
import { openFixes, openRow } from '../store/actions'
import { selectFirstSteps, type FirstStep } from '../store/firstSteps'
import { selectFixable, selectIsOneObject, selectObjects, selectShown } from '../store/selectors'
import { useApp, type State } from '../store/store'
import { rowKey } from './FindingRow'
import { rowSubject } from '../formats/rowText'

type Props = {
  /** The rows that the list shows. */
  readonly listed: readonly Row[]
}

/** The changes that raise the score most, by name. */
export const FixFirst = ({ listed }: Props) => {
  const steps = useApp(selectFirstSteps)
  const isFirstExample = useApp((state) => state.text === firstExample.text)
  if (steps.length === 0) return undefined
  return (
    <section className="first" aria-labelledby="fix-first">
      <h3 id="fix-first">Fix these first</h3>
      <ul>
        {steps.map((step) => (
          <Step key={step.rule} step={step} listed={listed} />
        ))}
      </ul>
      {isFirstExample && (
        <p className="first-lesson">
          New here?{' '}
          <a className="link" href="#/lessons/from-bare-to-green/pull-policy">
            Walk through it (7 steps, 6 minutes)
          </a>
        </p>
      )}
    </section>
  )
}

const Step = ({ step, listed }: Props & { readonly step: FirstStep }) => {
  const name = useApp((state) => nameOf(step, state))
  const fix = useApp((state) => bestFix(step, selectFixable(state)))
  return (
    <li className="first-step">
      <span className="gain">
        +{step.gain}
        <span className="read-aloud"> points: </span>
      </span>
      <span className="first-name">{name}</span>
      {fix && (
        <button
          className="link action"
          type="button"
          aria-label={`${actionWords[fix.safety]}: ${name}`}
          onClick={() => review(step, listed)}
        >
          {actionWords[fix.safety]}
        </button>
      )}
    </li>
  )
}

/** Opens the row that the list shows of it, with its fix; or all of its fixes, where there are several rows, or none. */
const review = ({ rule }: FirstStep, listed: readonly Row[]): void => {
  const [only, ...others] = listed.filter((row) => row.rule === rule)
  if (only && others.length === 0) openRow(rowKey(only), only.findings)
  else openFixes({ rule })
}

const actionWords = { safe: 'Fix', review: 'Review', risky: 'Review' } as const

/** The fix that most speaks for: of the first finding that has one. */
const bestFix = ({ rows }: FirstStep, fixable: State['fixable']): FixSummary | undefined =>
  rows
    .flatMap(({ findings }) => findings)
    .map(({ id }) => fixable.get(id))
    .find((fix) => fix && fix.safety !== 'risky')

/** What the fixes do, where all of them do the same; otherwise what is wrong. */
function nameOf({ rule, rows }: FirstStep, state: State): string {
  const [first] = rows
  if (!first) return ''
  const findings = rows.flatMap((row) => row.findings)
  const titles = new Set(findings.map(({ id }) => selectFixable(state).get(id)?.title))
  const [title] = titles
  const { oneRow } = selectShown(state)?.rules[rule] ?? {}
  const subject = rowSubject(first, selectObjects(state), selectIsOneObject(state))
  if (title !== undefined && titles.size === 1 && findings.length === 1) return title
  if (title !== undefined && (oneRow ?? titles.size === 1))
    return `${oneRow?.fix ?? title} ${subject.replace(/^on /, 'for ')}`
  return `${first.title} ${subject}`.trim()
}
