import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from './test'
import { playground } from './playground'

const secretive = `apiVersion: v1
kind: Secret
metadata:
  name: db
stringData:
  password: correct-horse-battery
---
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.27
      env:
        - name: GITHUB_TOKEN
          value: ghp_1234567890abcdefghijABCDEFGHIJ123456
`

const dialogOf = (page: Page) => page.getByRole('dialog', { name: /^Share/ })

const share = async (page: Page) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  const dialog = dialogOf(page)
  await expect(dialog.getByRole('textbox', { name: 'Link' })).toHaveValue(/#1\./)
  return dialog
}

/** The share dialog of a text with two secrets. */
const shareSecrets = async (page: Page) => {
  const { open, editorReady, paste, row } = playground(page)
  await open()
  await editorReady()
  await paste(secretive)
  await expect(row('Pod web')).toBeVisible()
  const dialog = await share(page)
  await expect(dialog.getByRole('heading', { name: '2 values look like a secret' })).toBeVisible()
  return dialog
}

const copied = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText())

test('a link opens the same text with the same settings in another browser', async ({
  page,
  browser,
  baseURL,
}) => {
  const { open, editorReady, paste, settings } = playground(page)
  await open()
  await editorReady()
  await paste('apiVersion: v1\nkind: Service\nmetadata:\n  name: shöp\r\n')
  await (await settings()).getByRole('checkbox', { name: /^Strict/ }).uncheck()
  await page.keyboard.press('Escape')
  const text = await playground(page).copyAll()
  const dialog = await share(page)
  await expect(dialog.getByText('1 setting that you changed')).toBeVisible()
  await dialog.getByRole('button', { name: 'Copy link' }).click()
  await expect(page.getByText('Link copied.')).toBeVisible()
  const url = await copied(page)
  expect(url).toMatch(/#1\.[\w-]+$/)

  const elsewhere = await browser.newContext({ baseURL: baseURL ?? '' })
  const other = await elsewhere.newPage()
  const there = playground(other)
  await other.goto(url)
  await expect(there.row('Service shöp')).toBeVisible()
  await there.editorReady()
  expect(await there.copyAll()).toBe(text)
  await expect((await there.settings()).getByRole('checkbox', { name: /^Strict/ })).not.toBeChecked()
  await elsewhere.close()
})

test('the address stands for the link until something is changed', async ({ page }) => {
  const { open, editor, editorReady } = playground(page)
  await open()
  await editorReady()
  const dialog = await share(page)
  const url = await dialog.getByRole('textbox', { name: 'Link' }).inputValue()
  await page.goto(url)
  await page.reload()
  expect(page.url()).toBe(url)
  await editorReady()
  await editor.locator('.view-line').nth(3).click()
  await page.keyboard.press('End')
  await page.keyboard.type('x')
  await expect.poll(() => new URL(page.url()).hash).toBe('')
})

test('a link that is opened in a page with work in it leaves the work behind the Back button', async ({
  page,
}) => {
  const { open, editorReady, paste, row } = playground(page)
  await open()
  await editorReady()
  await paste('apiVersion: v1\nkind: Pod\nmetadata:\n  name: mine\n')
  await expect(row('Pod mine')).toBeVisible()
  await page.evaluate(() => {
    location.hash = `#yaml=${encodeURIComponent('apiVersion: v1\nkind: Pod\nmetadata:\n  name: theirs\n')}`
  })
  await expect(row('Pod theirs')).toBeVisible()
  await page.goBack()
  await expect(row('Pod mine')).toBeVisible()
  await page.goForward()
  await expect(row('Pod theirs')).toBeVisible()
})

test('Markdown, embed code and file', async ({ page }) => {
  const { open, editorReady } = playground(page)
  await open()
  await editorReady()
  const dialog = await share(page)
  const url = await dialog.getByRole('textbox', { name: 'Link' }).inputValue()
  await dialog.getByRole('button', { name: 'Copy Markdown link' }).click()
  await expect(page.getByText('Markdown link copied.')).toBeVisible()
  expect(await copied(page)).toBe(`[Bare web app](${url})`)
  await dialog.getByRole('button', { name: 'Copy embed code' }).click()
  await expect(page.getByText('Embed code copied.')).toBeVisible()
  expect(await copied(page)).toContain(`src="${url.replace('#', '?embed#')}"`)
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Save as file' }).click()
  expect((await download).suggestedFilename()).toBe('manifest.yaml')
})

test('secrets are shown before sharing, and blanked in the link with one click', async ({ page }) => {
  const { editorReady, row, copyAll } = playground(page)
  const dialog = await shareSecrets(page)
  const content = dialog.getByRole('region', { name: 'The manifest in the link' })
  await expect(content).toContainText('correct-horse-battery')
  await dialog.getByRole('button', { name: 'Blank all 2' }).click()
  await expect(content).not.toContainText('correct-horse-battery')
  await expect(content).not.toContainText('ghp_')
  await dialog.getByRole('button', { name: 'Copy link' }).click()
  await expect(page.getByText('Link copied.')).toBeVisible()
  const url = await copied(page)
  await page.keyboard.press('Escape')
  expect(await copyAll()).toBe(secretive)
  await page.goto(url)
  await expect(row('Secret db')).toBeVisible()
  await editorReady()
  const opened = await copyAll()
  expect(opened).not.toMatch(/correct-horse|ghp_/)
  expect(opened.split('\n')).toHaveLength(secretive.split('\n').length)
})

test('a link that cannot be opened gets a message, never the demo in its place', async ({ page }) => {
  test.slow()
  const { open, editorReady, paste, report, row, copyAll } = playground(page)
  await open()
  await editorReady()
  await paste('apiVersion: v1\nkind: Pod\nmetadata:\n  name: mine\n')
  await expect(row('Pod mine')).toBeVisible()
  const dialog = await share(page)
  const url = await dialog.getByRole('textbox', { name: 'Link' }).inputValue()
  await page.keyboard.press('Escape')
  // A person takes longer than it takes to keep the session.
  await expect.poll(() => page.evaluate(() => localStorage.getItem('keeps-sessions'))).toBe('yes')
  for (const [what, damaged] of [
    ['cut off', url.slice(0, -12)],
    ['of a newer version', url.replace('#1.', '#7.')],
    ['of another program', url.replace(/#.*/, '#code/N4Igxg9gdgLgprEAuc0DOBXAtjADjAJzgBMA')],
    ['not encoded', url.replace(/#.*/, '#yaml=%zz')],
  ] as const)
    await test.step(what, async () => {
      await page.goto('about:blank')
      await page.goto(damaged)
      await expect(report.getByRole('alert')).toContainText('This link cannot be opened.')
      await editorReady()
      expect((await copyAll()).trim()).toBe('')
      await report.getByRole('button', { name: 'Open the last session' }).click()
      await expect(row('Pod mine')).toBeVisible()
    })
})

test('on a phone, too, a link that cannot be opened says so', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('./#1.damaged')
  await expect(page.getByRole('alert').getByText('This link cannot be opened.')).toBeVisible()
})

test('the embedded view shows manifest, score and findings, to read, and leads to the playground', async ({
  page,
  context,
}) => {
  const { open, editorReady, row } = playground(page)
  await open()
  await editorReady()
  const dialog = await share(page)
  const url = await dialog.getByRole('textbox', { name: 'Link' }).inputValue()
  await page.goto('about:blank')
  await page.goto(url.replace('#', '?embed#'))
  await expect(page.locator('.embed-score')).toContainText('38')
  await expect(page.getByRole('region', { name: 'Manifest' })).toContainText('name: ruby-web')
  await expect(page.getByText('7 critical, 1 warning', { exact: true })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Findings' }).getByRole('listitem')).toHaveCount(8)
  await page.getByRole('button', { name: /No resource requests or limits on container web line 16$/ }).click()
  await expect(page.locator('.embed-line[data-shown=true]')).toBeVisible()
  await expect(page.locator('textarea, .monaco-editor')).toHaveCount(0)
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  const opening = context.waitForEvent('page')
  await page.getByRole('link', { name: 'Open in playground' }).click()
  const opened = await opening
  await expect(playground(opened).row('Deployment ruby-web')).toBeVisible()
  await expect(row('Deployment ruby-web')).toHaveCount(0)
  await page.goto(url.replace(/#.*/, '?embed'))
  await expect(page.getByRole('alert')).toHaveText('This address contains no manifest.')
})

test('the share dialog and the list of sessions can be used without a mouse, and are accessible', async ({
  page,
}) => {
  const { example } = playground(page)
  const dialog = await shareSecrets(page)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect((await new AxeBuilder({ page }).include('dialog').analyze()).violations).toEqual([])
  }
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: 'Share', exact: true })).toBeFocused()
  await example('Hardened web app')
  await page.getByRole('button', { name: /^Session: / }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('list', { name: 'Earlier sessions' })).toBeVisible()
  expect((await new AxeBuilder({ page }).include('.sessions').analyze()).violations).toEqual([])
})

test('the address of a check shows its page', async ({ page }) => {
  const { row } = playground(page)
  await page.goto('./#/checks/pod-probes')
  const about = page.getByRole('main', { name: 'Pod probes' })
  await expect(about.getByRole('heading', { name: 'Pod probes', level: 2 })).toBeVisible()
  await about.getByRole('button', { name: 'Back to the manifest' }).click()
  await expect(row('Deployment ruby-web')).toBeVisible()
  expect(new URL(page.url()).hash).toBe('')
  await page.goto('./#/checks/pod-prober')
  await expect(page.getByText('There is no check with this name.')).toBeVisible()
})
