import { expect, test, type Locator, type Page } from './test'
import { applyPatch } from 'diff'
import { readFileSync } from 'node:fs'
import { seriousProblems } from './accessibility'
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

const fixAll = (page: Page) => page.getByRole('button', { name: /^Fix (all|\d+)…$/ })

const fixDialog = (page: Page, name = 'Fix all') => {
  const dialog = page.getByRole('dialog', { name, exact: true })
  return {
    dialog,
    fixes: dialog.getByRole('list', { name: 'Fixes' }).locator('> li'),
    after: dialog.locator('.editor.modified'),
    apply: dialog.getByRole('button', { name: /^Apply \d+ fix/ }),
    all: dialog.getByRole('button', { name: 'Select all to review' }),
  }
}

/** Opens or closes a row of the report. */
const toggle = (row: Locator) => row.locator('[aria-expanded]').first().click()

const undoButton = (page: Page) => page.getByRole('button', { name: /^Undo: / })

test('a row shows what its fix changes; applying it is one step, which can be undone at once', async ({
  page,
}) => {
  const { editor, finding, open, editorReady, paste } = playground(page)
  await open()
  await editorReady()
  await paste(broken)
  const typo = finding('has an unknown field spec.container')
  await toggle(typo)
  const fix = typo.getByRole('region', { name: 'Rename to containers' })
  await expect(fix.getByText(/^review · /)).toBeVisible()
  await expect(fix.getByText('Removed:   container:')).toBeVisible()
  await expect(fix.getByText('Added:   containers:')).toBeVisible()
  await fix.getByRole('button', { name: 'Apply' }).press('Enter')
  await expect(typo).toHaveCount(0)
  await expect(page.getByText('Renamed to containers.')).toBeVisible()
  await expect(editor.locator('.inserted-line')).toHaveCount(0)
  const undo = page.getByRole('button', { name: 'Undo: rename to containers' })
  await expect(undo).toBeFocused()
  expect(await seriousProblems(page)).toEqual([])
  await page.keyboard.press('Enter')
  await expect(typo).toBeVisible()
  await expect(undo).toHaveCount(0)
  await fix.getByRole('button', { name: 'Apply' }).click()
  await expect(undo).toBeFocused()
  await editor.locator('.view-line').first().click()
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(undo).toHaveCount(0)
  await expect(typo).toBeVisible()
})

const twoContainers = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: web:1.0
    - name: proxy
      image: proxy:1.0
`

test('a row is fixed in all its places with the amounts that a person types, or in one place', async ({
  page,
}) => {
  const { editor, finding, open, editorReady, paste, copyAll } = playground(page)
  await open()
  await editorReady()
  await paste(twoContainers)
  const amounts = finding('No resource requests or limits')
  await toggle(amounts)
  await expect(amounts.getByRole('definition')).toHaveText(['no limit, no request', 'no limit, no request'])
  const places = amounts.getByRole('list', { name: 'Places' })
  await expect(places.getByRole('listitem')).toHaveText([
    /^container web\s*line 7/,
    /^container proxy\s*line 9/,
  ])
  const fix = amounts.getByRole('region', { name: 'Set requests and limits in 2 containers' })
  const limit = fix.getByRole('textbox', { name: 'Memory limit' })
  const apply = fix.getByRole('button', { name: 'Apply' })
  await limit.fill('lots')
  await expect(fix.getByText('“lots” is not an amount, such as 256Mi or 1Gi.')).toBeVisible()
  await expect(apply).toBeDisabled()
  expect(await seriousProblems(page)).toEqual([])
  await limit.fill('1Mi')
  await expect(fix.getByText(/^Not possible with these values\./)).toBeVisible()
  await expect(apply).toBeDisabled()
  await limit.fill('1Gi')
  await expect(fix.getByText('Added:         memory: 1Gi')).toHaveCount(2)
  await places.getByRole('button', { name: 'Fix: container proxy' }).click()
  await expect(places.getByRole('region', { name: 'Set requests and limits', exact: true })).toBeVisible()
  await apply.click()
  await expect(amounts).toHaveCount(0)
  await expect(page.getByText('Set requests and limits in 2 containers.')).toBeVisible()
  await expect(editor.locator('.view-line').filter({ hasText: 'memory: 1Gi' })).toHaveCount(2)
  await undoButton(page).press('Enter')
  await expect(amounts).toBeVisible()
  expect(await copyAll()).toBe(twoContainers)
})

test('safe fixes are selected, the others are listed, and all are undone together', async ({ page }) => {
  const { editor, finding, open, editorReady, paste } = playground(page)
  await open()
  await editorReady()
  await paste(broken)
  const values = finding('Value of data must be text')
  await expect(values).toBeVisible()
  await fixAll(page).click()
  const { dialog, fixes, after, apply, all } = fixDialog(page)
  await expect(after.getByText('mode: "on" # a word')).toBeVisible()
  await expect(after.getByText('size: "0777"')).toBeVisible()
  const safe = fixes.filter({ hasText: 'Value of data must be text' })
  const rename = dialog.getByRole('checkbox', { name: /^Rename to containers/ })
  await expect(safe.getByRole('checkbox').first()).toBeChecked()
  await expect(rename).not.toBeChecked()
  await safe.getByText('Select each of 2').click()
  await safe.getByRole('checkbox', { name: /^Quote on/ }).uncheck()
  await expect(safe.getByRole('checkbox').first()).toHaveJSProperty('indeterminate', true)
  await expect(after.getByText('mode: "on" # a word')).toHaveCount(0)
  await expect(apply).toHaveText('Apply 1 fix')
  await after.locator('.fix-decline').first().click()
  await expect(apply).toBeDisabled()
  await expect(dialog.getByText('No fix is selected.')).toBeVisible()
  await all.click()
  await expect(rename).toBeChecked()
  expect(await seriousProblems(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Select none' }).click()
  await safe.getByRole('checkbox').first().check()
  await expect(apply).toHaveText('Apply 2 fixes')
  await apply.click()
  await expect(values).toHaveCount(0)
  await editor.locator('.view-line').first().click()
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(values).toBeVisible()
})

test('a fix that would lower the score comes with the fixes of what it raises', async ({ page }) => {
  const { editor, finding, open, editorReady } = playground(page)
  await open()
  await editorReady()
  const replicas = finding('Only 1 replica')
  await toggle(replicas)
  const alone = replicas.getByRole('region', { name: 'Set replicas to 2', exact: true })
  await expect(alone.getByText(/^This also raises: No PodDisruptionBudget selects/)).toBeVisible()
  const bundle = replicas.getByRole('region').first()
  await expect(bundle).toHaveAccessibleName('Set replicas to 2 and fix what it raises')
  await expect(bundle.getByText('prefer different nodes; add a PodDisruptionBudget')).toBeVisible()
  await bundle.getByRole('button', { name: 'Apply' }).click()
  await expect(replicas).toHaveCount(0)
  await undoButton(page).click()
  await expect(replicas).toBeVisible()
  await expect(editor.locator('.view-line').filter({ hasText: 'replicas: 1' })).toBeVisible()
})

test('a check is ignored on one object by an annotation, or everywhere by a setting; both can be undone', async ({
  page,
}) => {
  const { editor, finding, score, open, editorReady } = playground(page)
  await open()
  await editorReady()
  const policy = finding('No NetworkPolicy selects')
  await toggle(policy)
  await policy.getByText('Ignore…').click()
  await policy.getByRole('button', { name: 'Ignore this check on Deployment ruby-web' }).click()
  await expect(policy).toHaveCount(0)
  const annotation = editor.locator('.view-line').filter({ hasText: 'kube-score/ignore: pod-networkpolicy' })
  await expect(annotation).toBeVisible()
  await undoButton(page).press('Enter')
  await expect(annotation).toHaveCount(0)
  await expect(score).toHaveText('38')
  await policy.getByText('Ignore…').click()
  await policy.getByRole('button', { name: 'Ignore this check everywhere' }).click()
  await expect(policy).toHaveCount(0)
  await expect(score).not.toHaveText('38')
  await expect(undoButton(page)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(policy).toBeVisible()
  await expect(score).toHaveText('38')
})

test('a finding can be copied as text', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const { finding, open } = playground(page)
  await open()
  const replicas = finding('Only 1 replica')
  await toggle(replicas)
  await replicas.getByRole('button', { name: 'Copy' }).click()
  await expect(page.getByText('Copied.')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^Deployment ruby-web: .+ has 1 replica.* \(warning, deployment-replicas\)$/,
  )
})

test('what the selected fixes lead to can be copied and downloaded, also as a patch or an overlay', async ({
  page,
}) => {
  const { finding, open, editorReady, paste } = playground(page)
  await open()
  await editorReady()
  await paste(broken)
  const fixed = broken.replace('on #', '"on" #').replace('0777', '"0777"')
  await expect(finding('Value of data must be text')).toBeVisible()
  await fixAll(page).click()
  const { dialog, apply } = fixDialog(page)
  await expect(apply).toHaveText('Apply 2 fixes')
  await dialog.getByRole('button', { name: 'Export…' }).click()
  const sheet = page.getByRole('dialog', { name: 'Output of 2 fixes' })
  // Reports are about the text without the fixes.
  await expect(sheet.getByRole('radio')).toHaveCount(3)
  await sheet.getByRole('button', { name: 'Copy manifest.yaml' }).click()
  await expect(sheet.getByText('Copied: manifest.yaml.')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(fixed)
  const downloaded = async (format: string, name: string): Promise<string> => {
    await sheet.getByRole('radio', { name: format }).check()
    const waiting = page.waitForEvent('download')
    await sheet.getByRole('button', { name: `Download ${name}` }).click()
    return readFileSync(await (await waiting).path(), 'utf8')
  }
  expect(await downloaded('Manifest', 'manifest.yaml')).toBe(fixed)
  expect(applyPatch(broken, await downloaded('Patch', 'manifest.patch'))).toBe(fixed)
  const overlay = await downloaded('Kustomize overlay', 'kustomization.yaml')
  expect(overlay).toContain('kind: Kustomization\nresources:\n- manifest.yaml\npatches:')
  expect(overlay).toContain('mode: "on"')
  await expect(sheet.getByText('Put kustomization.yaml next to manifest.yaml.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await expect(apply).toBeEnabled()
})

test('the editor offers the same fixes at the marked place, and to ignore a check', async ({ page }) => {
  const { editor, finding, open, editorReady } = playground(page)
  await open()
  await editorReady()
  const replicas = finding('Only 1 replica')
  await replicas.getByText('line 6').click()
  await expect(editor).toHaveClass(/focused/)
  await page.keyboard.press('ControlOrMeta+.')
  await expect(page.getByText('Ignore this check on Deployment ruby-web')).toBeVisible()
  await page.getByText(/^Set replicas to 2 \(review/).click()
  await expect(replicas).toHaveCount(0)
  await expect(editor.locator('.view-line').filter({ hasText: 'replicas: 2' })).toBeVisible()
})

test('without the full editor, fixes are shown line by line, and can be applied and undone', async ({
  page,
}) => {
  const { open, score, finding } = playground(page)
  await page.route('**/MonacoEditor-*.js', (route) => route.abort())
  await page.route('**/FixDiffEditor-*.js', (route) => route.abort())
  await open()
  await fixAll(page).click()
  const { dialog, apply, all } = fixDialog(page)
  await all.click()
  await expect(dialog.getByText('Added:   replicas: 2')).toBeVisible()
  await apply.click()
  await expect(finding('Only 1 replica')).toHaveCount(0)
  await undoButton(page).click()
  await expect(score).toHaveText('38')
  await expect(page.getByRole('textbox', { name: 'Kubernetes manifest' })).toHaveValue(/replicas: 1\n/)
})

/** The ways to press a button. */
const hands: Readonly<Record<'mouse' | 'keyboard', (button: Locator) => Promise<void>>> = {
  mouse: (button) => button.click(),
  keyboard: async (button) => {
    await button.focus()
    await button.page().keyboard.press('Enter')
  },
}

for (const [hand, press] of Object.entries(hands))
  test(`all fixes make the demo green, and one undo restores every byte, by ${hand}`, async ({ page }) => {
    const { editor, report, score, open, editorReady, copyAll } = playground(page)
    await open()
    await editorReady()
    const demo = await copyAll()
    expect(demo).toContain('replicas: 1\n')
    const { dialog, apply, all } = fixDialog(page)
    await press(fixAll(page))
    await expect(dialog.getByText(/^No fix is selected: each of these needs a review/)).toBeVisible()
    await press(all)
    await expect(apply).toBeEnabled()
    await press(apply)
    await expect(score).toHaveText(/^9\d$/)
    await expect(report.getByText('No NetworkPolicy selects')).toHaveCount(0)
    expect(await copyAll()).not.toBe(demo)
    await editor.locator('.view-line').first().click()
    await page.keyboard.press('ControlOrMeta+Z')
    await expect(score).toHaveText('38')
    expect(await copyAll()).toBe(demo)
  })

const nodePort = `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  type: NodePort
  selector:
    app: web
  ports:
    - port: 80
      nodePort: 30080
`

test('a risky fix is opened on purpose, says what it does, and is never one of many', async ({ page }) => {
  const { finding, open, editorReady, paste } = playground(page)
  await open()
  await editorReady()
  await paste(nodePort)
  const exposed = finding('Type is NodePort')
  await toggle(exposed)
  const risky = exposed.locator('summary').filter({ hasText: 'Change type to ClusterIP' })
  await expect(risky.getByText('risky · cuts traffic')).toBeVisible()
  const apply = exposed.getByRole('button', { name: 'Apply this fix' })
  await expect(apply).toBeHidden()
  await risky.press('Enter')
  await expect(exposed.getByText(/30080/).first()).toBeVisible()
  expect(await seriousProblems(page)).toEqual([])
  await apply.press('Enter')
  await expect(exposed).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Undo: change type to ClusterIP' })).toBeFocused()
})

test('tabs become spaces with one safe fix, and then the object can be read', async ({ page }) => {
  const { editor, finding, report, open, editorReady, paste } = playground(page)
  await open()
  await editorReady()
  await paste('apiVersion: v1\nkind: ConfigMap\nmetadata:\n\tname: settings\ndata:\n\tmode: fast\n')
  const tabs = finding('Tabs cannot be used for indentation').first()
  await toggle(tabs)
  const fix = tabs.getByRole('region', { name: /^Use spaces for indentation/ }).first()
  await expect(fix.getByText(/^safe · /)).toBeVisible()
  await fix.getByRole('button', { name: 'Apply' }).click()
  await expect(finding('Tabs')).toHaveCount(0)
  await expect(editor.locator('.view-line').filter({ hasText: 'mode: fast' })).toBeVisible()
  await expect(report.getByText('A cluster running 1.36 would accept')).toBeVisible()
})

test('on a phone the toast covers nothing, and a card fits', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const { finding, report } = playground(page)
  await page.goto('./')
  await page.getByRole('tab', { name: /^Report/ }).click()
  await expect(report).toBeVisible()
  const replicas = finding('Only 1 replica')
  await toggle(replicas)
  await page.getByRole('tab', { name: /^Report/ }).click()
  await replicas.getByRole('button', { name: 'Apply' }).first().click()
  const undo = await undoButton(page).boundingBox()
  const pane = await report.boundingBox()
  expect(undo?.y).toBeGreaterThanOrEqual((pane?.y ?? 0) + (pane?.height ?? 0))
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})
