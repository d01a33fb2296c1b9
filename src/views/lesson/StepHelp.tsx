import type { Step } from '../../lessons/lesson'
import { replaceText } from '../../store/lessons'
import { ruleTitle } from '../../store/ruleTitle'
import { useApp } from '../../store/store'
import { FixDiff } from '../FixDiff'
import { MarkdownText } from '../Markdown'

type Props = {
  readonly step: Step
  /** The manifest that the step begins with. */
  readonly start: string
}

/** For those who are stuck: a hint, the solution, the pages that say more, and the way back to the beginning. */
export const StepHelp = ({ step: { hint, solution, pages = [] }, start }: Props) => {
  const isChanged = useApp((state) => state.text !== start)
  const isSolved = useApp((state) => state.text === solution)
  return (
    <div className="lesson-help">
      <details>
        <summary>Hint</summary>
        <p>
          <MarkdownText text={hint} />
        </p>
      </details>
      <details>
        <summary>Show me</summary>
        <FixDiff before={start} after={solution} context={1} />
        <button
          className="push-button"
          type="button"
          disabled={isSolved}
          onClick={() => replaceText(solution)}
        >
          Put it into the manifest
        </button>
      </details>
      {pages.length > 0 && (
        <p>
          Read more:{' '}
          {pages.map((id, index) => (
            <span key={id}>
              {index > 0 && ', '}
              <a className="link" href={`#/checks/${id}`}>
                {ruleTitle(id)}
              </a>
            </span>
          ))}
        </p>
      )}
      {isChanged && (
        <button className="link" type="button" onClick={() => replaceText(start)}>
          Start this step over
        </button>
      )}
    </div>
  )
}
