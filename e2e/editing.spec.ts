import { expect, test } from './test'
import { playground } from './playground'

const pod = (name: string, container: string): string =>
  [
    'apiVersion: v1',
    'kind: Pod',
    'metadata:',
    `  name: ${name}`,
    '  labels:',
    `    app: ${name}`,
    'spec:',
    '  containers:',
    '    - image: registry.example.com/app:1.0',
    `      name: ${container}`,
  ].join('\n')

const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })

test('pasting a manifest brings its report', async ({ page }) => {
  const { report, row, finding, open, editorReady, paste } = playground(page)
  await open()
  await editorReady()
  await paste(pod('pasted', 'main'))
  await expect(row('Pod pasted')).toBeVisible()
  await expect(finding('No resource requests or limits on container main')).toBeVisible()
  await expect(report.getByText(/would accept this object\.$/)).toBeVisible()
})

test('a file from Windows keeps its places', async ({ page }) => {
  const { row, finding, caret, open, editorReady, openFiles } = playground(page)
  await open()
  await editorReady()
  await openFiles(file('windows.yaml', pod('windows', 'main').replaceAll('\n', '\r\n')))
  await expect(row('Pod windows')).toBeVisible()
  await finding('No resource requests or limits').getByText('line 10').click()
  await expect(caret).toHaveText('Line 10, column 17')
})

test('typing ten keys a second in 2,000 lines loses no letter and ends with the last report', async ({
  page,
}) => {
  const { report, finding, editor, open, editorReady, paste } = playground(page)
  await open()
  await editorReady()
  const fleet = Array.from({ length: 182 }, (_, index) => pod(`pod-${index}`, 'main'))
  await paste([...fleet, pod('typed', '')].join('\n---\n'))
  await expect(report.getByText(/would accept 182 of 183 objects\.$/)).toBeVisible()
  await page.keyboard.press('ControlOrMeta+End')
  const name = 'thequickbrownfoxjumpsoverthelazydog'
  await page.keyboard.type(name, { delay: 100 })
  await expect(editor.locator('.view-line').filter({ hasText: `name: ${name}` })).toBeVisible()
  await page.getByRole('searchbox', { name: 'Filter findings' }).fill(name)
  await expect(finding(`No resource requests or limits on container ${name}`)).toBeVisible()
})

test('files dropped anywhere on the page are opened', async ({ page }) => {
  const { row, open } = playground(page)
  await open()
  const dropped = await page.evaluateHandle(
    (text) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([text], 'dropped.yaml'))
      return transfer
    },
    pod('dropped', 'main'),
  )
  // As a browser does, as long as the files are over the page.
  await expect(async () => {
    await page.dispatchEvent('body', 'dragover', { dataTransfer: dropped })
    await expect(page.getByText('Drop files to open them')).toBeVisible({ timeout: 500 })
  }).toPass()
  await page.dispatchEvent('body', 'drop', { dataTransfer: dropped })
  await expect(row('Pod dropped')).toBeVisible()
})

test('Tab indents in the editor until Ctrl+M', async ({ page }) => {
  const { editor, open, editorReady } = playground(page)
  await open()
  await editorReady()
  await editor.locator('.view-line').first().click()
  await expect(page.getByText('Ctrl+M: Tab leaves the editor')).toBeVisible()
  await page.keyboard.press('Control+m')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('separator', { name: 'Width of the editor' })).toBeFocused()
})

test('twelve thousand findings are shown a part at a time', async ({ page }) => {
  const { report, findings, finding, row, open, editorReady, openFiles } = playground(page)
  await open()
  await editorReady()
  const fleet = Array.from({ length: 1_200 }, (_, index) => pod(`pod-${index}`, 'main'))
  await openFiles(file('fleet.yaml', fleet.join('\n---\n')))
  await expect(report.getByText(/would accept all 1,200 objects\.$/)).toBeVisible()
  expect(await findings.count()).toBeLessThan(200)
  // A list grows a little at a time, as far as somebody scrolls.
  await expect(async () => {
    await report.getByRole('button', { name: /^Show more/ }).scrollIntoViewIfNeeded({ timeout: 2_000 })
    await expect(row('Pod pod-30')).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 30_000 })
  await page.getByRole('searchbox', { name: 'Filter findings' }).fill('pod-1199')
  await expect(row('Pod pod-1199')).toBeVisible()
  await expect(finding('No resource requests or limits on container main')).toHaveCount(1)
})

test('what is typed while the full editor loads is kept', async ({ page }) => {
  const { finding, editor, caret, open, editorReady } = playground(page)
  let release = (): void => undefined
  const released = new Promise<void>((resolve) => (release = resolve))
  await page.route('**/MonacoEditor-*.js', async (route) => {
    await released
    await route.continue()
  })
  await open()
  const plain = page.getByRole('textbox', { name: 'Kubernetes manifest' })
  await plain.click()
  await page.keyboard.press('ControlOrMeta+Home')
  for (let line = 1; line < 16; line += 1) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
  await page.keyboard.type('-early')
  await expect(finding('No resource requests or limits on container web-early')).toBeVisible()
  await expect(caret).toHaveText('Line 16, column 26')
  release()
  await editorReady()
  await expect(caret).toHaveText('Line 16, column 26')
  await expect(editor).toHaveClass(/focused/)
  await page.keyboard.type('-late')
  await expect(finding('No resource requests or limits on container web-early-late')).toBeVisible()
  await expect(editor.locator('.view-line').filter({ hasText: 'name: web-early-late' })).toBeVisible()
})

test('several files become one text, and other files are named', async ({ page }) => {
  const { report, open, editorReady, openFiles } = playground(page)
  await open()
  await editorReady()
  await openFiles([file('a.yaml', pod('a', 'main')), file('b.yml', pod('b', 'main')), file('c.txt', 'x')])
  await expect(report.getByText(/would accept both objects\.$/)).toBeVisible()
  await expect(page.getByText('Not opened: c.txt is not YAML or JSON.')).toBeVisible()
})
