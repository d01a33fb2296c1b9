import { expect, test } from './test'
import { seriousProblems } from './accessibility'
import { playground } from './playground'

for (const colorScheme of ['light', 'dark'] as const)
  test(`where the system forces its colours, both panes and all marks are there, ${colorScheme}`, async ({
    page,
  }) => {
    const { editor, finding, score, open, editorReady } = playground(page)
    const errors: string[] = []
    page.on('pageerror', ({ message }) => errors.push(message))
    await page.emulateMedia({ forcedColors: 'active', colorScheme })
    await open()
    await editorReady()
    const canvas = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    await expect(editor).toHaveCSS('background-color', canvas)
    await expect(editor.locator('.squiggly-error, .squiggly-warning, .squiggly-info').first()).toBeVisible()
    const replicas = finding('Only 1 replica')
    await replicas.getByText('line 6').click()
    await expect(editor).toHaveClass(/focused/)
    // What is shaded elsewhere has an outline here.
    await expect(replicas.locator('.finding-row')).toHaveCSS('outline-style', 'solid')
    await page.getByRole('separator', { name: 'Width of the editor' }).focus()
    await page.keyboard.press('ArrowRight')
    await expect(page.getByRole('separator')).toHaveCSS('outline-style', 'solid')
    await editor.locator('.view-line').first().click()
    await page.keyboard.press('End')
    await page.keyboard.type(' # typed')
    await expect(editor.locator('.view-line').filter({ hasText: 'typed' })).toBeVisible()
    await expect(score).toBeVisible()
    await playground(page).fixAll.click()
    await expect(page.getByRole('dialog').locator('.editor.modified .view-line').first()).toBeVisible()
    await expect(page.getByLabel('The manifest after the fixes')).toBeAttached()
    expect(await seriousProblems(page)).toEqual([])
    expect(errors).toEqual([])
  })

test('colours that are forced later change the editor, and back', async ({ page }) => {
  const { editor, open, editorReady } = playground(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await open()
  await editorReady()
  const own = 'rgb(17, 20, 24)'
  await expect(editor).toHaveCSS('background-color', own)
  await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active' })
  await expect(editor).not.toHaveCSS('background-color', own)
  await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'none' })
  await expect(editor).toHaveCSS('background-color', own)
})
