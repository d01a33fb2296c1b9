import type { Goal } from '../../lessons/lesson'
import { SeverityMark } from '../SeverityMark'

type Props = {
  readonly goals: readonly Goal[]
  /** In the order of the goals; undefined until the engine has answered. */
  readonly reached: readonly boolean[] | undefined
}

/** What the engine looks for in the reader's text, and what it has found. */
export const StepGoals = ({ goals, reached }: Props) => (
  <ul className="lesson-goals" aria-label="Goals">
    {goals.map(({ says }, index) => (
      <li key={says} data-severity={reached?.[index] ? 'passed' : 'skipped'}>
        {reached?.[index] ? <SeverityMark mark="passed" word="none" /> : <span className="open-goal" />}
        <span>
          {says}
          <span className="read-aloud">{reached?.[index] ? ': reached' : ': not reached yet'}</span>
        </span>
      </li>
    ))}
  </ul>
)
