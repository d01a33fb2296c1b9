import { readFileSync } from 'node:fs'
import { expect, test, type Locator, type Page } from './test'
import { playground } from './playground'

/** All that the report says about an object, with its name. */
const objectIn = (page: Page, name: string): Locator =>
  playground(page)
    .report.locator('li.group')
    .filter({ has: page.getByRole('heading', { name, exact: true }) })

test('a press opens a finding and shows its place; the link to its line goes there', async ({ page }) => {
  const { editor, finding, caret, open, editorReady } = playground(page)
  await open()
  await editorReady()
  const replicas = finding('Only 1 replica')
  const press = replicas.getByRole('button', { name: 'warning: Only 1 replica', exact: true })
  await press.click()
  await expect(press).toHaveAttribute('aria-expanded', 'true')
  await expect(press).toBeFocused()
  await expect(caret).toHaveText('Line 6, column 14')
  await expect(editor).not.toHaveClass(/focused/)
  await expect(replicas).toHaveAttribute('data-at-cursor', 'true')

  const limit = finding('No resource requests or limits')
  await limit.getByRole('button', { name: 'line 16' }).focus()
  await page.keyboard.press('Enter')
  await expect(caret).toHaveText('Line 16, column 20')
  await expect(editor).toHaveClass(/focused/)
  await expect(limit).toHaveAttribute('data-at-cursor', 'true')
  await expect(replicas).toHaveAttribute('data-at-cursor', 'false')
  await press.press('Enter')
  await expect(press).toHaveAttribute('aria-expanded', 'false')
})

test('hovering a finding shows its place and does not move the cursor', async ({ page }) => {
  const { editor, finding, caret, open, editorReady } = playground(page)
  await open()
  await editorReady()
  // On a busy machine the rows may still move under the pointer.
  await expect(async () => {
    await page.mouse.move(0, 0)
    await finding('Only 1 replica').getByRole('button').first().hover()
    await expect(editor.locator('.hovered-text')).toHaveText('1', { timeout: 2_000 })
  }).toPass()
  await expect(caret).toHaveText('Line 1, column 1')
  await page.mouse.move(0, 0)
  await expect(editor.locator('.hovered-text')).toHaveCount(0)
})

test('an opened finding says why, what is missing and where, and leads to the page of its check', async ({
  page,
}) => {
  const { finding, open } = playground(page)
  await open()
  const amounts = finding('No resource requests or limits')
  await amounts.getByRole('button', { expanded: false }).click()
  await expect(amounts.getByText(/^It can use all the CPU time of its node/)).toBeVisible()
  // Four findings of the check, in two parts.
  await expect(amounts.getByRole('term')).toHaveText(['cpu', 'memory'])
  await expect(amounts.getByRole('definition')).toHaveText(['no limit, no request', 'no limit, no request'])
  const policy = finding('No pull policy')
  await policy.getByRole('button', { name: 'Fix: No pull policy' }).click()
  await expect(policy.getByText('spec.template.spec.containers[0].imagePullPolicy')).toBeVisible()
  await expect(policy.getByRole('button', { name: 'Apply: set pull policy to Always' })).toBeEnabled()
  await policy.getByRole('link', { name: 'Learn: Container image pull policy' }).click()
  const about = page.getByRole('main', { name: 'Container image pull policy' })
  await expect(about.getByRole('heading', { name: 'Container image pull policy' })).toBeVisible()
  await expect(about.locator('a[target=_blank]').first()).toHaveAttribute('rel', 'noreferrer')
})

test('findings are underlined, show their message on hover, and F8 goes from one to the next', async ({
  page,
}) => {
  const { editor, caret, open, editorReady } = playground(page)
  await open()
  await editorReady()
  await expect(editor.locator('.squiggly-error').first()).toBeAttached()
  const underlined = await editor.locator('.squiggly-warning').first().boundingBox()
  await page.mouse.move((underlined?.x ?? 0) + 3, (underlined?.y ?? 0) + 8, { steps: 3 })
  await expect(page.locator('.monaco-hover').filter({ hasText: 'has 1 replica' })).toContainText(
    'deployment-replicas',
  )
  await editor.locator('.view-line').first().click()
  await page.keyboard.press('F8')
  await expect(caret).not.toHaveText(/^Line 1,/)
  await expect(page.locator('.marker-widget')).toBeVisible()
})

test('a broken document comes first, the others stay scored, and what depends on it cannot be told', async ({
  page,
}) => {
  const { report, finding, score, caret, chip, example, open, editorReady, paste } = playground(page)
  await open()
  await editorReady()
  await example('One broken document')
  await expect(report.getByText('1 of 3 documents cannot be read')).toBeVisible()
  await expect(report.getByRole('heading', { level: 2 })).toHaveText('Part of this cannot be read')
  await expect(report.locator('.group-head h3')).toHaveText([
    'Document 2 cannot be read',
    'StatefulSet queue',
    'Service queue',
  ])
  await finding('Missing closing quote').getByText('line 18').click()
  await expect(caret).toHaveText(/^Line 1[89],/)
  await expect(score).toBeVisible()
  // The NetworkPolicy may be in what cannot be read.
  const policy = finding('No NetworkPolicy selects these Pods')
  await expect(policy.or(report.getByRole('button', { name: /may be elsewhere$/ }))).toHaveCount(0)
  const own = objectIn(page, 'StatefulSet queue')
  await own.getByRole('button', { name: /^\d+ passed, \d cannot tell, \d+ not applicable$/ }).click()
  await expect(own.locator('.evidence li').filter({ hasText: 'Pod NetworkPolicy' })).toContainText(
    'Cannot tell.',
  )

  await paste(readFileSync('src/examples/one-broken-document.yaml', 'utf8').replace('closed\n', 'closed"\n'))
  await expect(policy).toHaveAttribute('data-severity', 'critical')
  await expect(chip('critical')).toBeVisible()
  await expect(own.getByRole('button', { name: /cannot tell/ })).toHaveCount(0)
})

test('passed and skipped checks can be shown with their evidence', async ({ page }) => {
  const { report, open } = playground(page)
  await open()
  await report.getByRole('button', { name: /^\d+ passed, \d+ not applicable$/ }).click()
  await expect(report.getByText('Container image tag')).toBeVisible()
  await report.getByRole('button', { name: /^\d+ passed, \d+ not applicable$/ }).click()
  await report.getByRole('checkbox', { name: 'Passed and skipped' }).check()
  await expect(report.getByText('Service targets Pod')).toBeVisible()
  await expect(report.getByText('This check is optional and not enabled.').first()).toBeVisible()
})

test('chips and words filter the list, and its grouping can be changed', async ({ page }) => {
  const { report, findings, chip, open } = playground(page)
  await open()
  const filter = page.getByRole('searchbox', { name: 'Filter findings' })
  await chip('critical').click()
  await expect(chip('critical')).toHaveAttribute('aria-pressed', 'true')
  await expect(findings).toHaveCount(7)
  await filter.fill('storage container')
  await expect(findings).toHaveCount(1)
  await filter.fill('no such thing')
  await report.getByRole('button', { name: 'Clear the filter' }).click()
  await expect(findings).toHaveCount(8)
  await expect(chip('critical')).toHaveAttribute('aria-pressed', 'false')

  const groups = report.getByRole('group', { name: 'Group by' })
  const heads = report.locator('.group-head')
  for (const [name, headings] of Object.entries({
    Topic: [/^Reliability ?\d to fix$/, /^Security ?\d to fix$/, /^Efficiency ?\d to fix$/],
    Severity: ['Critical7 to fix', 'Warning1 to fix'],
    Check: [],
    Object: [/^Deployment ruby-web ?8 to fix/, /^Service ruby-web/],
  })) {
    await groups.getByRole('button', { name }).click()
    await expect(groups.getByRole('button', { pressed: true })).toHaveText(name)
    await expect(heads).toHaveText(headings)
    await expect(findings).toHaveCount(8)
  }
})

const deployment = (name: string, containers: readonly string[]): string => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
spec:
  replicas: 2
  selector: {matchLabels: {app: ${name}}}
  template:
    metadata: {labels: {app: ${name}}}
    spec:
      containers:
${containers.map((own) => `        - name: ${own}\n          image: ${own}:1.0\n`).join('')}`

const fleet = [
  'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n',
  deployment('shop', ['web', 'proxy']),
  deployment('cart', ['web']),
  'apiVersion: v1\nkind: Service\nmetadata:\n  name: Shop\nspec:\n  selector: {app: shop}\n  ports: [{port: 80}]\n',
].join('---\n')

test('what is the same is one row: of an object, or of the whole text; the worst object comes first', async ({
  page,
}) => {
  const { report, findings, finding, chip, caret, open, editorReady, paste } = playground(page)
  await open()
  await editorReady()
  await paste(fleet)
  await expect(report.locator('.group-head h3')).toHaveText([
    'Service Shop',
    'Deployment shop',
    'Deployment cart',
    'ConfigMap settings',
  ])
  const shop = objectIn(page, 'Deployment shop')
  await expect(shop.locator('.finding-open').filter({ hasText: 'No pull policy' })).toHaveText(
    'critical: No pull policy on 2 containers',
  )
  await report.getByRole('button', { name: 'Check', exact: true }).click()
  const amounts = finding('No resource requests or limits')
  await expect(amounts.locator('.finding-open')).toContainText(
    'No resource requests or limits on 3 containers',
  )
  const titles = await findings.locator('.finding-title').allTextContents()
  expect(titles.length).toBeGreaterThan(5)
  expect(new Set(titles).size).toBe(titles.length)
  await expect(findings.first()).toHaveAttribute('data-severity', 'refused')
  for (const severity of ['refused', 'critical', 'warning']) {
    const count = await report.locator(`li.finding[data-severity=${severity}]`).count()
    if (count > 0) await expect(chip(severity)).toHaveText(`${count} ${severity}`)
    else await expect(chip(severity)).toHaveCount(0)
  }
  await amounts.getByRole('button', { name: 'Fix: No resource requests or limits' }).click()
  const places = amounts.getByRole('list', { name: 'Places' }).getByRole('listitem')
  await expect(places).toHaveText([
    /^Deployment shop, container web ?line 17/,
    /^Deployment shop, container proxy ?line 19/,
    /^Deployment cart, container web ?line 33/,
  ])
  await places.last().getByRole('button', { name: 'line 33' }).click()
  await expect(caret).toHaveText(/^Line 33,/)
})

test('what may be deployed elsewhere can be shown alone, need not count, and travels in a link', async ({
  page,
  browser,
  baseURL,
}) => {
  const { report, findings, finding, score, open, editorReady } = playground(page)
  await open()
  await editorReady()
  const policy = finding('No NetworkPolicy selects these Pods')
  await expect(policy.getByText('may be elsewhere')).toBeVisible()
  const chip = report.getByRole('button', { name: '1 may be elsewhere' })
  await chip.click()
  await expect(findings).toHaveCount(1)
  await expect(policy).toBeVisible()
  await chip.click()
  await expect(findings).toHaveCount(8)

  const elsewhere = report.getByRole('checkbox', { name: /^More is deployed elsewhere/ })
  await elsewhere.check()
  await expect(page.getByText('What may be elsewhere does not count.', { exact: true })).toBeVisible()
  await expect(policy).toHaveCount(0)
  await expect(score).not.toHaveText('38')
  const without = Number(await score.textContent())
  expect(without).toBeGreaterThan(38)
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect(score).toHaveText('38')
  await expect(elsewhere).not.toBeChecked()
  await elsewhere.check()
  await expect(score).toHaveText(String(without))

  await page.getByRole('button', { name: 'Share', exact: true }).click()
  const link = page.getByRole('dialog', { name: /^Share/ }).getByRole('textbox', { name: 'Link' })
  await expect(link).toHaveValue(/#1\./)
  const context = await browser.newContext({ baseURL: baseURL ?? '' })
  const other = await context.newPage()
  await other.goto(await link.inputValue())
  const there = playground(other)
  await expect(there.score).toHaveText(String(without))
  await expect(there.report.getByRole('checkbox', { name: /^More is deployed elsewhere/ })).toBeChecked()
  await context.close()
})

test('what an annotation ignores is listed with its reason and not counted', async ({ page }) => {
  const { report, row, finding, open, editorReady, paste } = playground(page)
  await open()
  await editorReady()
  await paste(
    [
      'apiVersion: v1',
      'kind: Service',
      'metadata:',
      '  name: open',
      '  annotations:',
      '    kube-score/ignore: service-type',
      'spec:',
      '  type: NodePort',
      '  ports: [{ port: 80 }]',
    ].join('\n'),
  )
  await expect(row('Service open')).toBeVisible()
  await expect(finding('NodePort')).toHaveCount(0)
  await report.getByRole('button', { name: '1 ignored' }).click()
  await expect(report.getByText('Service open has the type NodePort.')).toBeVisible()
})

test('the breadcrumb shows the object and the keys at the cursor', async ({ page }) => {
  const { finding, open, editorReady } = playground(page)
  await open()
  await editorReady()
  await finding('Only 1 replica').getByText('line 6').click()
  await expect(page.getByText('Deployment / ruby-web')).toContainText('specreplicas')
})
