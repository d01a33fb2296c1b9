import { expect, test } from '@playwright/test'
import { playground } from './playground'

test('asks only its own host, and nothing at all once it is loaded, fixes included', async ({
  page,
  baseURL,
}) => {
  const { report, editor, finding, open, editorReady } = playground(page)
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await open()
  await editorReady()
  await page.waitForLoadState('networkidle')
  const origins = new Set(asked.filter((url) => !url.startsWith('data:')).map((url) => new URL(url).origin))
  expect([...origins]).toEqual([new URL(baseURL ?? '').origin])

  asked.length = 0
  await editor.locator('.view-line').nth(15).click()
  await page.keyboard.press('End')
  await page.keyboard.type('-secret-name')
  await expect(finding('Container web-secret-name has no CPU limit.')).toBeVisible()
  await report.getByRole('checkbox', { name: 'Passed and skipped' }).check()
  await page.context().setOffline(true)
  await finding('has no CPU limit.').getByRole('button', { expanded: false }).click()
  await page.getByRole('button', { name: 'All about this rule' }).click()
  await expect(page.getByText('Requests are what the scheduler reserves')).toBeVisible()
  await finding('has no CPU limit.')
    .getByRole('button', { name: /^Set CPU request/ })
    .click()
  await page.getByRole('button', { name: 'Fix all…', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Fix all' })
  await expect(dialog.locator('.editor.modified').getByText('imagePullPolicy: Always')).toBeVisible()
  await dialog.getByRole('button', { name: 'Download kustomize overlay' }).click()
  await expect(dialog.getByText('Put kustomization.yaml and added.yaml next to manifest.yaml.')).toBeVisible()
  expect(asked.filter((url) => !/^(?:data|blob):/.test(url))).toEqual([])
})
