import './details.css'
import { parseInline, type Block, type Inline } from '../pages/markdown'

/** Creates React elements only: no text becomes HTML. */
export const Markdown = ({ blocks }: { readonly blocks: readonly Block[] }) => (
  <div className="prose">
    {blocks.map((block, index) => (
      <BlockElement key={index} block={block} />
    ))}
  </div>
)

export const MarkdownText = ({ text }: { readonly text: string }) =>
  parseInline(text).map((part, index) => <InlineElement key={index} part={part} />)

const BlockElement = ({ block }: { readonly block: Block }) => {
  switch (block.type) {
    case 'heading': {
      const Heading = block.level === 1 ? 'h4' : 'h5'
      return (
        <Heading>
          <MarkdownText text={block.text} />
        </Heading>
      )
    }
    case 'paragraph':
      return (
        <p>
          <MarkdownText text={block.text} />
        </p>
      )
    case 'list':
      return (
        <ul>
          {block.items.map((item, index) => (
            <li key={index}>
              <MarkdownText text={item} />
            </li>
          ))}
        </ul>
      )
    case 'code':
      return <pre>{block.text}</pre>
  }
}

const InlineElement = ({ part }: { readonly part: Inline }) => {
  switch (part.type) {
    case 'text':
      return part.text
    case 'code':
      return <code>{part.text}</code>
    case 'strong':
      return <strong>{part.text}</strong>
    case 'link':
      return (
        <a href={part.href} target="_blank" rel="noreferrer">
          {part.text}
        </a>
      )
  }
}
