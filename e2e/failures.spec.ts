import { expect, test } from '@playwright/test'
import { playground } from './playground'

const worker = '**/assets/worker-*.js'

test('checks that cannot be loaded are reported, and can be tried again', async ({ page }) => {
  const { score } = playground(page)
  await page.route(worker, (route) => route.abort())
  await page.goto('./')
  const alert = page.getByRole('alert').filter({ hasText: 'The checks could not run.' })
  await expect(alert).toContainText('Your text is still here')
  await expect(score).toHaveCount(0)
  await page.unroute(worker)
  await alert.getByRole('button', { name: 'Try again' }).click()
  await expect(score).toHaveText('38')
  await expect(alert).toHaveCount(0)
})

test('checks that never answer are stopped after twenty seconds, and typing starts them again', async ({
  page,
}) => {
  const { score } = playground(page)
  await page.clock.install()
  await page.route(worker, () => undefined)
  await page.goto('./')
  await expect(page.getByText('Checking the manifest…')).toBeVisible()
  await page.clock.fastForward(20_000)
  const alert = page.getByRole('alert').filter({ hasText: 'did not finish within 20 seconds' })
  await expect(alert).toBeVisible()
  await page.unroute(worker)
  await page.locator('.view-line, textarea').first().click()
  await page.keyboard.type('# ')
  await expect(score).toBeVisible()
  await expect(alert).toHaveCount(0)
})

test('without the full editor the plain one stays, and the report with it', async ({ page }) => {
  const { finding, open } = playground(page)
  await page.route('**/MonacoEditor-*.js', (route) => route.abort())
  await open()
  await expect(page.getByText('The full editor could not be loaded.')).toBeVisible()
  const plain = page.getByRole('textbox', { name: 'Kubernetes manifest' })
  await plain.fill((await plain.inputValue()).replace('name: web', 'name: plain'))
  await finding('Container plain has no CPU limit.').getByRole('button').first().click()
  await expect(plain).toBeFocused()
  expect(
    await plain.evaluate((area: HTMLTextAreaElement) =>
      area.value.slice(area.selectionStart, area.selectionEnd),
    ),
  ).toBe('plain')
})
