import { expect, test, type Page } from './test'
import { playground } from './playground'

const text = (name: string, content: string) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(content),
})

/** Drops a file that only says how large it is; the page would throw if it read it. */
const dropHuge = (page: Page, name: string, size: number): Promise<void> =>
  page.evaluate(
    ([fileName, bytes]) => {
      const file = new File([''], fileName)
      Object.defineProperty(file, 'size', { value: bytes })
      Object.defineProperty(file, 'arrayBuffer', {
        value: () => {
          throw new Error('It was read.')
        },
      })
      const event = new Event('drop', { bubbles: true, cancelable: true })
      Object.defineProperty(event, 'dataTransfer', { value: { types: ['Files'], files: [file] } })
      document.body.dispatchEvent(event)
    },
    [name, size] as const,
  )

test('a file that is too large is not read, and named with its size', async ({ page }) => {
  const { score, open, editorReady } = playground(page)
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  await open()
  await editorReady()
  await dropHuge(page, 'cluster.json', 400_000_000)
  await expect(page.getByText('Not opened: cluster.json has 400.0 MB, and the limit is 10 MB.')).toBeVisible()
  await expect(score).toHaveText('38')
  expect(errors).toEqual([])
})

test('a binary file is named as such', async ({ page }) => {
  const { open, openFiles } = playground(page)
  await open()
  await openFiles({
    name: 'chart.yaml',
    mimeType: 'application/gzip',
    buffer: Buffer.from([0x1f, 0x8b, 8, 0, 0, 0]),
  })
  await expect(page.getByText('Not opened: chart.yaml is a binary file, not text.')).toBeVisible()
})

test('a large JSON file is parsed in the worker, never on the page', async ({ page }) => {
  const { report, open, editorReady, openFiles } = playground(page)
  await page.addInitScript(() => {
    const { parse } = JSON
    Object.assign(window, { parsed: 0 })
    JSON.parse = (source: string, ...more: []) => {
      Object.assign(window, { parsed: Math.max(Reflect.get(window, 'parsed'), source.length) })
      return parse(source, ...more)
    }
  })
  await open()
  await editorReady()
  const data = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`key${index}`, 'value']))
  const map = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'large' }, data }
  await openFiles([
    text('map.json', JSON.stringify(map)),
    text('widget_v1.json', JSON.stringify({ type: 'object', properties: { size: { type: 'integer' } } })),
  ])
  await expect(report.getByText(/would accept this object\.$/)).toBeVisible()
  expect(await page.evaluate(() => Reflect.get(window, 'parsed'))).toBeLessThan(100_000)
})
