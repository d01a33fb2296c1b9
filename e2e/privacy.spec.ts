import { expect, test, type Page } from './test'
import { headersOf } from '../src/build/contentSecurity'
import { listFiles } from '../src/build/listFiles'
import { codeOfBoth, codeOfPage, elsewhere, leak, waysOfBoth, waysOfPage } from './leaks'
import { seriousProblems } from './accessibility'
import { playground } from './playground'
import { dist, staticServer } from './staticServer'

/** The files of the build, as the page asks for them. */
const files: ReadonlySet<string> = new Set(['', ...listFiles(dist)])

test.describe('with its service worker', () => {
  test.use({ serviceWorkers: 'allow', loadsAhead: true })

  for (const withHeaders of [true, false])
    test(`asks only for its own files, and for nothing once it is loaded, fixes included; ${withHeaders ? 'with' : 'no'} headers`, async ({
      page,
    }) => {
      const server = await staticServer({ withHeaders })
      const { report, editor, finding, editorReady } = playground(page)
      const origins = new Set<string>()
      page.on('request', (request) => origins.add(new URL(request.url()).origin))
      const complaints = complaintsOf(page)
      await page.goto(server.address)
      await editorReady()
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
      await playground(page).everythingLoaded()
      expect([...origins].filter((origin) => origin !== 'null')).toEqual([new URL(server.address).origin])
      const plain = server.asked.filter(
        ({ method, size, path }) => method === 'GET' && size === 0 && files.has(path),
      )
      expect(plain.length).toBeGreaterThan(200)
      expect(server.asked).toEqual(plain)

      const before = server.asked.length
      await editor.locator('.view-line').nth(15).click()
      await page.keyboard.press('End')
      await page.keyboard.type('-secret-name')
      await expect(finding('No resource requests or limits on container web-secret-name')).toBeVisible()
      await report.getByRole('checkbox', { name: 'Passed and skipped' }).check()
      await finding('No resource requests or limits').getByRole('button', { expanded: false }).click()
      await page.getByRole('link', { name: /^Learn: / }).click()
      const about = page.getByRole('main', { name: 'Container resources' })
      await expect(about.getByRole('heading', { name: 'How it works' })).toBeVisible()
      await about.getByRole('button', { name: 'Check my answer' }).click()
      await expect(about.getByText(/^(?:Right|Not quite)\./)).toBeVisible()
      await about.getByRole('button', { name: 'Back to the manifest' }).click()
      await finding('No resource requests or limits')
        .getByRole('button', { name: 'Apply: set requests and limits' })
        .click()
      await expect(page.getByRole('button', { name: /^Undo: / })).toBeFocused()
      await playground(page).fixAll.click()
      const dialog = page.getByRole('dialog', { name: 'Fix all' })
      await dialog.getByRole('button', { name: 'Select all to review' }).click()
      await expect(dialog.locator('.editor.modified').getByText('imagePullPolicy: Always')).toBeVisible()
      await dialog.getByRole('button', { name: 'Export…' }).click()
      const sheet = page.getByRole('dialog', { name: /^Output/ })
      await sheet.getByRole('radio', { name: 'Kustomize overlay' }).check()
      await expect(
        sheet.getByText('Put kustomization.yaml and added.yaml next to manifest.yaml.'),
      ).toBeVisible()
      await sheet.getByRole('button', { name: 'Close' }).click()
      await dialog.getByRole('button', { name: 'Close' }).click()
      await page.getByRole('button', { name: 'Export', exact: true }).click()
      await page.getByRole('button', { name: /^Export as…/ }).click()
      for (const radio of await sheet.getByRole('group', { name: 'Report' }).getByRole('radio').all()) {
        await radio.check()
        await expect(sheet.locator('[data-busy=false]')).toBeVisible()
        await expect(sheet.getByRole('textbox')).toHaveValue(/web-secret-name/)
      }
      expect(server.asked.slice(before)).toEqual([])
      expect(complaints).toEqual([])
      await server.stop()
    })
})

/** What the browser says in its console: violations of the policy are among it. */
const complaintsOf = (page: Page): readonly string[] => {
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  return complaints
}

/** The scripts of the page, of the worker that runs the checks, and of Monaco's worker. */
const scripts = [
  ['the page', /^assets\/index-.*\.js$/],
  ['the worker', /^assets\/worker-.*\.js$/],
  ["Monaco's worker", /^assets\/editor\.worker-.*\.js$/],
] as const

type Attempts = { readonly script: RegExp; readonly withHeaders?: boolean; readonly withPolicy?: boolean }

/** Makes one script of the page try every way out, and returns those that worked. */
async function leaksOf(page: Page, { script, withHeaders = false, withPolicy = true }: Attempts) {
  const other = await elsewhere()
  const server = await staticServer({
    withHeaders,
    change: (path, text) => {
      if (script.test(path)) return `${text}\n;(${leak.toString()})(${JSON.stringify(other.address)})`
      return withPolicy ? text : text.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
    },
  })
  await page.addInitScript(() => {
    new BroadcastChannel('leaks').onmessage = ({ data }: MessageEvent<readonly string[]>) => {
      document.documentElement.dataset['ran'] = data.toSorted().join()
    }
  })
  await page.goto(server.address)
  const root = page.locator('html')
  await expect(root).toHaveAttribute('data-ran')
  const ran = (await root.getAttribute('data-ran')) ?? ''
  await Promise.all([server.stop(), other.stop()])
  return { arrived: [...other.arrived].toSorted(), ran: ran.split(',').filter(Boolean) }
}

for (const [name, script] of scripts) {
  for (const withHeaders of [true, false])
    test(`nothing leaves the browser from ${name}, and no text becomes code; ${withHeaders ? 'with' : 'no'} headers`, async ({
      page,
    }) => {
      expect(await leaksOf(page, { script, withHeaders })).toEqual({ arrived: [], ran: [] })
    })

  test(`the same attempts succeed from ${name} without the policy`, async ({ page }) => {
    const isPage = name === 'the page'
    expect(await leaksOf(page, { script, withPolicy: false })).toEqual({
      arrived: [...waysOfBoth, ...(isPage ? waysOfPage : [])].toSorted(),
      ran: [...codeOfBoth, ...(isPage ? codeOfPage : [])].toSorted(),
    })
  })
}

test('the preview server sends the headers that README asks of a host', async ({ request }) => {
  for (const path of [
    '',
    'sw.js',
    'manifest.json',
    [...files].find((file) => file.startsWith('assets/')) ?? '',
  ]) {
    const headers = (await request.get(`./${path}`)).headers()
    for (const [name, value] of Object.entries(headersOf(path)))
      expect(headers[name.toLowerCase()]).toBe(value)
  }
})

test('the page says what holds and how to check it', async ({ page }) => {
  const { open, about } = playground(page)
  await open()
  const note = (await about()).getByText('open the network tab of the developer tools')
  await expect(note).toBeVisible()
  expect(await seriousProblems(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(note).toBeHidden()
})
