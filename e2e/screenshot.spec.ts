import { expect, test } from '@playwright/test'
import { fileURLToPath } from 'node:url'

/** Takes the picture of the README anew: `npx playwright test -c e2e/playwright.config.ts screenshot --update-snapshots all` */
test('the picture of the README', async ({ page }, { config }) => {
  test.skip(config.updateSnapshots !== 'all', 'only with --update-snapshots all')
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto('./')
  await expect(page.locator('#report .summary')).toBeVisible()
  // Colours come a moment after the text: the last line has several then, in spans of their own.
  const lastLine = page.locator('.view-line').filter({ hasText: 'targetPort' })
  await expect(lastLine.locator('span span').nth(3)).toBeVisible()
  await page.screenshot({
    path: fileURLToPath(new URL('screenshot.png', import.meta.url)),
    animations: 'disabled',
  })
})
