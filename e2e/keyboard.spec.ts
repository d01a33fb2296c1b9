import { expect, test } from './test'
import { playground } from './playground'

test('F8 goes to the next finding from anywhere on the page, and Shift+F8 back', async ({ page }) => {
  const { caret, findings, open } = playground(page)
  await page.route('**/MonacoEditor-*.js', () => undefined)
  await open()
  await page.getByRole('combobox', { name: 'Kubernetes version' }).focus()
  await page.keyboard.press('F8')
  await expect(caret).not.toHaveText(/^Line 1,/)
  const selected = findings.and(page.locator('[data-selected=true]'))
  await expect(selected).toHaveCount(1)
  const first = await selected.textContent()
  await page.keyboard.press('F8')
  await expect(selected).not.toHaveText(first ?? '')
  await page.keyboard.press('Shift+F8')
  await expect(selected).toHaveText(first ?? '')
})

test('a slash goes to the filter, but not while somebody types', async ({ page }) => {
  const { open } = playground(page)
  await open()
  await page.getByRole('button', { name: 'Examples' }).focus()
  await page.keyboard.press('/')
  const filter = page.getByRole('searchbox', { name: 'Filter findings' })
  await expect(filter).toBeFocused()
  await page.keyboard.type('a/b')
  await expect(filter).toHaveValue('a/b')
})

test('Ctrl+O opens files', async ({ page }) => {
  const { open, row } = playground(page)
  // Before everything else: the browser is told some time later that the test answers its dialogs.
  const chooser = page.waitForEvent('filechooser')
  await open()
  await page.getByRole('button', { name: 'Examples' }).focus()
  await page.keyboard.press('ControlOrMeta+O')
  const text = 'apiVersion: v1\nkind: Pod\nmetadata: {name: opened}\n'
  await (await chooser).setFiles([{ name: 'a.yaml', mimeType: 'text/plain', buffer: Buffer.from(text) }])
  await expect(row('Pod opened')).toBeVisible()
})
