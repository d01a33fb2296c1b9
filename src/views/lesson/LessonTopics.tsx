import { topicPasses } from '../../lessons/goals'
import type { Topic } from '../../lessons/lesson'
import { useApp } from '../../store/store'
import { SeverityMark } from '../SeverityMark'
import { counted } from '../../formats/words'

/** What the lesson is divided into: which topics are done, and what is found for the others. */
export const LessonTopics = ({ topics }: { readonly topics: readonly Topic[] }) => {
  const report = useApp((state) => state.report)
  if (!report) return undefined
  const left = topics.filter((topic) => !topicPasses(report, topic)).length
  const countOf = ({ checks }: Topic): number =>
    report.findings.filter(({ rule, ignored }) => ignored === undefined && checks.includes(rule)).length
  return (
    <details className="lesson-topics">
      <summary>
        {left === 0 ? 'All topics are done' : `${counted(left, 'topic')} of ${topics.length} to go`}
      </summary>
      <ul>
        {topics.map((topic) => (
          <li key={topic.title}>
            <p>
              {topicPasses(report, topic) ? (
                <SeverityMark mark="passed" />
              ) : (
                <span className="open-goal" aria-hidden="true" />
              )}
              <b>{topic.title}</b>
              {countOf(topic) > 0 && <span className="muted">{counted(countOf(topic), 'finding')}</span>}
            </p>
            {topic.note !== undefined && <p className="muted">{topic.note}</p>}
          </li>
        ))}
      </ul>
    </details>
  )
}
