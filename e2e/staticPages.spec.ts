import { expect, test, type Page } from './test'
import { seriousProblems } from './accessibility'
import { playground } from './playground'
import { staticServer } from './staticServer'

const message = 'Container web has no memory limit.'

/** Whether the page is wider than the window. */
const isTooWide = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the page of a check can be read, and leads to others', async ({ page }) => {
    await page.goto('./checks/container-resources.html')
    await expect(page).toHaveTitle('Container resources · Kubernetes Manifest Playground')
    const example = page.getByRole('region', { name: 'Example' })
    await expect(example.locator('mark')).toHaveText(['limits'])
    await expect(example.getByText(message)).toBeVisible()
    await expect(example.getByRole('group', { name: 'Changes' })).toContainText('Added: ')
    await expect(page.getByRole('heading', { name: 'How it works' })).toBeVisible()

    const question = page.getByRole('region', { name: 'A question' })
    await expect(question.getByText('All four values for the container: passes')).toBeHidden()
    await question.getByText('The answer', { exact: true }).click()
    await expect(question.getByText('All four values for the container: passes')).toBeVisible()

    await page.getByRole('link', { name: 'Container memory requests equal limits' }).click()
    await expect(page).toHaveURL(/\/checks\/container-memory-requests-equal-limits\.html$/)
    await expect(page.getByRole('heading', { name: 'Container memory requests equal limits' })).toBeVisible()
    await page.getByRole('link', { name: 'All checks' }).click()
    await page.getByRole('link', { name: 'Pod probes', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'Pod probes' })).toBeVisible()
  })

  test('on paper nothing is folded', async ({ page }) => {
    await page.goto('./checks/container-resources.html')
    const folded = page.getByText('A Pod without containers is critical.')
    await expect(folded).toBeHidden()
    await page.emulateMedia({ media: 'print' })
    await expect(folded).toBeVisible()
    await expect(page.getByRole('link', { name: 'Try it in the playground' })).toBeHidden()
  })
})

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [1440, 390])
    test(`is accessible, ${colorScheme}, ${width} pixels wide`, async ({ page }) => {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 844 })
      for (const name of ['container-resources', 'networkpolicy-targets-pod', 'index']) {
        await page.goto(`./checks/${name}.html`)
        expect(await seriousProblems(page)).toEqual([])
        expect(await isTooWide(page)).toBe(false)
      }
    })

test('the playground shows the same check, and reads its own manifest', async ({ page }) => {
  await page.goto('./checks/container-resources.html')
  await page.getByRole('link', { name: 'Try it in the playground' }).click()
  await expect(page).toHaveURL(/\/#\/checks\/container-resources$/)
  await expect(page.getByRole('heading', { name: 'Container resources' })).toBeVisible()
  await expect(page.getByText(message).first()).toBeVisible()
})

test('any host can serve them: with headers and in a folder, every file is found, and nothing is refused', async ({
  page,
}) => {
  const server = await staticServer({ under: '/some/folder/', withHeaders: true })
  const complaints: string[] = []
  page.on('console', (entry) => complaints.push(entry.text()))
  page.on('response', (response) => {
    if (!response.ok()) complaints.push(`${response.status()} ${response.url()}`)
  })
  const response = await page.goto(`${server.address}checks/container-resources.html`)
  expect(response?.headers()['content-security-policy']).toMatch(/^default-src 'none'; style-src 'self';/)
  await expect(page.locator('.static-bar')).toHaveCSS('display', 'flex')
  expect(complaints).toEqual([])
  await server.stop()
})

test.describe('with the service worker', () => {
  test.use({ serviceWorkers: 'allow', loadsAhead: true })

  test('without a network they lead to the same page of the playground', async ({ page }) => {
    test.slow()
    const server = await staticServer({ under: '/some/folder/' })
    const { editorReady } = playground(page)
    await page.goto(server.address)
    await editorReady()
    await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated')
    await page.goto(`${server.address}checks/container-resources.html`)
    await expect(page.getByText(message)).toBeVisible()
    await expect(page).toHaveURL(/container-resources\.html$/)
    await server.stop()

    await page.goto(`${server.address}checks/pod-probes.html`)
    await expect(page).toHaveURL(`${server.address}#/checks/pod-probes`)
    await expect(page.getByRole('heading', { name: 'Pod probes' })).toBeVisible()
  })
})
