import { expect, test, type Locator, type Page } from '@playwright/test'
import { seriousProblems } from './accessibility'
import { playground } from './playground'

const background = (page: Page): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.body).backgroundColor)
const light = 'rgb(255, 255, 255)'
const dark = 'rgb(20, 23, 28)'

test('follows the theme of the system until one is chosen, and keeps the choice', async ({ page }) => {
  const { editor, open, editorReady, settings } = playground(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await open()
  await editorReady()
  expect(await background(page)).toBe(dark)
  await expect(editor).toHaveCSS('background-color', dark)
  await page.emulateMedia({ colorScheme: 'light' })
  await expect(editor).toHaveCSS('background-color', light)
  expect(await background(page)).toBe(light)
  await (await settings()).getByRole('combobox', { name: 'Theme' }).selectOption('Dark')
  await expect(editor).toHaveCSS('background-color', dark)
  await page.reload()
  expect(await background(page)).toBe(dark)
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`the page has no serious accessibility problem, ${colorScheme}`, async ({ page }) => {
    const { report, finding, open, editorReady } = playground(page)
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await open()
    await editorReady()
    await report.getByRole('button', { name: /^Score/ }).click()
    await report.getByRole('checkbox', { name: 'Passed and skipped' }).check()
    const limit = finding('has no memory limit')
    await limit.getByRole('button', { name: /^Details/ }).click()
    await limit.getByRole('link', { name: 'All about this check' }).click()
    await expect(page.getByRole('heading', { name: 'How it works' })).toBeVisible()
    expect(await seriousProblems(page)).toEqual([])
    await page.keyboard.press('Escape')
    await limit.getByText('Ignore this finding').click()
    expect(await seriousProblems(page)).toEqual([])
    await report.getByRole('button', { name: 'Fix all…', exact: true }).click()
    await expect(page.getByRole('dialog').locator('.editor.modified .view-line').first()).toBeVisible()
    await expect(page.getByLabel('The manifest after the fixes')).toBeAttached()
    expect(await seriousProblems(page)).toEqual([])
  })

test('announces what changed', async ({ page }) => {
  const { open, editorReady, example } = playground(page)
  await open()
  const announcer = page.locator('p[aria-live=polite]')
  await expect(announcer).toHaveText(
    '12 findings, score 38. A cluster running 1.36 would accept both objects.',
  )
  await editorReady()
  await example('Hardened web app')
  await expect(announcer).toHaveText(
    /^0 findings, score 100\. A cluster running 1\.36 would accept all \d objects\.$/,
  )
})

test('the divider moves with the keyboard and the mouse, and goes back', async ({ page }) => {
  await playground(page).open()
  const divider = page.getByRole('separator', { name: 'Width of the editor' })
  await divider.focus()
  await page.keyboard.press('ArrowRight')
  await expect(divider).toHaveAttribute('aria-valuenow', '52')
  await divider.hover()
  await page.mouse.down()
  await page.mouse.move(400, 300)
  await page.mouse.up()
  await expect(divider).toHaveAttribute('aria-valuenow', '31')
  await divider.dblclick()
  await expect(divider).toHaveAttribute('aria-valuenow', '50')
})

const expectLargeEnough = async (targets: Locator): Promise<void> => {
  for (const target of await targets.all()) {
    const box = await target.boundingBox()
    expect(Math.round(box?.height ?? 0), await target.innerHTML()).toBeGreaterThanOrEqual(40)
  }
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('panes are tabs, nothing scrolls sideways, everything is large enough to touch', async ({ page }) => {
    const { report, finding, editor, caret, editorReady } = playground(page)
    const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    await page.goto('./')
    await editorReady()
    expect(await sideways()).toBe(0)
    await expect(report).toBeHidden()
    await page.getByRole('tab', { name: 'Report (12)' }).tap()
    await expect(editor).toBeHidden()
    expect(await sideways()).toBe(0)
    await expectLargeEnough(page.locator('button:visible, select:visible'))
    await page.getByRole('button', { name: 'Fix all…', exact: true }).tap()
    const dialog = page.getByRole('dialog', { name: 'Fix all' })
    await expect(dialog.getByRole('checkbox').first()).toBeVisible()
    await expectLargeEnough(dialog.locator('.push-button:visible, .link:visible, label:visible'))
    expect(await sideways()).toBe(0)
    await dialog.getByRole('button', { name: 'Close' }).tap()
    await finding('has 1 replica').getByRole('button').first().tap()
    await expect(page.getByRole('tab', { name: 'Manifest' })).toHaveAttribute('aria-selected', 'true')
    await expect(caret).toHaveText('Line 6, column 14')
  })
})
