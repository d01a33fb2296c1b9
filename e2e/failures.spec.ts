import { expect, test, type Page } from './test'
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

test('checks that never load are given up after twenty seconds, and typing starts them again', async ({
  page,
}) => {
  const { score } = playground(page)
  await page.clock.install()
  await page.route(worker, () => undefined)
  await page.goto('./')
  await expect(page.getByText('Checking the manifest…')).toBeVisible()
  await page.clock.fastForward(20_000)
  const alert = page.getByRole('alert').filter({ hasText: 'Its code did not arrive in time.' })
  await expect(alert).toBeVisible()
  await page.unroute(worker)
  await page.locator('.view-line, textarea').first().click()
  await page.keyboard.type('# ')
  await expect(score).toBeVisible()
  await expect(alert).toHaveCount(0)
})

/** Lets the real worker do something else with texts that begin with a word. Counts the workers that were started. */
const sabotage = async (page: Page, code: string): Promise<() => number> => {
  let count = 0
  await page.route(worker, async (route) => {
    count += 1
    const response = await route.fetch()
    const before = `addEventListener('message', (event) => {
      const { data } = event
      const begins = (word) => 'revision' in data && data.text.startsWith(word)
      ${code}
    })`
    // Imports are hoisted: this runs after them, and before the worker listens.
    await route.fulfill({ response, body: `${before};${await response.text()}` })
  })
  return () => count
}

const type = async (page: Page, text: string): Promise<void> => {
  await page.locator('.monaco-editor .view-line').first().click()
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.type(text)
}

for (const [how, code] of [
  ['ends itself', `if (begins('#bad')) { event.stopImmediatePropagation(); self.close() }`],
  ['never begins', `if (begins('#bad')) event.stopImmediatePropagation()`],
] as const)
  test(`a worker that ${how} is noticed, tried once more, and not a third time`, async ({ page }) => {
    const { score, editor, open, editorReady } = playground(page)
    const started = await sabotage(page, code)
    await open()
    await editorReady()
    expect(started()).toBe(1)
    await type(page, '#bad\n')
    const alert = page.getByRole('alert').filter({ hasText: 'The checks ended on this text' })
    await expect(alert).toContainText('Your text is still here')
    expect(started()).toBeLessThanOrEqual(3)
    const then = started()
    await expect(editor.locator('.view-line').first()).toContainText('#bad')
    await page.waitForTimeout(3_000)
    expect(started()).toBe(then)
    await alert.getByRole('button', { name: 'Try again' }).click()
    await expect(alert).toBeVisible()
    await type(page, '# not ')
    await expect(alert).toHaveCount(0)
    await expect(score).toHaveText('38')
  })

test('the newest text does not wait for the checks of an older one', async ({ page }) => {
  const { score, finding, open, editorReady } = playground(page)
  const started = await sabotage(page, `if (begins('#slow')) for (;;);`)
  await open()
  await editorReady()
  await type(page, '#slow\n')
  await type(page, '# not ')
  await expect(page.locator('[data-dimmed=true]')).toHaveCount(1)
  await expect(page.locator('[data-dimmed=true]')).toHaveCount(0)
  await expect(score).toHaveText('38')
  expect(started()).toBe(2)
  // The new worker knows what is to be loaded: it finds the fixes too.
  await expect(finding('Only 1 replica').getByRole('button', { name: /^Fix/ })).toBeVisible()
})

test('without the full editor the plain one stays, and the report with it', async ({ page }) => {
  const { finding, open } = playground(page)
  await page.route('**/MonacoEditor-*.js', (route) => route.abort())
  await open()
  await expect(page.getByText('The full editor could not be loaded.')).toBeVisible()
  const plain = page.getByRole('textbox', { name: 'Kubernetes manifest' })
  await plain.fill((await plain.inputValue()).replace('name: web', 'name: plain'))
  await finding('No resource requests or limits on container plain')
    .getByText(/^line \d+$/)
    .click()
  await expect(plain).toBeFocused()
  expect(
    await plain.evaluate((area: HTMLTextAreaElement) =>
      area.value.slice(area.selectionStart, area.selectionEnd),
    ),
  ).toBe('plain')
})

test("without Monaco's own worker, no error is left over, and changes are compared on the page", async ({
  page,
}) => {
  const { open, editorReady } = playground(page)
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  page.on('console', (message) => {
    // The browser itself says that the file could not be fetched.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      errors.push(message.text())
  })
  await page.route('**/editor.worker-*.js', (route) => route.abort())
  await open()
  await editorReady()
  await playground(page).fixAll.click()
  const dialog = page.getByRole('dialog', { name: 'Fix all' })
  await dialog.getByRole('button', { name: 'Select all to review' }).click()
  await expect(dialog.locator('.editor.modified .line-insert').first()).toBeVisible()
  expect(errors).toEqual([])
})
