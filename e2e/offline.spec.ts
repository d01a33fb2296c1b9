import { expect, test, type Page } from './test'
import { cpSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { listFiles } from '../src/build/listFiles'
import { completeBuild } from '../src/build/offlinePlugin'
import { seriousProblems } from './accessibility'
import { playground } from './playground'
import { dist, staticServer } from './staticServer'

test.use({ serviceWorkers: 'allow', loadsAhead: true })
// Everything is loaded twice.
test.slow()

/** Everything is kept: nothing more comes from the network, nor from the browser's own cache of it. */
const kept = async (page: Page): Promise<void> => {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated')
  const session = await page.context().newCDPSession(page)
  await session.send('Network.clearBrowserCache')
}

const rare = `apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: web
spec:
  secretNames: web
  issuerRef: { name: internal }
---
apiVersion: flowcontrol.apiserver.k8s.io/v1
kind: FlowSchema
metadata:
  name: health
spec:
  priorityLevelConfiguration:
    name: exempt
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: registry.example.com/web:1.0
`

test('after one visit everything works with the server stopped, in a folder of a host', async ({ page }) => {
  const server = await staticServer({ under: '/some/folder/' })
  const { report, finding, score, editorReady, paste } = playground(page)
  await page.goto(server.address)
  await editorReady()
  await kept(page)
  const stored = await page.evaluate(async () => {
    const names = await caches.keys()
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
    return requests.flat().map(({ url }) => url.replace(document.baseURI, ''))
  })
  // The page needs neither its pages without scripts nor the schema of what the program writes.
  const others = /^(?:sw\.js|_headers|checks\/.*|report\.schema\.json)$/
  const files = listFiles(dist).filter((file) => !others.test(file))
  expect(files.filter((file) => !stored.includes(file))).toEqual([])
  expect(stored.filter((file) => file.startsWith('checks/'))).toEqual([])
  await server.stop()

  await page.reload()
  await expect(score).toHaveText('38')
  await editorReady()
  // The rules of the API server have come too.
  await expect(report.getByText(/would accept both objects\.$/)).toBeVisible()

  await page.getByRole('link', { name: 'Learn' }).click()
  await page.getByRole('link', { name: 'Checks', exact: true }).click()
  await page.getByRole('link', { name: 'Pod probes', exact: true }).click()
  const example = page.getByRole('region', { name: 'Example' })
  await expect(example.locator('mark')).toBeVisible()
  await page.getByRole('link', { name: 'Lessons' }).click()
  await page.getByRole('link', { name: 'Begin: From bare to green' }).click()
  const lesson = page.getByRole('complementary', { name: 'Lesson' })
  await expect(lesson.getByText('The goals are not all reached yet.')).toBeVisible()
  await lesson.getByText('Show me').click()
  await lesson.getByRole('button', { name: 'Put it into the manifest' }).click()
  await lesson.getByRole('button', { name: 'The old build' }).click()
  await expect(lesson.getByText('This step is done.')).toBeVisible()
  await lesson.getByRole('button', { name: 'Leave' }).click()
  await paste(rare)
  await expect(
    finding('Certificate web has an unknown field spec.secretNames; did you mean secretName?'),
  ).toBeVisible()
  await expect(report.getByText(/3 resources in 1 file: 2 valid, 1 invalid/)).toBeVisible()
  await page.locator('.view-line').getByText('issuerRef', { exact: true }).hover()
  await expect(page.locator('.monaco-hover').filter({ visible: true })).toContainText(
    'Reference to the issuer responsible',
  )
  await finding('No resource requests or limits on container web')
    .getByRole('button', { expanded: false })
    .click()
  await page.getByRole('link', { name: /^Learn: / }).click()
  const about = page.getByRole('main', { name: 'Container resources' })
  await expect(about.getByRole('heading', { name: 'How it works' })).toBeVisible()
  await about.getByRole('button', { name: 'Check my answer' }).click()
  await expect(about.getByText(/^(?:Right|Not quite)\./)).toBeVisible()
  await about.getByRole('button', { name: 'Back to the manifest' }).click()
  await playground(page).fixAll.click()
  const dialog = page.getByRole('dialog', { name: 'Fix all' })
  await dialog.getByRole('button', { name: 'Select all to review' }).click()
  await expect(dialog.getByRole('button', { name: /^Apply \d+ fixes/ })).toBeEnabled()
  await dialog.getByRole('button', { name: 'Export…' }).click()
  const sheet = page.getByRole('dialog', { name: /^Output/ })
  const download = page.waitForEvent('download')
  await sheet.getByRole('button', { name: /^Download / }).click()
  expect(readFileSync(await (await download).path(), 'utf8')).toContain('secretName: web')
  await sheet.getByRole('button', { name: 'Close' }).click()
  await dialog.getByRole('button', { name: /^Apply/ }).click()
  await expect(finding('Certificate web has an unknown field')).toHaveCount(0)
})

/** The files that the next build has under other names; the host then has the old ones no more. */
const renamed = [/^assets\/worker-/, /^assets\/licences-.*\.js$/]

/** A copy of the build in which some files have changed. Returns their old names. */
async function nextBuild(folder: string): Promise<readonly string[]> {
  cpSync(dist, folder, { recursive: true })
  const files = listFiles(folder)
  const old = files.filter((file) => renamed.some((pattern) => pattern.test(file)))
  expect(old).toHaveLength(renamed.length)
  const nameOf = (file: string): string => file.slice('assets/'.length)
  for (const file of files.filter((name) => /\.(?:js|html)$/.test(name))) {
    const text = readFileSync(join(folder, file), 'utf8')
    const changed = old.reduce((all, name) => all.replaceAll(nameOf(name), `next-${nameOf(name)}`), text)
    writeFileSync(join(folder, file), changed.replace('<title>', '<title>Next '))
  }
  for (const file of old) renameSync(join(folder, file), join(folder, 'assets', `next-${nameOf(file)}`))
  await completeBuild(folder)
  return old
}

test('a new version is announced and never forced, and open pages keep their files', async ({
  page,
  context,
}, testInfo) => {
  const folder = testInfo.outputPath('next')
  const oldFiles = await nextBuild(folder)
  const server = await staticServer()
  const { score, editorReady } = playground(page)
  await page.goto(server.address)
  await editorReady()
  await kept(page)
  const notice = page.getByText('A new version of this page is ready.')
  await expect(notice).toHaveCount(0)
  server.deploy(folder)

  const other = await context.newPage()
  await other.goto(server.address)
  await expect(other.getByText('A new version of this page is ready.')).toBeVisible()
  // The second page is of the old version too, though the host has no file of its worker any more.
  await expect(other).toHaveTitle('Kubernetes Manifest Playground')
  await expect(playground(other).score).toHaveText('38')
  await expect(notice).toBeVisible()
  expect(await seriousProblems(page)).toEqual([])
  await page.getByRole('button', { name: 'Later' }).click()
  await expect(notice).toHaveCount(0)

  await other.getByRole('button', { name: 'Reload', exact: true }).click()
  await expect(other).toHaveTitle('Next Kubernetes Manifest Playground')
  await expect(playground(other).score).toHaveText('38')
  await expect(page).toHaveTitle('Kubernetes Manifest Playground')
  await expect(score).toHaveText('38')
  // The fragment makes the browser load it again.
  const load = (file: string) => page.evaluate((url) => import(url).then(() => true), `./${file}#again`)
  const licences = oldFiles.find((file) => file.includes('licences')) ?? ''
  expect(await load(licences)).toBe(true)
  await page.reload()
  await expect(page).toHaveTitle('Next Kubernetes Manifest Playground')
  await server.stop()
})
