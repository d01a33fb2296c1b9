import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { seriousProblems } from './accessibility'
import { playground } from './playground'
import { expect, test, type Download, type Locator, type Page } from './test'

const lesson = resolve(import.meta.dirname, '../src/lessons/from-bare-to-green')

const openPipeline = async (page: Page): Promise<Locator> => {
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: /^Share/ })
  await dialog.getByRole('button', { name: 'Pipeline' }).click()
  await expect(dialog.getByText('SHA-256')).toBeVisible()
  return dialog
}

const closeDialog = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
}

const fileOf = (dialog: Locator, name: string): Locator => dialog.getByRole('textbox', { name, exact: true })

const downloaded = async (page: Page, control: Locator): Promise<Download> => {
  const download = page.waitForEvent('download')
  await control.click()
  return download
}

/** A folder with the program of the page and a manifest. */
const repository = async (page: Page, dialog: Locator, folder: string, manifest: string): Promise<void> => {
  const link = dialog.getByRole('link', { name: 'Download manifest-playground.mjs' })
  const program = await downloaded(page, link)
  expect(program.suggestedFilename()).toBe('manifest-playground.mjs')
  mkdirSync(join(folder, 'k8s'), { recursive: true })
  copyFileSync(await program.path(), join(folder, 'manifest-playground.mjs'))
  copyFileSync(join(lesson, manifest), join(folder, 'k8s/app.yaml'))
}

const run = (folder: string, ...words: readonly string[]) =>
  spawnSync(process.execPath, ['manifest-playground.mjs', ...words], { cwd: folder, encoding: 'utf8' })

test('the program that the page offers is the one with the hash, and runs', async ({ page }, info) => {
  await playground(page).open()
  const dialog = await openPipeline(page)
  const folder = info.outputPath('repository')
  await repository(page, dialog, folder, 'start.yaml')
  const sha256 = createHash('sha256')
    .update(readFileSync(join(folder, 'manifest-playground.mjs')))
    .digest('hex')
  await expect(dialog.getByText(sha256, { exact: true })).toBeVisible()
  await expect(fileOf(dialog, '.semaphore/semaphore.yml')).toHaveValue(
    new RegExp(`echo "${sha256}  manifest-playground.mjs" \\| sha256sum`),
  )
  expect(
    execFileSync(process.execPath, ['manifest-playground.mjs', 'versions'], { cwd: folder }),
  ).toBeTruthy()
  const { status, stdout } = run(folder, 'check', 'k8s/')
  expect(stdout).toContain('No resource requests or limits')
  expect(status).toBe(1)
})

test('a pipeline follows the settings, the system and the folder, and can be copied and saved', async ({
  page,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const { open, settings, closeSettings } = playground(page)
  await open()
  let dialog = await openPipeline(page)
  await expect(fileOf(dialog, 'manifest-playground.json')).toHaveCount(0)
  await expect(fileOf(dialog, '.semaphore/semaphore.yml')).not.toHaveValue(/manifest-playground\.json/)
  await closeDialog(page)

  await (await settings()).getByRole('checkbox', { name: /^Strict/ }).uncheck()
  await closeSettings()
  dialog = await openPipeline(page)
  await expect(fileOf(dialog, 'manifest-playground.json')).toHaveValue('{\n  "strict": false\n}')
  const { files, choose } = {
    files: (name: string): Promise<string> => fileOf(dialog, name).inputValue(),
    choose: (name: string): Promise<void> => dialog.getByRole('radio', { name }).check(),
  }
  expect(await files('.semaphore/semaphore.yml')).toContain('--settings manifest-playground.json k8s/')
  await choose('kube-score and kubeconform')
  expect(await files('check-manifests.sh')).not.toContain('-strict')
  await expect(dialog.getByRole('link', { name: /^Download/ })).toHaveCount(0)

  await choose('GitHub Actions')
  await dialog.getByRole('textbox', { name: 'Folder with the manifests' }).fill('our app')
  const workflow = await files('.github/workflows/manifests.yml')
  expect(workflow).toContain("--output github --settings manifest-playground.json 'our app/'")
  await dialog.getByRole('button', { name: 'Copy .github/workflows/manifests.yml' }).click()
  await expect(page.getByText('Copied: .github/workflows/manifests.yml.')).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied.trimEnd()).toBe(workflow)

  const saved = await downloaded(
    page,
    dialog.getByRole('button', { name: 'Download .github/workflows/manifests.yml' }),
  )
  expect(saved.suggestedFilename()).toBe('manifests.yml')
  expect(readFileSync(await saved.path(), 'utf8')).toBe(copied)
})

test('settings leave the page as a file, are used by the program, and come back', async ({ page }, info) => {
  const { open, settings, closeSettings } = playground(page)
  await open()
  let panel = await settings()
  await panel.getByRole('radio', { name: /^Everything/ }).check()
  await closeSettings()
  const dialog = await openPipeline(page)
  const folder = info.outputPath('repository')
  await repository(page, dialog, folder, 'pull-policy.yaml')
  const optional = 'container-seccomp-profile'
  const before = run(folder, 'score', '--output', 'json', 'k8s/')
  expect(before.status).toBe(1)
  expect(before.stdout).not.toContain(`"rule": "${optional}"`)

  const download = await downloaded(
    page,
    dialog.getByRole('button', { name: 'Download manifest-playground.json' }),
  )
  expect(download.suggestedFilename()).toBe('manifest-playground.json')
  const json = readFileSync(await download.path(), 'utf8')
  writeFileSync(join(folder, 'manifest-playground.json'), json)
  expect(run(folder, 'score', '--output', 'json', 'k8s/').stdout).toContain(`"rule": "${optional}"`)

  await closeDialog(page)
  panel = await settings()
  await panel.getByRole('button', { name: 'Reset to the defaults' }).click()
  const text = panel.getByRole('textbox', { name: 'manifest-playground.json', exact: true })
  await expect(text).toHaveValue('{}')
  const chooser = page.waitForEvent('filechooser')
  await panel.getByRole('button', { name: 'Import a file…' }).click()
  await (await chooser).setFiles(join(folder, 'manifest-playground.json'))
  await expect(text).toHaveValue(json.trimEnd())
  await expect(panel.getByRole('radio', { name: /^Everything/ })).toBeChecked()
})

test('the pipeline part is accessible, fits a phone, and leads back to the link', async ({ page }) => {
  await page.goto('./')
  const dialog = await openPipeline(page)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await seriousProblems(page, 'dialog')).toEqual([])
  }
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await dialog.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
  await dialog.getByRole('button', { name: 'Link', exact: true }).click()
  await expect(dialog.getByRole('textbox', { name: 'Link' })).toHaveValue(/#1\./)
})
