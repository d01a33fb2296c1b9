import { expect, test, type Page } from './test'
import { seriousProblems } from './accessibility'
import { playground } from './playground'

/** Makes a part of the page throw, as an error in our code would: a part of the build is replaced by one that throws. */
const replaceChunk = (page: Page, file: string, exported: string): Promise<unknown> =>
  page.route(`**/assets/${file}`, (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `export const ${exported} = () => { throw new Error('broken on purpose') }`,
    }),
  )

/** What the worker says is changed on its way to the page. `change`: code that sees `message`. */
const changeMessages = (page: Page, change: string): Promise<unknown> =>
  page.route('**/assets/worker-*.js', async (route) => {
    const response = await route.fetch()
    const before = `{
      const post = self.postMessage.bind(self)
      self.postMessage = (message) => { ${change}; post(message) }
    }`
    await route.fulfill({ response, body: `${before};${await response.text()}` })
  })

const editText = async (page: Page): Promise<void> => {
  const { editor } = playground(page)
  await editor.locator('.view-line').first().click()
  await page.keyboard.type('# typed ')
  await expect(editor.locator('.view-line').filter({ hasText: 'typed' })).toBeVisible()
}

test('the report may fail: the text does not', async ({ page }) => {
  const { score, editorReady } = playground(page)
  await changeMessages(page, `if (message.report) message.report.objects = null`)
  await page.goto('./')
  await editorReady()
  const failed = page.getByRole('alert').filter({ hasText: 'The report cannot be shown.' })
  await expect(failed).toContainText('Your text is still here')
  expect(await seriousProblems(page)).toEqual([])
  await editText(page)
  await expect(failed).toBeVisible()
  await failed.locator('..').getByRole('button', { name: 'Try again' }).click()
  await expect(failed).toBeVisible()
  await expect(score).toHaveCount(0)
})

test('a report that can be shown again is, at the press of a button', async ({ page }) => {
  const { score, open, editorReady } = playground(page)
  await open()
  await editorReady()
  await page.evaluate(() => {
    const { toLocaleString } = Number.prototype
    const replace = (value: unknown) => Reflect.set(Number.prototype, 'toLocaleString', value)
    Object.assign(window, { repair: () => void replace(toLocaleString) })
    replace(() => {
      throw new Error('broken on purpose')
    })
  })
  await editText(page)
  const failed = page.getByRole('alert').filter({ hasText: 'The report cannot be shown.' })
  await expect(failed).toBeVisible()
  // Each new report would bring it back by itself: the last one has to be there.
  await page.waitForTimeout(2_000)
  await page.evaluate(() => Reflect.get(window, 'repair')())
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(score).toBeVisible()
  await expect(failed).toHaveCount(0)
})

test('a finding that cannot be shown does not take the list with it', async ({ page }) => {
  const { findings, open, editorReady } = playground(page)
  const broken = `{ noun: 'container', name: { toString: null, valueOf: null } }`
  await changeMessages(
    page,
    `message.report?.findings.forEach((one) => { if (one.rule === 'pod-probes') one.about = ${broken} })`,
  )
  await open()
  await editorReady()
  await expect(findings).toHaveCount(7)
  await expect(page.getByText('A finding cannot be shown.')).toBeVisible()
  expect(await seriousProblems(page)).toEqual([])
})

test('an object that cannot be shown does not take the others with it', async ({ page }) => {
  const { row, open } = playground(page)
  await changeMessages(page, `if (message.report) message.report.objects[1].kind = { broken: true }`)
  await open()
  await expect(row('Deployment ruby-web')).toBeVisible()
  await expect(page.getByText('A part of the report cannot be shown.')).toBeVisible()
})

const openSettings = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('link', { name: 'Settings' }).click()
}

for (const [name, file, exported, show] of [
  ['the dialog for fixes', 'FixDialog-*.js', 'FixDialog', (page: Page) => playground(page).fixAll.click()],
  ['the settings', 'SettingsPage-*.js', 'SettingsPage', openSettings],
] as const)
  test(`${name} may fail: the text and the report do not`, async ({ page }) => {
    const { score, open, editorReady } = playground(page)
    await replaceChunk(page, file, exported)
    await open()
    await editorReady()
    await show(page)
    const failed = page.getByText(new RegExp(`^${name} cannot be shown`, 'i'))
    await expect(failed).toBeVisible()
    await expect(page.getByText('broken on purpose')).toBeVisible()
    expect(await seriousProblems(page)).toEqual([])
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(failed).toBeVisible()
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
    await expect(failed).toBeHidden()
    await editText(page)
    await expect(score).toBeVisible()
  })

test('a full editor that cannot be drawn is replaced by the plain one', async ({ page }) => {
  const { score, finding, open } = playground(page)
  await replaceChunk(page, 'MonacoEditor-*.js', 'MonacoEditor')
  await open()
  await expect(page.getByText('The full editor failed and was closed (broken on purpose).')).toBeVisible()
  const plain = page.getByRole('textbox', { name: 'Kubernetes manifest' })
  await plain.fill((await plain.inputValue()).replace('name: web', 'name: plain'))
  await expect(finding('No resource requests or limits on container plain')).toBeVisible()
  await expect(score).toBeVisible()
  expect(await seriousProblems(page)).toEqual([])
})

test('a full editor that fails later hands over the newest text and the cursor', async ({ page }) => {
  const { caret, open, editorReady } = playground(page)
  await open()
  await editorReady()
  await editText(page)
  await page.evaluate(() => {
    const { insertAdjacentHTML } = Element.prototype
    Object.assign(window, { repair: () => void (Element.prototype.insertAdjacentHTML = insertAdjacentHTML) })
    Element.prototype.insertAdjacentHTML = () => {
      throw new Error('broken on purpose')
    }
    Object.defineProperty(Element.prototype, 'innerHTML', {
      configurable: true,
      set: () => {
        throw new Error('broken on purpose')
      },
    })
  })
  const before = await caret.textContent()
  await page.keyboard.type('xy')
  await expect(page.getByText('The full editor failed and was closed')).toBeVisible()
  const plain = page.getByRole('textbox', { name: 'Kubernetes manifest' })
  await expect(plain).toBeFocused()
  await expect(plain).toHaveValue(/# typed xy/)
  await page.keyboard.type('z')
  await expect(plain).toHaveValue(/# typed xyz/)
  expect(await caret.textContent()).not.toBe(before)
})
