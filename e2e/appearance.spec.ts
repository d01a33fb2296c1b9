import { expect, test, type Locator, type Page } from './test'
import { seriousProblems } from './accessibility'
import { playground } from './playground'

const background = (page: Page): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.body).backgroundColor)
const light = 'rgb(255, 255, 255)'
const dark = 'rgb(17, 20, 24)'

test('follows the theme of the system until one is chosen, and keeps the choice', async ({ page }) => {
  const { editor, open, editorReady } = playground(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await open()
  await editorReady()
  expect(await background(page)).toBe(dark)
  await expect(editor).toHaveCSS('background-color', dark)
  await page.emulateMedia({ colorScheme: 'light' })
  await expect(editor).toHaveCSS('background-color', light)
  expect(await background(page)).toBe(light)
  await page.getByRole('button', { name: 'Menu' }).click()
  const themes = page.getByRole('radiogroup', { name: 'Theme' })
  await expect(themes.getByRole('radio', { name: 'System' })).toBeChecked()
  await themes.getByText('Dark').click()
  await expect(editor).toHaveCSS('background-color', dark)
  await page.reload()
  expect(await background(page)).toBe(dark)
  await page.getByRole('button', { name: 'Menu' }).click()
  await expect(themes.getByRole('radio', { name: 'Dark' })).toBeChecked()
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`the page has no serious accessibility problem, ${colorScheme}`, async ({ page }) => {
    const { report, finding, open, editorReady, settings, closeSettings, about } = playground(page)
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await open()
    await editorReady()
    await report.getByRole('button', { name: /^Score/ }).click()
    await report.getByRole('checkbox', { name: 'Passed and skipped' }).check()
    const limit = finding('No resource requests or limits')
    await limit.getByRole('button', { expanded: false }).click()
    await limit.getByRole('link', { name: /^Learn: / }).click()
    await expect(page.getByRole('heading', { name: 'How it works' })).toBeVisible()
    expect(await seriousProblems(page)).toEqual([])
    await page.keyboard.press('Escape')
    await limit.getByText('Ignore…').click()
    await expect(limit.getByRole('button', { name: /^Ignore this check on/ })).toBeVisible()
    expect(await seriousProblems(page)).toEqual([])
    await page.getByRole('button', { name: 'Menu' }).click()
    await expect(page.getByRole('radiogroup', { name: 'Theme' })).toBeVisible()
    expect(await seriousProblems(page)).toEqual([])
    await page.keyboard.press('Escape')
    await settings()
    expect(await seriousProblems(page)).toEqual([])
    await closeSettings()
    await about()
    expect(await seriousProblems(page)).toEqual([])
    await page.keyboard.press('Escape')
    await playground(page).fixAll.click()
    await expect(page.getByRole('dialog').locator('.editor.modified .view-line').first()).toBeVisible()
    await expect(page.getByLabel('The manifest after the fixes')).toBeAttached()
    expect(await seriousProblems(page)).toEqual([])
  })

test('announces what changed', async ({ page }) => {
  const { open, editorReady, example } = playground(page)
  await open()
  const announcer = page.locator('p[aria-live=polite]')
  await expect(announcer).toHaveText('8 to fix, score 38. A cluster running 1.36 would accept both objects.')
  await editorReady()
  await example('Hardened web app')
  await expect(announcer).toHaveText(
    /^nothing to fix, score 100\. A cluster running 1\.36 would accept all \d objects\.$/,
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
  const tooSmall = await targets.evaluateAll((elements) =>
    elements
      .filter((element) => Math.round(element.getBoundingClientRect().height) < 40)
      .map((element) => element.outerHTML),
  )
  expect(tooSmall).toEqual([])
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('panes are tabs, nothing scrolls sideways, everything is large enough to touch', async ({ page }) => {
    const { report, finding, editor, caret, editorReady, fixAll } = playground(page)
    const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    await page.goto('./')
    await expect(page.getByRole('tab', { name: 'Report · 38' })).toBeVisible()
    await expect(page.locator('.tabs')).toHaveText('ManifestReport · 38Learn')
    expect(await sideways()).toBe(0)
    await expectLargeEnough(page.locator('button:visible, select:visible'))
    await page.getByRole('button', { name: 'Use the full editor' }).tap()
    await editorReady()
    expect(await sideways()).toBe(0)
    await expect(report).toBeHidden()
    await page.getByRole('tab', { name: 'Report · 38' }).tap()
    await expect(editor).toBeHidden()
    await finding('No resource requests or limits').getByRole('button', { expanded: false }).tap()
    await expect(finding('No resource requests').getByRole('button', { name: /^Apply/ })).toBeVisible()
    expect(await sideways()).toBe(0)
    // Wherever one touches a row, it opens.
    const rows = '.group-head:visible, .finding-row:visible'
    const others = 'button:visible:not(.group-toggle, .finding-open), input:visible:not([type=checkbox])'
    await expectLargeEnough(page.locator(`${rows}, ${others}, .check-box:visible`))
    expect(await seriousProblems(page)).toEqual([])
    await fixAll.tap()
    const dialog = page.getByRole('dialog', { name: 'Fix all' })
    await expect(dialog.getByRole('checkbox').first()).toBeVisible()
    await expectLargeEnough(dialog.locator('.push-button:visible, .link:visible, label:visible'))
    expect(await sideways()).toBe(0)
    await dialog.getByRole('button', { name: 'Close' }).tap()
    await finding('Only 1 replica').getByText('line 6').tap()
    await expect(page.getByRole('tab', { name: 'Manifest' })).toHaveAttribute('aria-selected', 'true')
    await expect(caret).toHaveText('Line 6, column 14')
  })

  test('the bar is one line, and what has no room in it is in the menu', async ({ page }) => {
    const { report } = playground(page)
    await page.goto('./')
    const bar = page.getByRole('banner')
    await expect(page.getByRole('tab', { name: 'Report · 38' })).toBeVisible()
    expect((await bar.boundingBox())?.height).toBeLessThanOrEqual(56)
    await expect(bar.getByRole('button')).toHaveText(['Share', ''])
    const menu = bar.getByRole('button', { name: 'Menu' })
    await menu.tap()
    const version = page.getByRole('combobox', { name: 'Kubernetes version' })
    const learn = bar.getByRole('link', { name: 'Learn' })
    const parts = [
      bar.getByRole('button', { name: 'Session: Bare web app' }),
      version,
      bar.getByRole('button', { name: 'Examples' }),
      learn,
      bar.getByRole('button', { name: /^Export as…/ }),
      bar.getByRole('button', { name: 'Copy the report as text' }),
      bar.getByRole('link', { name: 'Settings' }),
      bar.getByRole('link', { name: 'All checks and rules' }),
      bar.getByRole('button', { name: 'About' }),
    ]
    for (const part of parts) {
      await expect(part).toBeVisible()
      await expectLargeEnough(part)
      // One below the other.
      expect((await part.boundingBox())?.x).toBeGreaterThan(100)
    }
    await expectLargeEnough(page.getByRole('radiogroup', { name: 'Theme' }).locator('label'))
    expect(await seriousProblems(page)).toEqual([])
    await version.selectOption('1.33')
    await page.keyboard.press('Escape')
    await expect(menu).toBeFocused()
    await page.getByRole('tab', { name: /^Report/ }).tap()
    await expect(report.getByText('A cluster running 1.33 would accept both objects.')).toBeVisible()
    await menu.tap()
    await bar.getByRole('button', { name: 'Examples' }).tap()
    await page.getByRole('list', { name: 'Examples' }).getByRole('button', { name: 'Hardened web app' }).tap()
    await expect(learn).toBeHidden()
    await expect(page.getByRole('tab', { name: 'Report · 100' })).toBeVisible()
    await menu.tap()
    await learn.tap()
    await expect(page).toHaveURL(/#\/lessons$/)
    await expect(learn).toBeHidden()
  })
})
