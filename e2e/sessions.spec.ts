import { expect, test, type Page } from './test'
import { playground } from './playground'

const deployment = (name: string): string =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: ${name}\n`

const sessionButton = (page: Page) => page.getByRole('button', { name: /^Session: / })

/** The database has the newest text: it is written some hundred milliseconds after the last key. */
const kept = async (page: Page, text: string): Promise<void> => {
  await expect
    .poll(() =>
      page.evaluate(async (wanted) => {
        // Opening it would create it.
        const databases = await indexedDB.databases()
        if (databases.length === 0) return false
        return new Promise<boolean>((resolve) => {
          const opening = indexedDB.open('sessions')
          opening.onerror = () => resolve(false)
          opening.onsuccess = () => {
            const database = opening.result
            const all = database.transaction('sessions').objectStore('sessions').getAll()
            all.onsuccess = () => {
              database.close()
              resolve(JSON.stringify(all.result).includes(JSON.stringify(wanted).slice(1, -1)))
            }
          }
        })
      }, text),
    )
    .toBe(true)
}

test('a reload brings back text, settings and what was open', async ({ page }) => {
  const { open, editorReady, paste, row, copyAll, settings, closeSettings, group } = playground(page)
  await open()
  await editorReady()
  await paste(deployment('shop'))
  await (await settings()).getByRole('checkbox', { name: /^Strict/ }).uncheck()
  await closeSettings()
  await group('Severity').click()
  await kept(page, deployment('shop'))
  await page.reload()
  await editorReady()
  expect(await copyAll()).toBe(deployment('shop'))
  await expect(group('Severity')).toHaveAttribute('aria-pressed', 'true')
  await expect((await settings()).getByRole('checkbox', { name: /^Strict/ })).not.toBeChecked()
  await expect(row('Deployment shop')).toHaveCount(0)
})

test('what was opened just before a reload is open after it', async ({ page }) => {
  const { open, editorReady, paste, group } = playground(page)
  await open()
  await editorReady()
  await paste(deployment('shop'))
  await kept(page, deployment('shop'))
  for (const by of ['Severity', 'Check', 'Object', 'Topic']) {
    await group(by).click()
    await page.reload()
    await expect(group(by)).toHaveAttribute('aria-pressed', 'true')
  }
})

test('a file from Windows keeps its line ends, also in the plain editor that a reload begins with', async ({
  page,
}) => {
  const { open, editorReady, openFiles, row, copyAll } = playground(page)
  const text = deployment('windows').replaceAll('\n', '\r\n')
  await open()
  await editorReady()
  await openFiles({ name: 'windows.yaml', mimeType: 'text/plain', buffer: Buffer.from(text) })
  await expect(row('Deployment windows')).toBeVisible()
  await kept(page, text)
  await page.route('**/assets/MonacoEditor-*.js', (route) => route.abort())
  await page.reload()
  const plain = page.getByRole('textbox', { name: 'Kubernetes manifest' })
  await plain.press('ControlOrMeta+Home')
  await page.keyboard.type('#')
  await kept(page, `#${text}`)
  await page.unroute('**/assets/MonacoEditor-*.js')
  await page.reload()
  await editorReady()
  expect(await copyAll()).toBe(`#${text}`)
})

test('an example is a session of its own: Back, Forward and the list lead from one to the other', async ({
  page,
}) => {
  const { open, editorReady, paste, row, example, score } = playground(page)
  await open()
  await editorReady()
  await paste(deployment('mine'))
  await expect(sessionButton(page)).toHaveText('Bare web app')
  await example('Hardened web app')
  await expect(sessionButton(page)).toHaveText('Hardened web app')
  await expect(score).toHaveText('100')
  await page.goBack()
  await expect(row('Deployment mine')).toBeVisible()
  await page.goForward()
  await expect(score).toHaveText('100')
  await sessionButton(page).click()
  await page
    .getByRole('list', { name: 'Earlier sessions' })
    .getByRole('button', { name: /^Bare web app/ })
    .click()
  await expect(row('Deployment mine')).toBeVisible()
})

test('a session can be named, removed and brought back', async ({ page }) => {
  const { open, editorReady, paste, example } = playground(page)
  await open()
  await editorReady()
  await paste(deployment('mine'))
  await sessionButton(page).click()
  await page.getByLabel('Name of this session').fill('Shop, first try')
  await page.keyboard.press('Enter')
  await expect(sessionButton(page)).toHaveText('Shop, first try')
  await example('Hardened web app')
  await sessionButton(page).click()
  const list = page.getByRole('list', { name: 'Earlier sessions' })
  await list.getByRole('button', { name: 'Remove Shop, first try' }).click()
  await expect(list.getByRole('button', { name: /Shop/ })).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await sessionButton(page).click()
  await expect(list.getByRole('button', { name: /^Shop, first try/ })).toBeVisible()
})

test('two tabs with the same session do not overwrite each other', async ({ page, context }) => {
  const { open, editorReady, paste } = playground(page)
  await open()
  await editorReady()
  await paste(deployment('first'))
  await kept(page, deployment('first'))
  const other = await context.newPage()
  const second = playground(other)
  await other.goto('./')
  await second.editorReady()
  await expect(second.row('Deployment first')).toBeVisible()
  await page.bringToFront()
  await paste(deployment('here'))
  await kept(page, deployment('here'))
  await other.bringToFront()
  await second.paste(deployment('there'))
  await expect(other.getByText('This session was changed in another tab.')).toBeVisible()
  await kept(other, deployment('there'))
  await kept(other, deployment('here'))
  await other.reload()
  await expect(second.row('Deployment there')).toBeVisible()
  await page.reload()
  await expect(playground(page).row('Deployment here')).toBeVisible()
})

test('a new tab begins with what was open last, and so does a browser that crashed', async ({
  page,
  context,
}) => {
  const { open, editorReady, paste } = playground(page)
  await open()
  await editorReady()
  await paste(deployment('last'))
  await kept(page, deployment('last'))
  await page.close({ runBeforeUnload: false })
  const next = await context.newPage()
  await next.goto('./')
  await expect(playground(next).row('Deployment last')).toBeVisible()
})

for (const [what, block] of [
  ['the database is blocked', () => Object.defineProperty(window, 'indexedDB', { get: () => undefined })],
  [
    'all storage is blocked',
    () => {
      for (const name of ['indexedDB', 'localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('blocked', 'SecurityError')
          },
        })
    },
  ],
] as const)
  test(`where ${what}, the page says so, and a reload still keeps the text`, async ({ page }) => {
    const { open, editorReady, paste, row, score } = playground(page)
    await page.addInitScript(block)
    await open()
    await editorReady()
    await paste(deployment('kept'))
    await expect(page.getByText('This browser blocks storage or has no room left')).toBeVisible()
    await page.reload()
    await expect(row('Deployment kept')).toBeVisible()
    await playground(page).example('Hardened web app')
    await expect(score).toHaveText('100')
    await page.goBack()
    await expect(row('Deployment kept')).toBeVisible()
  })

test('typing adds nothing to the browser’s history', async ({ page }) => {
  const { open, editor, editorReady, report } = playground(page)
  await open()
  await editorReady()
  const before = await page.evaluate(() => history.length)
  await editor.locator('.view-line').nth(3).click()
  await page.keyboard.press('End')
  await page.keyboard.type('-and-more')
  await expect(report.getByRole('heading', { name: /web-and-more/ }).first()).toBeVisible()
  await page.waitForTimeout(1_000)
  expect(await page.evaluate(() => history.length)).toBe(before)
  expect(new URL(page.url()).hash).toBe('')
})
