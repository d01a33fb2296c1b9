import { describe, expect, test } from 'vitest'
import type { CheckPage, Picture } from '../pages/checkPage'
import { checks } from '.'
import { passes } from '../worker/passes'

const pages = import.meta.glob<CheckPage>('./*/page.ts', { import: 'default', eager: true })
const texts = import.meta.glob<string>('./*/docs.md', { query: '?raw', import: 'default', eager: true })

/** The sections of a page, in order; a story that did not happen begins with `Imagine`. */
const sections = [
  'How it works',
  'What you will see',
  'How to fix it',
  'When not to',
  'Exactly what is checked',
  /^(?:What happened|Imagine)$/,
  'Enforce it in the cluster',
  'Further reading',
]

const wordsIn = (markdown: string): number =>
  markdown
    .replace(/```[^]*?```/g, '')
    .split('## Further reading')[0]
    ?.split(/\s+/)
    .filter((word) => /\w/.test(word)).length ?? 0

const amountsFit = (picture: Picture): boolean => {
  switch (picture.kind) {
    case 'bar':
      return picture.parts.reduce((sum, { amount }) => sum + amount, 0) <= picture.total
    case 'timeline':
      return picture.lanes.every(({ spans }) =>
        spans.every(({ from, to }, index) => {
          const before = spans[index - 1]?.to ?? 0
          return before <= from && from < to && to <= picture.until
        }),
      )
    case 'flow':
      return picture.arrows.every(({ from, to }) => from !== to && picture.boxes[from] && picture.boxes[to])
    case 'places':
      return picture.scenes.every(({ places }) => places.length > 0 && places.length <= 4)
    case 'grid':
      return picture.rows.every(({ cells }) => cells.length === picture.columns.length)
  }
}

describe.each(Object.keys(pages).map((path) => path.split('/')[1] ?? ''))('the page of %s', (id) => {
  const page = pages[`./${id}/page.ts`]
  const text = texts[`./${id}/docs.md`] ?? ''
  if (!page) throw new Error('there is no page')

  test('has its sections, in order, and the title of its check', () => {
    const headings = [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading ?? '')
    expect(headings).toHaveLength(sections.length)
    headings.forEach((heading, index) => expect(heading).toMatch(sections[index] ?? ''))
    expect(text.split('\n')[0]).toBe(`# ${checks.find((check) => check.id === id)?.title}`)
  })

  test('says in one sentence of at most 20 words what it is about', () => {
    const [, first = ''] = text.split('\n\n')
    expect(first.replaceAll('\n', ' ')).toMatch(/^[^.!?]*(?:[.!?]\S[^.!?]*)*\.$/)
    expect(first.split(/\s+/).length).toBeLessThanOrEqual(20)
  })

  test('has 150 to 450 words, without code and links', () => {
    expect(wordsIn(text)).toBeGreaterThanOrEqual(150)
    expect(wordsIn(text)).toBeLessThanOrEqual(450)
  })

  test('shows a command, and the number with its source', () => {
    expect(text).toMatch(/^\$ kubectl /m)
    expect(text).toContain(page.number.text)
    expect(page.number.text).toMatch(/\d/)
    if (page.number.source !== 'computed in the text') expect(text).toContain(page.number.source)
  })

  test('has a picture whose numbers fit together', () => {
    expect(amountsFit(page.picture)).toBeTruthy()
    expect(page.picture.caption).toMatch(/\.$/)
  })

  test('asks a question that the engine answers', () => {
    const answers = page.question.choices.map(({ yaml }) => passes(id, yaml))
    expect(answers).not.toContain(undefined)
    expect(answers).toContain(true)
    expect(answers).toContain(false)
    expect(page.question.ask).toMatch(/\?$/)
    expect(new Set(page.question.choices.map(({ label }) => label)).size).toBe(answers.length)
  })

  test('leads to other pages that there are', () => {
    expect(page.related.length).toBeGreaterThan(0)
    for (const other of page.related) expect(checks.map((check) => check.id)).toContain(other)
    expect(page.related).not.toContain(id)
    expect([...text.matchAll(/\]\((https:\/\/[^)]+)\)/g)].length).toBeGreaterThanOrEqual(2)
  })
})
