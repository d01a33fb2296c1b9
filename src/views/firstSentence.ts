import type { Block } from '../pages/markdown'

/** The first sentence below a heading, as Markdown; one that leads to an example ends here. */
export const firstSentence = (blocks: readonly Block[], heading: string): string | undefined => {
  const start = blocks.findIndex((block) => block.type === 'heading' && block.text === heading)
  if (start < 0) return undefined
  const rest = blocks.slice(start + 1)
  const end = rest.findIndex((block) => block.type === 'heading')
  const paragraph = rest.slice(0, end < 0 ? rest.length : end).find((block) => block.type === 'paragraph')
  const sentence = paragraph && (/^.+?[.:](?=\s+[A-Z`*[]|$)/.exec(paragraph.text)?.[0] ?? paragraph.text)
  return sentence?.replace(/:$/, '.')
}
