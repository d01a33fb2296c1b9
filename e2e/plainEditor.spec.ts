import { expect, test, type Page } from './test'
import { playground } from './playground'

/** The page without Monaco, with the code for undo loaded. `release` lets Monaco load after all. */
const plainPage = async (page: Page) => {
  const playing = playground(page)
  await page.route('**/assets/MonacoEditor-*.js', (route) => route.abort())
  // It is fetched first and imported then.
  const steps = page.waitForResponse(
    (response) =>
      /\/plainSteps-[^/]*\.js$/.test(response.url()) && response.request().resourceType() === 'script',
  )
  await playing.open()
  await steps
  await expect(page.getByText('The full editor could not be loaded.')).toBeVisible()
  const plain = page.getByRole('textbox', { name: 'Kubernetes manifest' })
  const release = async (): Promise<void> => {
    await page.unroute('**/assets/MonacoEditor-*.js')
    await page.getByRole('button', { name: 'Try again' }).click()
    await playing.editorReady()
  }
  const selected = () =>
    plain.evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd))
  /** A letter is typed, and then an example is opened: the texts before, between and after. */
  const typeAndOpen = async () => {
    const demo = await plain.inputValue()
    await plain.focus()
    await page.keyboard.press('ControlOrMeta+Home')
    await page.keyboard.type('#')
    const typed = await plain.inputValue()
    await playing.example('Bare web app')
    await expect(plain).not.toHaveValue(typed)
    return { demo, typed, bare: await plain.inputValue() }
  }
  const replicas = playing.finding('Only 1 replica')
  /** Opens the row, which selects its place. */
  const openFix = () => replicas.getByRole('button', { name: 'Fix: Only 1 replica' }).click()
  const setReplicas = () =>
    replicas.getByRole('button', { name: 'Apply: set replicas to 2', exact: true }).click()
  const goToContainer = () =>
    playing.finding('No resource requests').getByRole('button', { name: 'line 16' }).click()
  return { ...playing, plain, release, selected, typeAndOpen, openFix, setReplicas, goToContainer }
}

const undo = 'ControlOrMeta+z'
const redo = 'ControlOrMeta+Shift+z'

test('what is typed, an example and a fix are steps that the keys undo, and do again', async ({ page }) => {
  const { plain, finding, typeAndOpen, openFix, setReplicas } = await plainPage(page)
  const { demo, typed, bare } = await typeAndOpen()
  await openFix()
  await setReplicas()
  await expect(plain).toHaveValue(/replicas: 2/)
  const fixed = await plain.inputValue()
  await plain.focus()
  for (const before of [bare, typed, demo]) {
    await page.keyboard.press(undo)
    await expect(plain).toHaveValue(before)
  }
  for (const after of [typed, bare, fixed]) {
    await page.keyboard.press(redo)
    await expect(plain).toHaveValue(after)
  }
  await page.keyboard.press(undo)
  await expect(finding('Only 1 replica')).toBeVisible()
})

test('a fix keeps the selection and the scroll position, and its button undoes it', async ({ page }) => {
  const { plain, selected, openFix, setReplicas, goToContainer } = await plainPage(page)
  const before = await plain.inputValue()
  await openFix()
  expect(await selected()).toBe('1')
  await expect(plain).not.toBeFocused()
  await goToContainer()
  await expect(plain).toBeFocused()
  expect(await selected()).toBe('web')
  await setReplicas()
  await expect(plain).toHaveValue(/replicas: 2/)
  expect(await selected()).toBe('web')
  const button = page.getByRole('button', { name: /^Undo: set replicas/ })
  await expect(button).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(plain).toHaveValue(before)
  expect(await selected()).toBe('web')
})

test('a text that is too long for the command of the browser is undone by the keys all the same', async ({
  page,
}) => {
  const { plain, report, openFiles } = await plainPage(page)
  const demo = await plain.inputValue()
  const long = Array.from({ length: 20_000 }, (_, index) => `key${index}: value`).join('\r\n')
  await openFiles({ name: 'long.yaml', mimeType: 'text/plain', buffer: Buffer.from(long) })
  await expect(plain).toHaveValue(long.replaceAll('\r\n', '\n'))
  await plain.focus()
  await page.keyboard.press(undo)
  await expect(plain).toHaveValue(demo)
  await expect(report.getByText(/would accept both objects\.$/)).toBeVisible()
  await page.keyboard.press(redo)
  await expect(plain).toHaveValue(long.replaceAll('\r\n', '\n'))
})

test('a file from Windows keeps its line ends, and every place in it is right', async ({ page }) => {
  const { plain, openFiles, release, copyAll, selected, openFix, setReplicas, goToContainer } =
    await plainPage(page)
  const text = `${await plain.inputValue()}# the end\n`
  const file = text.replaceAll('\n', '\r\n')
  await openFiles({ name: 'windows.yaml', mimeType: 'text/plain', buffer: Buffer.from(file) })
  await expect(plain).toHaveValue(text)
  await openFix()
  await goToContainer()
  expect(await selected()).toBe('web')
  await setReplicas()
  const fixed = text.replace('replicas: 1', 'replicas: 2')
  await expect(plain).toHaveValue(fixed)
  await release()
  expect(await copyAll()).toBe(fixed.replaceAll('\n', '\r\n'))
})

test('the full editor can undo what was done before it was there', async ({ page }) => {
  const { editor, release, copyAll, typeAndOpen } = await plainPage(page)
  const { demo, typed, bare } = await typeAndOpen()
  await release()
  expect(await copyAll()).toBe(bare)
  await editor.locator('.view-line').first().click()
  await page.keyboard.press(undo)
  await expect.poll(copyAll).toBe(typed)
  await page.keyboard.press(undo)
  await expect.poll(copyAll).toBe(demo)
})

test.describe('on a touch screen', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  /** The page, and the files of Monaco that it has asked for. */
  const touchPage = (page: Page) => {
    const asked: string[] = []
    page.on('request', (request) => {
      if (/\/(MonacoEditor|monaco|editor\.worker|FixDiffEditor)[^/]*$/.test(request.url()))
        asked.push(request.url())
    })
    const tab = (name: string | RegExp) => page.getByRole('tab', { name })
    const plain = page.getByRole('textbox', { name: 'Kubernetes manifest' })
    const choose = (which: 'full' | 'plain') =>
      page.getByRole('button', { name: `Use the ${which} editor`, exact: true })
    return { ...playground(page), asked, tab, plain, choose }
  }

  test('the plain editor stays, with large letters, and the report leads to the place', async ({ page }) => {
    const { asked, tab, plain, choose, finding, caret, everythingLoaded } = touchPage(page)
    await page.goto('./')
    await everythingLoaded()
    await expect(plain).toHaveCSS('font-size', '16px')
    await expect(plain).toHaveAttribute('autocapitalize', 'off')
    await expect(plain).toHaveAttribute('spellcheck', 'false')
    expect((await choose('full').boundingBox())?.height).toBeGreaterThanOrEqual(40)
    await tab(/^Report/).tap()
    await finding('Only 1 replica').getByRole('button', { name: 'line 6' }).tap()
    await expect(tab('Manifest')).toHaveAttribute('aria-selected', 'true')
    await expect(plain).toBeFocused()
    await expect(caret).toHaveText(/^Line 6, /)
    expect(
      await plain.evaluate((area: HTMLTextAreaElement) =>
        area.value.slice(area.selectionStart, area.selectionEnd),
      ),
    ).toBe('1')
    expect(asked).toEqual([])
  })

  test('fixes are shown line by line, without the full editor', async ({ page }) => {
    const { asked, tab, plain } = touchPage(page)
    await page.goto('./')
    await tab(/^Report/).tap()
    await playground(page).fixAll.tap()
    const dialog = page.getByRole('dialog', { name: /^Fix all/ })
    await dialog.getByRole('button', { name: 'Select all to review' }).tap()
    await expect(dialog.getByRole('group', { name: 'Changes' }).first()).toContainText('imagePullPolicy')
    await expect(dialog.locator('.monaco-diff-editor')).toHaveCount(0)
    await dialog.getByRole('button', { name: /^Apply/ }).tap()
    await tab('Manifest').tap()
    await expect(plain).toHaveValue(/imagePullPolicy/)
    expect(asked).toEqual([])
  })

  test('the full editor comes when it is asked for, also the next time, until it is given up', async ({
    page,
  }) => {
    const { asked, plain, choose, editor, editorReady } = touchPage(page)
    await page.goto('./')
    await plain.tap()
    await page.keyboard.press('ControlOrMeta+Home')
    await page.keyboard.type('# mine')
    await choose('full').tap()
    await editorReady()
    await expect(editor.locator('.view-line').first()).toContainText('mine')
    expect(asked.length).toBeGreaterThan(0)
    await page.reload()
    await editorReady()
    await choose('plain').tap()
    await expect(editor).toHaveCount(0)
    await expect(plain).toHaveValue(/^# mine/)
    await choose('full').tap()
    await editorReady()
    await choose('plain').tap()
    asked.length = 0
    await page.reload()
    await expect(plain).toHaveValue(/^# mine/)
    await expect(choose('full')).toBeVisible()
    expect(asked).toEqual([])
  })
})
