import type { CheckPage } from '../../pages/checkPage'
import { Markdown, MarkdownText } from '../Markdown'
import { parseMarkdown, type Block } from '../markdown'
import { CheckFacts } from './CheckFacts'
import { CheckQuestion } from './CheckQuestion'
import { PictureView } from './PictureView'
import './checkPage.css'

type Props = {
  readonly id: string
  readonly text: string
  readonly page: CheckPage
  readonly severities: string
  readonly isOptional: boolean
  readonly titleOf: (id: string) => string
}

/** The page of a check: facts at a glance, a sentence, the sections of its text, a picture and a question. */
export const CheckPageView = ({ id, text, page, severities, isOptional, titleOf }: Props) => {
  const [title, lead, ...rest] = parseMarkdown(text)
  return (
    <article className="check-page">
      <h4>{title?.type === 'heading' ? title.text : id}</h4>
      {lead?.type === 'paragraph' && (
        <p className="lead">
          <MarkdownText text={lead.text} />
        </p>
      )}
      <CheckFacts page={page} severities={severities} isOptional={isOptional} />
      {sectionsOf(rest).map(({ heading, blocks }) => (
        <section key={heading}>
          {heading === 'Exactly what is checked' ? (
            <details>
              <summary>{heading}</summary>
              <Markdown blocks={blocks} />
            </details>
          ) : (
            <>
              <h5>{heading}</h5>
              <Markdown blocks={blocks} />
            </>
          )}
          {heading === 'How it works' && <PictureView picture={page.picture} />}
        </section>
      ))}
      <CheckQuestion check={id} question={page.question} />
      <section>
        <h5>Related checks</h5>
        <ul>
          {page.related.map((other) => (
            <li key={other}>
              <a className="link" href={`#/checks/${other}`}>
                {titleOf(other)}
              </a>
            </li>
          ))}
        </ul>
      </section>
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
