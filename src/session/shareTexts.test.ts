import { expect, test } from 'vitest'
import { embedUrl, shareTexts } from './shareTexts'

const url = 'https://example.org/play/#1.abc'

test.each([
  ['link', 'Deployment web', url],
  ['markdown', 'Deployment web', `[Deployment web](${url})`],
  ['markdown', String.raw`a[b]\c`, String.raw`[a\[b\]\\c](${url})`],
  [
    'embed',
    '"><script>alert(1)</script>',
    '<iframe src="https://example.org/play/?embed#1.abc" title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;" width="100%" height="480" style="border: 0" loading="lazy"></iframe>',
  ],
])('%s of %s', (id, title, text) => {
  expect(shareTexts.find((each) => each.id === id)?.make(url, title)).toBe(text)
})

test('the embedded view has the address of the page, whatever its query was', () => {
  expect(embedUrl('http://127.0.0.1:4173/folder/index.html?a=1#yaml=kind%3A%20Pod')).toBe(
    'http://127.0.0.1:4173/folder/index.html?embed#yaml=kind%3A%20Pod',
  )
})
