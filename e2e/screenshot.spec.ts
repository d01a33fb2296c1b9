import { expect, test } from '@playwright/test'
import { fileURLToPath } from 'node:url'

/** Takes the picture of the README anew: `npx playwright test -c e2e/playwright.config.ts screenshot --update-snapshots all` */
test('the picture of the README', async ({ page }, { config }) => {
  test.skip(config.updateSnapshots !== 'all', 'only with --update-snapshots all')
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto('./')
  await expect(page.locator('#report .summary')).toBeVisible()
  await expect(page.locator('.monaco-editor .view-line').first()).toBeVisible()
  await page.screenshot({
    path: fileURLToPath(new URL('screenshot.png', import.meta.url)),
    animations: 'disabled',
  })
})
