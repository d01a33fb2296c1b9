import { expect, test } from '@playwright/test'
import { playground } from './playground'

test('the demo is scored on load, and the numbers agree with each other', async ({ page }) => {
  const { report, findings, score, chip, open } = playground(page)
  await open()
  await expect(score).toHaveText('38')
  await expect(report.getByText('A cluster running 1.36 would accept both objects.')).toBeVisible()
  for (const severity of ['refused', 'critical', 'warning', 'advice']) {
    const rows = await report.locator(`li.finding[data-severity=${severity}]`).count()
    await expect(chip(severity)).toHaveText(new RegExp(`^\\s*${rows}\\s`))
  }
  await expect(findings).toHaveCount(12)
})

test('the score shows how it is calculated, from 100 down', async ({ page }) => {
  const { report, score, open } = playground(page)
  await open()
  await report.getByRole('button', { name: /^Score/ }).click()
  const steps = report.getByRole('region', { name: 'How this score is calculated' })
  await expect(steps.getByRole('row', { name: /Container resources 1 of 1 −12%/ })).toBeVisible()
  const remaining = await steps.locator('tbody tr td:last-child').allTextContents()
  expect(remaining[0]).toBe('100.0')
  expect(String(Math.floor(Number(remaining.at(-1))))).toBe(await score.textContent())
})

test('the first report does not wait for the full editor', async ({ page }) => {
  const { editor, score, open } = playground(page)
  await page.route('**/MonacoEditor-*.js', () => undefined)
  await open()
  await expect(score).toHaveText('38')
  await expect(editor).toHaveCount(0)
  await expect(page.getByRole('textbox', { name: 'Kubernetes manifest' })).toHaveValue(
    /^apiVersion: apps\/v1\n/,
  )
})

test('every example can be loaded, and the hardened one has no findings', async ({ page }) => {
  const { report, findings, score, example, open, editorReady } = playground(page)
  await open()
  await editorReady()
  await example('Hardened web app')
  await expect(score).toHaveText('100')
  await expect(findings).toHaveCount(0)
  await example('A List in JSON')
  await expect(report.getByText(/would accept all 3 objects\.$/)).toBeVisible()
  await expect(report.getByText('No check supports this kind.')).toBeVisible()
  await example('Unrendered Helm template')
  await expect(report.getByText('No score: no check applies to this text.')).toBeVisible()
  await page.getByRole('button', { name: /^Session: / }).click()
  await page.getByRole('button', { name: 'New session' }).click()
  await expect(report.getByText('Paste a manifest, drop files, or start from an example.')).toBeVisible()
  await page.locator('.view-line').first().click()
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(report.getByText('No score')).toBeVisible()
})
