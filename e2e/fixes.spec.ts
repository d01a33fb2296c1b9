import { expect, test } from '@playwright/test'
import { playground } from './playground'

const broken = `apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  mode: on # a word
  size: 0777
---
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  container:
    - name: web
      image: web:1.0
`

test('a finding shows what its fix changes; applying it is one step that can be undone', async ({ page }) => {
  const { editor, finding, open, editorReady, paste } = playground(page)
  await open()
  await editorReady()
  await paste(broken)
  const typo = finding('did you mean containers?')
  await typo.getByRole('button', { name: /^Details/ }).click()
  const fix = typo.getByRole('region', { name: 'Rename to containers' })
  await expect(fix.getByText('To review')).toBeVisible()
  await expect(fix.getByText('Removed:   container:')).toBeVisible()
  await expect(fix.getByText('Added:   containers:')).toBeVisible()
  await fix.getByRole('button', { name: 'Rename to containers' }).focus()
  await page.keyboard.press('Enter')
  await expect(typo).toHaveCount(0)
  await expect(page.getByText(/Done: Rename to containers/)).toBeVisible()
  await editor.locator('.view-line').first().click()
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(typo).toBeVisible()
})

test('all safe fixes are shown together before they are made, and undone together', async ({ page }) => {
  const { editor, finding, open, editorReady, paste } = playground(page)
  await open()
  await editorReady()
  await paste(broken)
  await expect(finding('data.mode must be text, but on is a boolean.')).toBeVisible()
  await page.getByRole('button', { name: 'Fix all…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Fix all' })
  await expect(dialog.getByText('Added:   mode: "on" # a word')).toBeVisible()
  await expect(dialog.getByText('Added:   size: "0777"')).toBeVisible()
  await expect(dialog.getByText('Rename to containers')).toHaveCount(0)
  await dialog.getByRole('radio', { name: 'Those to review, too' }).check()
  await expect(dialog.getByText('Rename to containers')).toBeVisible()
  await dialog.getByRole('radio', { name: 'Safe ones only' }).check()
  await dialog.getByRole('button', { name: 'Apply 2 fixes' }).click()
  await expect(finding('must be text')).toHaveCount(0)
  await editor.locator('.view-line').first().click()
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(finding('must be text')).toHaveCount(2)
})

test('the editor offers the same fixes at the marked place', async ({ page }) => {
  const { editor, finding, open, editorReady, paste } = playground(page)
  await open()
  await editorReady()
  await paste(broken)
  const mode = finding('data.mode must be text')
  await mode.getByRole('button').first().click()
  await expect(editor).toHaveClass(/focused/)
  await page.keyboard.press('ControlOrMeta+.')
  await page.getByText('Quote on', { exact: true }).click()
  await expect(mode).toHaveCount(0)
  await expect(editor.locator('.view-line').filter({ hasText: 'mode: "on" # a word' })).toBeVisible()
})

test('all fixes lead the demo to green, and one step back brings it back', async ({ page }) => {
  const { editor, chip, score, findings, open, editorReady } = playground(page)
  await open()
  await editorReady()
  await page.getByRole('button', { name: 'Fix all…' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Fix all' })
  await dialog.getByRole('radio', { name: 'Those to review, too' }).check()
  await dialog.getByRole('button', { name: /^Apply \d+ fixes$/ }).focus()
  await page.keyboard.press('Enter')
  await expect(chip('critical')).toHaveText(/^\s*0\s/)
  await expect(chip('warning')).toHaveText(/^\s*0\s/)
  await editor.locator('.view-line').first().click()
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(score).toHaveText('38')
  await expect(findings).toHaveCount(12)
})
