import { expect, test } from './test'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Takes the picture of the README anew: `npx playwright test -c e2e/playwright.config.ts screenshot --update-snapshots all` */
test('the picture of the README', async ({ page }, { config }) => {
  test.skip(config.updateSnapshots !== 'all', 'only with --update-snapshots all')
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto('./')
  await expect(page.locator('#report .admission')).toContainText('would accept')
  // Colours come a moment after the text: the last line has several then, in spans of their own.
  const lastLine = page.locator('.view-line').filter({ hasText: 'targetPort' })
  await expect(lastLine.locator('span span').nth(3)).toBeVisible()
  await page.screenshot({
    path: fileURLToPath(new URL('screenshot.png', import.meta.url)),
    animations: 'disabled',
  })
})

const publicFile = (name: string): string => fileURLToPath(new URL(`../public/${name}`, import.meta.url))

/** Draws the icons of the installed page from icon.svg anew, by the same command. */
test('the icons of the installed page', async ({ page }, { config }) => {
  test.skip(config.updateSnapshots !== 'all', 'only with --update-snapshots all')
  const picture = `data:image/svg+xml;base64,${readFileSync(publicFile('icon.svg')).toString('base64')}`
  for (const [name, size, ground] of [
    ['icon-192.png', 192, 'transparent'],
    ['icon-512.png', 512, 'transparent'],
    // Systems cut a shape of their own out of this one: the ground reaches the edges.
    ['icon-maskable.png', 512, '#0b6273'],
  ] as const) {
    await page.setViewportSize({ width: size, height: size })
    await page.setContent(
      `<body style="margin: 0; background: ${ground}"><img src="${picture}" style="display: block; width: 100%">`,
    )
    await page.screenshot({ path: publicFile(name), omitBackground: true })
  }
})
