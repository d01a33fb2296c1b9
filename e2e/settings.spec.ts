import type { Locator, Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { settings as allSettings, type Setting } from '../src/engine/model/settingList'
import { seriousProblems } from './accessibility'
import { expect, test } from './test'
import { playground } from './playground'

const parts = (panel: Locator) => ({
  score: panel.locator('.score-change'),
  state: (check: string): Locator => panel.getByRole('combobox', { name: check, exact: true }),
  profile: (name: string): Locator => panel.getByRole('radio', { name }),
  json: panel.getByRole('textbox', { name: 'manifest-playground.json', exact: true }),
  filter: panel.getByRole('searchbox', { name: 'Filter the checks' }),
})

const importFile = async (page: Page, text: string): Promise<void> => {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Import a file…' }).click()
  const buffer = Buffer.from(text)
  await (await chooser).setFiles([{ name: 'team.json', mimeType: 'application/json', buffer }])
}

/** The height of the lowest of several targets, in pixels. */
const lowest = async (targets: Locator): Promise<number> =>
  Math.min(
    ...(await targets.evaluateAll((all) => all.map((target) => target.getBoundingClientRect().height))),
  )

test('every setting has its control, and every change applies at once', async ({ page }) => {
  const { report, finding, score, open, settings, closeSettings } = playground(page)
  await open()
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('link', { name: 'Settings' }).click()
  const panel = await settings()
  const { score: change, state, profile } = parts(panel)
  await expect(page).toHaveTitle(/^Settings · /)
  for (const { label, help, control } of allSettings as readonly Setting[]) {
    if (control.type === 'checks') continue
    if (control.type !== 'schemaFiles') await expect(panel.getByText(label).first()).toBeVisible()
    await expect(panel.getByText(help).first()).toBeVisible()
  }
  await expect(panel.locator('.check-settings > li')).toHaveCount(39)
  await expect(panel.locator('.check-settings').getByText('optional', { exact: true })).toHaveCount(6)
  await expect(profile('kube-score exact')).toBeChecked()
  await expect(change).toHaveText('Score 38 · 8 to fix')

  // A check that is off, one that is ignored, and options beside their checks.
  await state('Container image pull policy').selectOption('Off')
  await expect(change).toHaveText(/^Score 38 →.* · 7 to fix$/)
  await state('Pod NetworkPolicy').selectOption('Ignored (listed, not counted)')
  await expect(change).toHaveText(/ · 6 to fix$/)
  const resources = panel
    .locator('li')
    .filter({ has: page.getByRole('combobox', { name: 'Container resources' }) })
  await resources.getByRole('checkbox', { name: /^Require CPU limits/ }).uncheck()
  await panel.getByRole('spinbutton', { name: 'Minimum replicas of a Deployment' }).fill('1')
  await expect(change).toHaveText(/ · 5 to fix$/)
  const least = panel.getByRole('spinbutton', { name: 'Minimum replicas of a HorizontalPodAutoscaler' })
  await least.fill('3')
  await least.fill('')
  await least.blur()
  await expect(least).toHaveValue('3')
  await expect(panel.getByText('39 checks: 31 on, 1 ignored, 7 off')).toBeVisible()
  await expect(panel.getByText('Custom', { exact: true })).toBeVisible()
  const now = /→\D*(\d+)/.exec((await change.textContent()) ?? '')?.[1] ?? ''

  await closeSettings()
  await expect(page.getByRole('button', { name: 'Menu' })).toBeFocused()
  await expect(score).toHaveText(now)
  await expect(report.getByRole('button', { name: '1 ignored' })).toBeVisible()
  for (const gone of ['No pull policy', 'No NetworkPolicy selects', 'Only 1 replica'])
    await expect(finding(gone)).toHaveCount(0)
  await expect(finding('No memory limit, no CPU request, no memory request on container web')).toBeVisible()

  // A profile replaces all of that, and can be undone.
  await page.goBack()
  await expect(change).toHaveText(new RegExp(`^Score ${now} · 5 to fix$`))
  await profile('Everything').check()
  await expect(panel.getByText('39 checks: 39 on, 0 off')).toBeVisible()
  await expect(panel.getByText('Custom', { exact: true })).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(panel.getByText('39 checks: 31 on, 1 ignored, 7 off')).toBeVisible()
  await profile('Recommended').check()
  await expect(state('Container seccomp profile')).toHaveValue('on')
  await expect(resources.getByRole('checkbox', { name: /^Require CPU limits/ })).not.toBeChecked()
  await closeSettings()
  await expect(finding('No seccomp profile')).toBeVisible()
})

test('settings are exported, reset, undone and imported, with what cannot be used', async ({ page }) => {
  const { open, settings } = playground(page)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await open()
  const panel = await settings()
  const { state, json, profile } = parts(panel)
  await expect(json).toHaveValue('{}')
  await expect(panel.getByRole('button', { name: 'Reset to the defaults' })).toBeDisabled()
  await panel.getByRole('checkbox', { name: /^Strict/ }).uncheck()
  await state('Service type').selectOption('Off')
  await state('Label values').selectOption('ignored')
  const command = panel.getByRole('textbox', { name: 'kube-score', exact: true })
  await expect(command).toHaveValue(/--ignore-test service-type/)
  await expect(panel.getByRole('textbox', { name: 'kubeconform', exact: true })).not.toHaveValue(/-strict/)
  await expect(panel.getByText('No flag does the same as: Ignored checks.')).toBeVisible()
  await panel.getByRole('button', { name: 'Copy kube-score' }).click()
  await expect(page.getByText('Copied: kube-score.')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await command.inputValue())

  const download = page.waitForEvent('download')
  await panel.getByRole('button', { name: 'Export as file' }).click()
  expect((await download).suggestedFilename()).toBe('manifest-playground.json')
  const exported = readFileSync(await (await download).path(), 'utf8')
  expect(JSON.parse(exported)).toEqual({
    strict: false,
    ignoredChecks: ['label-values'],
    disabledChecks: ['service-type'],
  })

  await panel.getByRole('button', { name: 'Reset to the defaults' }).click()
  await expect(json).toHaveValue('{}')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(json).toHaveValue(exported.trimEnd())
  await panel.getByRole('button', { name: 'Reset to the defaults' }).click()
  await expect(profile('kube-score exact')).toBeChecked()
  await importFile(page, exported)
  await expect(page.getByText('Settings imported from team.json.')).toBeVisible()
  await expect(json).toHaveValue(exported.trimEnd())
  await expect(panel.getByRole('checkbox', { name: /^Strict/ })).not.toBeChecked()

  await importFile(page, '{\n  "strikt": true,\n  "minReplicasHpa": "3",\n  "moreIsElsewhere": true\n}')
  await expect(panel.getByRole('alert').getByRole('listitem')).toHaveText([
    'Line 2: “strikt” is not a setting; did you mean “strict”?',
    'Line 3: “minReplicasHpa” must be a whole number from 0 to 1,000,000, not "3".',
  ])
  await expect(json).toHaveValue('{\n  "moreIsElsewhere": true\n}')
  await importFile(page, 'strict: false')
  await expect(panel.getByRole('alert')).toContainText('Nothing was imported')
  await expect(panel.getByRole('alert')).toContainText('Line 1: The file is not valid JSON')
  await expect(json).toHaveValue('{\n  "moreIsElsewhere": true\n}')
})

test('the checks are filtered, set and left with the keyboard', async ({ page }) => {
  const { open, settings } = playground(page)
  await open()
  const panel = await settings()
  const { state, profile, filter } = parts(panel)
  await expect(panel).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(profile('kube-score exact')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(profile('Recommended')).toBeChecked()
  await filter.focus()
  await page.keyboard.type('efficiency OPTIONAL')
  await expect(panel.getByText('No check contains every word of “efficiency OPTIONAL”.')).toBeVisible()
  await filter.fill('optional security')
  await expect(panel.getByText('Showing 1 of 39 checks')).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#\/checks\/container-seccomp-profile$/)
  await page.goBack()
  await expect(filter).toHaveValue('optional security')
  await state('Container seccomp profile').focus()
  await page.keyboard.press('End')
  await expect(state('Container seccomp profile')).toHaveValue('off')
  await filter.focus()
  await page.keyboard.press('Escape')
  await expect(filter).toHaveValue('')
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await expect(page).not.toHaveURL(/settings/)
})

for (const [colorScheme, width] of [
  ['light', 1280],
  ['dark', 390],
] as const)
  test(`settings and About have no serious accessibility problem, ${colorScheme}, ${width} px`, async ({
    page,
  }) => {
    const { open, settings, closeSettings, about } = playground(page)
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await open()
    await page.setViewportSize({ width, height: 844 })
    const panel = await settings()
    await parts(panel).state('Service type').selectOption('off')
    await importFile(page, '{"strikt": true, "disabledChecks": ["service-type"]}')
    await expect(panel.getByRole('alert')).toContainText('did you mean “strict”?')
    expect(await seriousProblems(page, 'main.learning')).toEqual([])
    expect(await panel.evaluate((main) => main.scrollWidth - main.clientWidth)).toBe(0)
    const least = width < 900 ? 40 : 24
    expect(
      await lowest(panel.locator('button, select, input:not([type=radio], .switch)')),
    ).toBeGreaterThanOrEqual(least)
    await closeSettings()

    await page.getByRole('button', { name: 'Menu' }).click()
    const menu = page.locator('.popover.more')
    await expect(menu.getByRole('link', { name: 'Settings' })).toBeVisible()
    expect(await lowest(menu.locator('button, a, label').filter({ visible: true }))).toBeGreaterThanOrEqual(
      least,
    )
    expect(await seriousProblems(page, '.popover.more')).toEqual([])
    await page.keyboard.press('Escape')

    const dialog = await about()
    await expect(dialog).toContainText(/Version\s*\d+\.\d+\.\d+ (?:commit|sources) [0-9a-f]{12}/)
    await expect(dialog).toContainText('kube-score’s list of 39 checks')
    await expect(dialog).toContainText(
      /Kubernetes 1\.25 to 1\.\d+, and \d{3} kinds of common custom resources/,
    )
    await expect(dialog).toContainText('MIT')
    expect(await seriousProblems(page, 'dialog')).toEqual([])
  })
