import { readFileSync } from 'node:fs'
import { applyPatch } from 'diff'
import { seriousProblems } from './accessibility'
import { playground } from './playground'
import { expect, test, type Locator, type Page } from './test'

const sheetOf = (page: Page): Locator => page.getByRole('dialog', { name: /^Output/ })

const openOutput = async (page: Page): Promise<Locator> => {
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await page.getByRole('button', { name: /^Export as…/ }).click()
  return sheetOf(page)
}

const format = (sheet: Locator, name: string): Locator => sheet.getByRole('radio', { name, exact: true })

const file = (sheet: Locator, name: string): Locator => sheet.getByRole('textbox', { name, exact: true })

/** Clicks Download, and returns what was saved. */
const download = async (sheet: Locator, name: string): Promise<string> => {
  const waiting = sheet.page().waitForEvent('download')
  await sheet.getByRole('button', { name: `Download ${name}`, exact: true }).click()
  const saved = await waiting
  expect(saved.suggestedFilename()).toBe(name)
  return readFileSync(await saved.path(), 'utf8')
}

const copied = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText())

test('a report is shown in the chosen format, and copied and downloaded as it is shown', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await playground(page).open()
  const sheet = await openOutput(page)
  await expect(file(sheet, 'report.txt')).toHaveValue(/ruby-web/)
  await expect(sheet.getByRole('status').filter({ hasText: /\S/ })).toHaveCount(0)
  await format(sheet, 'Text').focus()
  await page.keyboard.press('ArrowDown')
  await expect(format(sheet, 'JSON')).toBeFocused()
  await expect(format(sheet, 'JSON')).toBeChecked()
  const json = file(sheet, 'report.json')
  await expect(json).toHaveValue(/"fixes"/)
  const shown = await json.inputValue()
  expect(() => void JSON.parse(shown)).not.toThrow()
  await sheet.getByRole('button', { name: 'Copy report.json' }).click()
  await expect(sheet.getByText('Copied: report.json.')).toBeVisible()
  expect((await copied(page)).trimEnd()).toBe(shown)
  expect((await download(sheet, 'report.json')).trimEnd()).toBe(shown)
  await format(sheet, 'SARIF').check()
  const sarif = file(sheet, 'report.sarif')
  await expect(sarif).toHaveValue(/"version": "2\.1\.0"/)
  await expect(sarif).toHaveValue(/manifest\.yaml/)
  // What was said about another format is gone.
  await expect(sheet.getByText(/^Saved/)).toHaveCount(0)
  const withFixes = await sarif.inputValue()
  await sheet.getByRole('checkbox', { name: /^Include fixes/ }).uncheck()
  await expect(sarif).not.toHaveValue(withFixes)
  expect((await sarif.inputValue()).length).toBeLessThan(withFixes.length)
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  // The choice is remembered.
  await openOutput(page)
  await expect(format(sheet, 'SARIF')).toBeChecked()
  await expect(sheet.getByRole('checkbox', { name: /^Include fixes/ })).not.toBeChecked()
})

test('every format of the report can be chosen, and says what it is for', async ({ page }) => {
  await playground(page).open()
  const sheet = await openOutput(page)
  const group = sheet.getByRole('group', { name: 'Report' })
  await expect(format(sheet, 'Markdown')).toBeVisible()
  const radios = await group.getByRole('radio').all()
  expect(radios.length).toBeGreaterThanOrEqual(6)
  const texts = new Set<string>()
  for (const radio of radios) {
    await radio.check()
    await expect(sheet.locator('[data-busy=false]')).toBeVisible()
    const field = sheet.getByRole('textbox')
    await expect(field).toHaveCount(1)
    await expect(sheet.getByText(/^For .+\.$/)).toBeVisible()
    texts.add(await field.inputValue())
  }
  expect(texts.size).toBe(radios.length)
})

test('an output is made with the settings of the page, and says which were changed', async ({ page }) => {
  await playground(page).open()
  const sheet = await openOutput(page)
  await format(sheet, 'JSON').check()
  const json = file(sheet, 'report.json')
  await expect(json).toHaveValue(/ruby-web/)
  await expect(sheet.getByText(/^Made with/)).toHaveCount(0)
  const before = await json.inputValue()
  await sheet.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('combobox', { name: 'Kubernetes version' }).selectOption('1.33')
  await openOutput(page)
  await expect(sheet.getByText('Made with 1 setting that you changed: Kubernetes version')).toBeVisible()
  await expect(json).toHaveValue(/1\.33/)
  expect(before).not.toContain('1.33')
})

const quoted = `apiVersion: v1
kind: ConfigMap
metadata:
  name: a
data:
  on: yes
  mode: 0644
`

test('the fixed manifest, a patch and an overlay are shown and downloaded under the name of the file', async ({
  page,
}) => {
  const { open, openFiles, row } = playground(page)
  await open()
  await openFiles({ name: 'prod.yaml', mimeType: 'application/yaml', buffer: Buffer.from(quoted) })
  await expect(row('ConfigMap a')).toBeVisible()
  const sheet = await openOutput(page)
  await format(sheet, 'Manifest').check()
  await expect(file(sheet, 'prod.yaml')).toHaveValue(/mode: "0644"/)
  const fixed = await download(sheet, 'prod.yaml')
  expect(fixed.trimEnd()).toBe(await file(sheet, 'prod.yaml').inputValue())
  await expect(sheet.getByText(/^\d fixes are applied/)).toBeVisible()
  await format(sheet, 'Patch').check()
  await expect(sheet.getByText('Apply it with: patch -p1 < prod.patch')).toBeVisible()
  expect(applyPatch(quoted, await download(sheet, 'prod.patch'))).toBe(fixed)
  await format(sheet, 'Kustomize overlay').check()
  expect(await download(sheet, 'kustomization.yaml')).toContain('resources:\n- prod.yaml\npatches:')
})

test('fixes to review are included when somebody asks for them', async ({ page }) => {
  await playground(page).open()
  const sheet = await openOutput(page)
  await format(sheet, 'Manifest').check()
  const manifest = file(sheet, 'manifest.yaml')
  await expect(sheet.getByRole('radio', { name: 'Safe fixes only' })).toBeChecked()
  await expect(sheet.locator('[data-busy=false]')).toBeVisible()
  await sheet.getByRole('radio', { name: 'Include fixes to review' }).check()
  await expect(manifest).toHaveValue(/replicas: 2/)
  await expect(sheet.getByText(/^\d+ fixes are applied: score 38 → \d+\.$/)).toBeVisible()
  await expect(sheet.getByText(/^These values are only placeholders/)).toBeVisible()
})

test('of a long output the beginning is shown, and all of it is copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const { open, openFiles, row } = playground(page)
  await open()
  const pods = Array.from(
    { length: 150 },
    (_, index) =>
      `apiVersion: v1\nkind: Pod\nmetadata: {name: p${index}}\nspec: {containers: [{name: a, image: a}]}\n`,
  )
  const buffer = Buffer.from(pods.join('---\n'))
  await openFiles({ name: 'pods.yaml', mimeType: 'application/yaml', buffer })
  await expect(row('Pod p0')).toBeVisible()
  const sheet = await openOutput(page)
  await format(sheet, 'JSON').check()
  await expect(
    sheet.getByRole('checkbox', { name: /^Include fixes · takes a while for [\d,]+ findings$/ }),
  ).not.toBeChecked()
  const json = file(sheet, 'report.json')
  await expect(json).toHaveAccessibleDescription(
    /^The first 200,000 of [\d,]+ characters\. Copies and downloads have all of them\.$/,
  )
  const shown = await json.inputValue()
  expect(shown.length).toBeLessThanOrEqual(200_001)
  await sheet.getByRole('button', { name: 'Copy report.json' }).click()
  await expect(sheet.getByText('Copied: report.json.')).toBeVisible()
  const whole = await copied(page)
  expect(whole.startsWith(shown.slice(0, -1))).toBe(true)
  expect(whole).toContain('p149')
  expect(() => void JSON.parse(whole)).not.toThrow()
})

test('what could not be loaded for an output can be loaded again', async ({ page }) => {
  const isWriter = /\/writeOutput-.*\.js$/
  await page.route(isWriter, (route) => route.abort())
  await playground(page).open()
  const sheet = await openOutput(page)
  await expect(sheet.getByText(/^The list of outputs could not be loaded\./)).toBeVisible()
  await page.unroute(isWriter)
  await sheet.getByRole('button', { name: 'Try again' }).click()
  await expect(file(sheet, 'report.txt')).toHaveValue(/ruby-web/)
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`the sheet is accessible, also where the system forces its colours, ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme })
    await playground(page).open()
    await page.getByRole('button', { name: 'Export', exact: true }).click()
    await expect(page.getByRole('list', { name: 'Export' })).toBeVisible()
    expect(await seriousProblems(page)).toEqual([])
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: 'Export', exact: true })).toBeFocused()
    const sheet = await openOutput(page)
    await expect(file(sheet, 'report.txt')).toHaveValue(/ruby-web/)
    expect(await seriousProblems(page)).toEqual([])
    await page.emulateMedia({ colorScheme, forcedColors: 'active' })
    await format(sheet, 'Kustomize overlay').focus()
    await page.keyboard.press('Space')
    await sheet.getByRole('radio', { name: 'Include fixes to review' }).check()
    await expect(file(sheet, 'added.yaml')).toHaveValue(/PodDisruptionBudget/)
    expect(await seriousProblems(page)).toEqual([])
  })

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('the sheet fills the screen, is opened from the menu, and wraps what it shows', async ({ page }) => {
    await page.goto('./')
    await expect(page.getByRole('tab', { name: 'Report · 38' })).toBeVisible()
    await page.getByRole('button', { name: 'Menu' }).tap()
    await page.getByRole('button', { name: /^Export as…/ }).tap()
    const sheet = sheetOf(page)
    const text = file(sheet, 'report.txt')
    await expect(text).toHaveValue(/ruby-web/)
    expect(await sheet.boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 })
    expect(await text.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
    for (const button of await sheet.getByRole('button').all())
      expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(40)
    for (const label of await sheet.locator('label').all())
      expect((await label.boundingBox())?.height).toBeGreaterThanOrEqual(40)
    expect(await seriousProblems(page)).toEqual([])
  })
})
