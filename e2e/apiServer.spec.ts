import { expect, test, type Page } from './test'
import { seriousProblems } from './accessibility'
import { playground } from './playground'

const workload = (kind: string, label: string, container: string): string => `apiVersion: apps/v1
kind: ${kind}
metadata:
  name: web
spec:
  ${kind === 'StatefulSet' ? 'serviceName: web\n  ' : ''}selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: ${label}
    spec:
      containers:
        - name: ${container}
          image: registry.example.com/web:1.0
`

const service = `apiVersion: v1
kind: Service
metadata:
  name: Web
spec:
  selector:
    app: web
  ports:
    - port: 80
`

/** The chunk with the rules of the API server. */
const rules = /\/assets\/sources-[^./]*\.js$/

const verdictOf = (page: Page) => playground(page).report.locator('.admission')

test('a selector that does not match is one finding, refused; with the fix the cluster accepts it', async ({
  page,
}) => {
  const { report, findings, finding, row, open, editorReady, paste } = playground(page)
  await open()
  await editorReady()
  await paste(workload('Deployment', 'site', 'web'))
  await expect(verdictOf(page)).toHaveText('A cluster running 1.36 would refuse this object.')
  await expect(report.locator('li.finding[data-severity=refused]')).toHaveCount(1)
  await expect(findings.filter({ hasText: /selector/i })).toHaveCount(1)
  await expect(row('Deployment web').locator('..').locator('.group-note')).toContainText('refused')
  const mismatch = finding('Selector does not match its own Pod template')
  await mismatch.getByRole('button', { expanded: false }).click()
  await mismatch
    .getByRole('button', { name: /^Apply/ })
    .first()
    .click()
  await expect(verdictOf(page)).toHaveText('A cluster running 1.36 would accept this object.')
  await expect(report.locator('li.finding[data-severity=refused]')).toHaveCount(0)
  await expect(report.getByRole('button', { name: 'Accepted in Kubernetes 1.36' })).toBeVisible()
})

test('a Service with an upper-case name is refused, where and why', async ({ page }) => {
  const { editor, finding, caret, open, editorReady, paste } = playground(page)
  await open()
  await editorReady()
  await paste(`${service}---\n${workload('Deployment', 'web', 'web')}`)
  await expect(verdictOf(page)).toHaveText('A cluster running 1.36 would accept 1 of 2 objects.')
  const name = finding('The name “Web” must consist of lower-case letters')
  await name.getByRole('button', { expanded: false }).click()
  await expect(caret).toHaveText(/^Line 4,/)
  await expect(editor).not.toHaveClass(/focused/)
  const underlined = await editor.locator('.squiggly-error').first().boundingBox()
  await page.mouse.move((underlined?.x ?? 0) + 3, (underlined?.y ?? 0) + 8, { steps: 3 })
  await expect(page.locator('.monaco-hover').filter({ visible: true })).toContainText(
    'must consist of lower-case letters',
  )
  await name.getByRole('link', { name: 'Learn: Invalid name' }).click()
  const about = page.getByRole('main', { name: 'Invalid name' })
  await expect(about.getByRole('heading', { name: 'Invalid name' })).toBeVisible()
  await expect(about).toContainText('The API server')
})

test('the template of a StatefulSet is refused since 1.34', async ({ page }) => {
  const { report, open, editorReady, paste } = playground(page)
  await open()
  await editorReady()
  await paste(workload('StatefulSet', 'web', 'WEB').replace('name: web', 'name: web\n  namespace: shop'))
  await expect(verdictOf(page)).toHaveText('A cluster running 1.36 would refuse this object.')
  const version = page.getByRole('combobox', { name: 'Kubernetes version' })
  await version.selectOption('1.33')
  await expect(verdictOf(page)).toHaveText('A cluster running 1.33 would accept this object.')
  await report.getByRole('button', { name: 'Accepted in Kubernetes 1.33' }).click()
  const versions = report.getByRole('table', { name: 'Accepted or refused in each Kubernetes version' })
  await expect(versions.getByRole('row')).toHaveCount(2)
  await expect(versions.getByRole('row', { name: /^1\.25 – 1\.33 Accepted$/ })).toBeVisible()
  await expect(
    versions.getByRole('row', { name: /^1\.34 – 1\.\d+ Refused The container name “WEB” must/ }),
  ).toBeVisible()
  await expect(report.getByText('Not in this text, but needed in the cluster: Namespace shop.')).toBeVisible()
  await expect(report.getByText('Before 1.34, the rules of the API server are those of 1.36')).toBeVisible()
  await version.selectOption('1.36')
  await expect(verdictOf(page)).toHaveText('A cluster running 1.36 would refuse this object.')
})

test('what is custom has no answer, and is named', async ({ page }) => {
  const { report, open, editorReady, paste } = playground(page)
  await open()
  await editorReady()
  await paste(
    `${service.replace('Web', 'web')}---\napiVersion: cert-manager.io/v1\nkind: Certificate\nmetadata: {name: a}\nspec: {secretName: a, issuerRef: {name: a}}\n`,
  )
  await expect(verdictOf(page)).toHaveText('A cluster running 1.36 would accept 1 object.')
  await expect(report.getByText('No answer for 1 custom resource')).toBeVisible()
  await expect(report.getByText('Valid against its schema. No check supports this kind.')).toBeVisible()
  await expect(report.getByText('2 resources in 1 file: 2 valid, 0 invalid')).toBeVisible()
})

/** Everything said to a screen reader, one after the other. */
const announcements = async (page: Page): Promise<() => Promise<readonly string[]>> => {
  await page.addInitScript(() => {
    const said: string[] = []
    Object.assign(window, { said })
    new MutationObserver(() => {
      const text = document.querySelector('p[aria-live=polite].read-aloud')?.textContent ?? ''
      if (text !== '' && text !== said.at(-1)) said.push(text)
    }).observe(document, { subtree: true, childList: true, characterData: true })
  })
  return () => page.evaluate(() => Reflect.get(window, 'said') as string[])
}

for (const [width, height] of [
  [1440, 900],
  [390, 844],
] as const)
  test(`until the rules have come, the report is provisional, and nothing moves then, at ${width} pixels`, async ({
    page,
  }) => {
    const { report, score, open } = playground(page)
    await page.setViewportSize({ width, height })
    const said = await announcements(page)
    let letThrough = (): void => undefined
    const isLet = new Promise<void>((resolve) => (letThrough = resolve))
    await page.route(rules, async (route) => {
      await isLet
      await route.continue()
    })
    await page.goto('./')
    if (width < 900) await page.getByRole('tab', { name: /^Report/ }).click()
    else await open()
    await expect(verdictOf(page)).toHaveText('Checking against 1.36… The score is provisional.')
    await expect(report.getByRole('button', { name: /^Score 38.*, provisional/ })).toBeVisible()
    await expect(report.getByText('Schemas alone, as kubeconform counts')).toBeVisible()
    expect(await seriousProblems(page)).toEqual([])
    // Longer than the pause before an announcement.
    await page.waitForTimeout(1_000)
    expect(await said()).toEqual([])
    // What an object is related to is listed below its rows, and comes later.
    const parts = report.locator(
      '.score, .admission, .chip, .toolbar, .group:first-child .group-toggle, .finding-open',
    )
    const boxes = () =>
      parts.evaluateAll((elements) =>
        elements.map((element) => {
          const { x, y, height: tall } = element.getBoundingClientRect()
          return [element.className, x, y, tall]
        }),
      )
    const before = await boxes()
    letThrough()
    await expect(verdictOf(page)).toHaveText('A cluster running 1.36 would accept both objects.')
    await expect(report.getByRole('button', { name: /^Score 38 ?, E, show/ })).toBeVisible()
    expect(await boxes()).toEqual(before)
    expect(before.length).toBeGreaterThan(12)
    await expect(score).toHaveText('38')
    await expect.poll(said).toEqual(['8 to fix, score 38. A cluster running 1.36 would accept both objects.'])
  })

test('where the rules cannot be loaded, the page says so, and tries again', async ({ page }) => {
  const { report, open, editorReady, paste, finding } = playground(page)
  let isMissing = true
  await page.route(rules, (route) => (isMissing ? route.abort() : route.continue()))
  await open()
  await editorReady()
  const notice = page.getByText(
    'The rules of the API server could not be loaded, so the report goes without.',
  )
  await expect(notice).toBeVisible()
  await expect(verdictOf(page)).toHaveText('Could not be checked against 1.36. The score is provisional.')
  await paste(workload('Deployment', 'web', 'WEB'))
  await expect(finding('No resource requests or limits on container WEB')).toBeVisible()
  await expect(verdictOf(page)).toHaveText('Could not be checked against 1.36. The score is provisional.')
  await expect(notice).toBeVisible()
  isMissing = false
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(verdictOf(page)).toHaveText('A cluster running 1.36 would refuse this object.')
  await expect(notice).toHaveCount(0)
  await expect(report.getByRole('button', { name: /^Score.*, provisional/ })).toHaveCount(0)
})

test.describe('once everything is loaded', () => {
  test.use({ loadsAhead: true })

  test('everything is checked without a network once the page is loaded', async ({ page }) => {
    const { open, editorReady, everythingLoaded, paste } = playground(page)
    await open()
    await editorReady()
    await everythingLoaded()
    await page.context().setOffline(true)
    await paste(service)
    await expect(verdictOf(page)).toHaveText('A cluster running 1.36 would refuse this object.')
  })
})
