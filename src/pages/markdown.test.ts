import { expect, test } from 'vitest'
import { parseInline, parseMarkdown } from './markdown'

test('reads the blocks of a check page', () => {
  const source = '# Title\n\nOne\ntwo.\n- a\n- b\n  more\n\n```yaml\n  x: 1\n\n    # y\n```\n## Next\n'
  expect(parseMarkdown(source)).toEqual([
    { type: 'heading', level: 1, text: 'Title' },
    { type: 'paragraph', text: 'One two.' },
    { type: 'list', items: ['a', 'b more'] },
    { type: 'code', text: 'x: 1\n\n  # y' },
    { type: 'heading', level: 2, text: 'Next' },
  ])
})

test.each(['#####', '```', '- ', '-', '   ', '#', '###### x', '```\nnever closed'])(
  'ends on %j',
  (source) => {
    expect(parseMarkdown(source)).toBeInstanceOf(Array)
  },
)

test('reads code, bold and links inside a line; markup and other schemes stay text', () => {
  expect(parseInline('a `b` **c** [d](https://e.f/g) <i>h</i> [j](javascript:k)')).toEqual([
    { type: 'text', text: 'a ' },
    { type: 'code', text: 'b' },
    { type: 'text', text: ' ' },
    { type: 'strong', text: 'c' },
    { type: 'text', text: ' ' },
    { type: 'link', text: 'd', href: 'https://e.f/g' },
    { type: 'text', text: ' <i>h</i> [j](javascript:k)' },
  ])
})
