import { expect, test, type Page } from '@playwright/test'
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
  const setReplicas = async (): Promise<void> => {
    const row = playing.finding('has 1 replica')
    await row.getByRole('button', { name: /^Details/ }).click()
    await row.getByRole('button', { name: 'Set replicas to 2', exact: true }).click()
  }
  return { ...playing, plain, release, selected, typeAndOpen, setReplicas }
}

const undo = 'ControlOrMeta+z'
const redo = 'ControlOrMeta+Shift+z'

test('what is typed, an example and a fix are steps that the keys undo, and do again', async ({ page }) => {
  const { plain, finding, typeAndOpen, setReplicas } = await plainPage(page)
  const { demo, typed, bare } = await typeAndOpen()
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
  await expect(finding('has 1 replica')).toBeVisible()
})

test('a fix keeps the selection and the scroll position, and its button undoes it', async ({ page }) => {
  const { plain, finding, selected, setReplicas } = await plainPage(page)
  const before = await plain.inputValue()
  await finding('has no CPU limit').getByRole('button').first().click()
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
  const { plain, finding, openFiles, release, copyAll, selected, setReplicas } = await plainPage(page)
  const text = `${await plain.inputValue()}# the end\n`
  const file = text.replaceAll('\n', '\r\n')
  await openFiles({ name: 'windows.yaml', mimeType: 'text/plain', buffer: Buffer.from(file) })
  await expect(plain).toHaveValue(text)
  await finding('has no CPU limit').getByRole('button').first().click()
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
