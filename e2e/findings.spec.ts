import { expect, test } from '@playwright/test'
import { playground } from './playground'

test('a click or Enter on a finding goes to its place', async ({ page }) => {
  const { editor, finding, caret, open, editorReady } = playground(page)
  await open()
  await editorReady()
  const replicas = finding('has 1 replica')
  await replicas.getByRole('button').first().click()
  await expect(caret).toHaveText('Line 6, column 14')
  await expect(editor).toHaveClass(/focused/)
  await expect(replicas).toHaveAttribute('data-at-cursor', 'true')

  const limit = finding('has no CPU limit')
  await limit.getByRole('button').first().focus()
  await page.keyboard.press('Enter')
  await expect(caret).toHaveText('Line 16, column 20')
  await expect(editor).toHaveClass(/focused/)
  await expect(limit).toHaveAttribute('data-at-cursor', 'true')
  await expect(replicas).toHaveAttribute('data-at-cursor', 'false')
})

test('hovering a finding shows its place and does not move the cursor', async ({ page }) => {
  const { editor, finding, caret, open, editorReady } = playground(page)
  await open()
  await editorReady()
  // On a busy machine the rows may still move under the pointer.
  await expect(async () => {
    await page.mouse.move(0, 0)
    await finding('has 1 replica').getByRole('button').first().hover()
    await expect(editor.locator('.hovered-text')).toHaveText('1', { timeout: 2_000 })
  }).toPass()
  await expect(caret).toHaveText('Line 1, column 1')
  await page.mouse.move(0, 0)
  await expect(editor.locator('.hovered-text')).toHaveCount(0)
})

test('an opened finding says what to do, where it is missing, and all about its rule', async ({ page }) => {
  const { finding, open } = playground(page)
  await open()
  const limit = finding('has no memory limit')
  await limit.getByRole('button', { name: /^Details/ }).click()
  await expect(limit.getByText('spec.template.spec.containers[0].resources.limits.memory')).toBeVisible()
  await limit.getByRole('link', { name: 'All about this check' }).click()
  const about = page.getByRole('main', { name: 'Container resources' })
  await expect(about.getByRole('heading', { name: 'Container resources' })).toBeVisible()
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

test('a broken document shows its error with its line while the others stay scored', async ({ page }) => {
  const { report, row, finding, score, caret, example, open, editorReady } = playground(page)
  await open()
  await editorReady()
  await example('One broken document')
  await expect(report.getByText('1 of 3 documents cannot be read')).toBeVisible()
  await expect(row('Document 2 cannot be read')).toBeVisible()
  await finding('Missing closing quote.').getByText('line 18').click()
  await expect(caret).toHaveText(/^Line 1[89],/)
  await expect(finding('Service queue has the type NodePort.')).toBeVisible()
  await expect(row('StatefulSet queue')).toBeVisible()
  await expect(score).toBeVisible()
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
  await chip('warning').click()
  await expect(chip('warning')).toHaveAttribute('aria-pressed', 'true')
  await expect(findings).toHaveCount(4)
  await page.getByRole('searchbox', { name: 'Filter findings' }).fill('memory')
  await expect(findings).toHaveCount(1)
  await page.getByRole('searchbox', { name: 'Filter findings' }).fill('no such thing')
  await report.getByRole('button', { name: 'Clear the filter' }).click()
  await expect(findings).toHaveCount(12)
  await report.getByRole('combobox', { name: 'Group findings' }).selectOption('By rule')
  await expect(report.getByRole('button', { name: /^Container resources container-resources/ })).toBeVisible()
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
  await finding('Deployment ruby-web has 1 replica').getByRole('button').first().click()
  await expect(page.getByText('Deployment / ruby-web')).toContainText('specreplicas')
})
