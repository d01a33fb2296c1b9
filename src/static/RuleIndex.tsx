import type { Rule } from '../engine/findings/rule'
import { MarkdownText } from '../views/Markdown'
import { SeverityMark } from '../views/SeverityMark'
import { topics } from '../views/topics'

/** `lead`: a sentence, as Markdown. */
type IndexEntry = { readonly rule: Rule; readonly lead: string }

type Props = { readonly entries: readonly IndexEntry[]; readonly hrefOf: (id: string) => string }

/** All rules, by topic, each with its lead. */
export const RuleIndex = ({ entries, hrefOf }: Props) => (
  <article className="check-page rule-index">
    <h2>All checks</h2>
    <p className="lead">
      What the playground looks for in Kubernetes manifests: what each check means, how to fix what it finds,
      and when not to.
    </p>
    {topics.map(([topic, title]) => (
      <section key={topic} aria-labelledby={topic}>
        <h3 id={topic}>{title}</h3>
        <ul>
          {entries
            .filter(({ rule }) => rule.topic === topic)
            .map(({ rule, lead }) => (
              <li key={rule.id}>
                <p className="rule-title">
                  {rule.severities.map((severity) => (
                    <SeverityMark key={severity} mark={severity} />
                  ))}
                  <a className="link" href={hrefOf(rule.id)}>
                    {rule.title}
                  </a>
                  {rule.optional && <span className="muted">optional</span>}
                </p>
                <p>
                  <MarkdownText text={lead} />
                </p>
                <p className="mono muted">{rule.id}</p>
              </li>
            ))}
        </ul>
      </section>
    ))}
  </article>
)
