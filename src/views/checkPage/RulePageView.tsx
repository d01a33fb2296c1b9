import type { ReactNode } from 'react'
import type { RuleSummary } from '../../engine/model/report'
import type { CheckPage } from '../../pages/checkPage'
import { Markdown, MarkdownText } from '../Markdown'
import { parseMarkdown, type Block } from '../../pages/markdown'
import { CheckFacts } from './CheckFacts'
import { PictureView } from './PictureView'
import './checkPage.css'

type Props = {
  readonly id: string
  readonly summary: RuleSummary
  /** Its text: Markdown. */
  readonly text: string
  /** Absent for rules that are no checks: their text is one paragraph. */
  readonly page?: CheckPage | undefined
  /** The address of another page. */
  readonly hrefOf: (id: string) => string
  readonly titleOf: (id: string) => string
  /** One more fact: what the reader's own text has. */
  readonly yours?: ReactNode
  /** The example, and what is like it. */
  readonly example?: ReactNode
  readonly question?: ReactNode
}

/** The page of a rule: facts at a glance, a sentence, an example, the sections of its text, a picture and a question. */
export const RulePageView = ({ id, summary, text, page, hrefOf, titleOf, ...parts }: Props) => {
  const [title, lead, ...rest] = parseMarkdown(text)
  return (
    <article className="check-page">
      <h2 id="page-title" tabIndex={-1}>
        {title?.type === 'heading' ? title.text : id}
      </h2>
      {lead?.type === 'paragraph' && (
        <p className="lead">
          <MarkdownText text={lead.text} />
        </p>
      )}
      <CheckFacts summary={summary} page={page} yours={parts.yours} />
      {parts.example}
      {sectionsOf(rest).map(({ heading, blocks }) => (
        <section key={heading}>
          {heading === 'Exactly what is checked' ? (
            <details>
              <summary>
                <h3>{heading}</h3>
              </summary>
              <Markdown blocks={blocks} />
            </details>
          ) : (
            <>
              <h3>{heading}</h3>
              <Markdown blocks={blocks} />
            </>
          )}
          {page && heading === 'How it works' && <PictureView picture={page.picture} />}
        </section>
      ))}
      {parts.question}
      {page && (
        <section>
          <h3>Related checks</h3>
          <ul className="related-checks">
            {page.related.map((other) => (
              <li key={other}>
                <a className="link" href={hrefOf(other)}>
                  {titleOf(other)}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  )
}

type Section = { readonly heading: string; readonly blocks: readonly Block[] }

const sectionsOf = (blocks: readonly Block[]): readonly Section[] => {
  const sections: { heading: string; blocks: Block[] }[] = []
  for (const block of blocks)
    if (block.type === 'heading') sections.push({ heading: block.text, blocks: [] })
    else sections.at(-1)?.blocks.push(block)
  return sections
}
