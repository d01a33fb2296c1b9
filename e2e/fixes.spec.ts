import { expect, test, type Locator, type Page } from '@playwright/test'
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

const fixAll = (page: Page) => page.getByRole('button', { name: 'Fix all…', exact: true })

const fixDialog = (page: Page, name = 'Fix all') => {
  const dialog = page.getByRole('dialog', { name, exact: true })
  return {
    dialog,
    fixes: dialog.getByRole('list', { name: 'Fixes' }).getByRole('listitem'),
    after: dialog.locator('.editor.modified'),
  }
}

test('a finding shows what its fix changes; applying it is one step that can be undone', async ({ page }) => {
  const { editor, finding, open, editorReady, paste } = playground(page)
  await open()
  await editorReady()
  await paste(broken)
  const typo = finding('did you mean containers?')
  await typo.getByRole('button', { name: /^Details/ }).click()
  const fix = typo.getByRole('region', { name: 'Rename to containers' })
  await expect(fix.getByText('Review')).toBeVisible()
  await expect(fix.getByText('Removed:   container:')).toBeVisible()
  await expect(fix.getByText('Added:   containers:')).toBeVisible()
  await fix.getByRole('button', { name: 'Rename to containers' }).focus()
  await page.keyboard.press('Enter')
  await expect(typo).toHaveCount(0)
  await expect(page.getByText('Done: rename to containers.')).toBeVisible()
  await editor.locator('.view-line').first().click()
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(typo).toBeVisible()
})

test('a fix is undone by its name, with the keyboard', async ({ page }) => {
  const { finding, open, editorReady, paste } = playground(page)
  await open()
  await editorReady()
  await paste(broken)
  const typo = finding('did you mean containers?')
  await typo.getByRole('button', { name: /^Fix:/ }).press('Enter')
  await expect(typo.getByRole('button', { name: /^Details/ })).toBeFocused()
  const rename = typo.getByRole('button', { name: 'Rename to containers' })
  await expect(rename).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(rename).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(typo).toHaveCount(0)
  const undo = page.getByRole('button', { name: 'Undo: rename to containers' })
  await expect(undo).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(typo).toBeVisible()
  await expect(undo).toHaveCount(0)
})

test('all safe fixes are shown together before they are applied, and undone together', async ({ page }) => {
  const { editor, finding, open, editorReady, paste } = playground(page)
  await open()
  await editorReady()
  await paste(broken)
  await expect(finding('data.mode must be text, but on is a boolean.')).toBeVisible()
  await fixAll(page).click()
  const { dialog, fixes, after } = fixDialog(page)
  await expect(after.getByText('mode: "on" # a word')).toBeVisible()
  await expect(after.getByText('size: "0777"')).toBeVisible()
  await expect(fixes).toHaveCount(2)
  await dialog.getByRole('radio', { name: 'Include fixes to review' }).check()
  await expect(fixes.filter({ hasText: 'Rename to containers' })).toBeVisible()
  await dialog.getByRole('radio', { name: 'Safe fixes only' }).check()
  await dialog.getByRole('button', { name: 'Apply 2 fixes' }).click()
  await expect(finding('must be text')).toHaveCount(0)
  await editor.locator('.view-line').first().click()
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(finding('must be text')).toHaveCount(2)
})

test('each of many fixes can be left out and included again, in the list and next to the change', async ({
  page,
}) => {
  const { editor, finding, open, editorReady, paste } = playground(page)
  await open()
  await editorReady()
  await paste(broken)
  await expect(finding('data.mode must be text')).toBeVisible()
  await fixAll(page).click()
  const { dialog, fixes, after } = fixDialog(page)
  const quoteOn = dialog.getByRole('checkbox', { name: /Quote on/ })
  await expect(after.getByText('mode: "on" # a word')).toBeVisible()
  await quoteOn.focus()
  await page.keyboard.press('Space')
  await expect(after.getByText('mode: "on" # a word')).toHaveCount(0)
  await expect(dialog.getByRole('button', { name: 'Apply 1 fix' })).toBeVisible()
  await page.keyboard.press('Space')
  await expect(quoteOn).toBeChecked()
  await expect(after.getByText('mode: "on" # a word')).toBeVisible()
  await after.locator('.fix-decline').nth(1).click()
  await expect(dialog.getByRole('checkbox', { name: /Quote 0777/ })).not.toBeChecked()
  await expect(after.getByText('size: "0777"')).toHaveCount(0)
  await expect(fixes).toHaveCount(2)
  await dialog.getByRole('button', { name: 'Apply 1 fix' }).click()
  await expect(editor.locator('.view-line').filter({ hasText: 'mode: "on"' })).toBeVisible()
  await expect(finding('must be text')).toHaveCount(1)
})

test('all fixes of one object, or of one rule', async ({ page }) => {
  const { report, open, editorReady, paste } = playground(page)
  await open()
  await editorReady()
  await paste(broken)
  await report.getByRole('button', { name: 'Fix all of ConfigMap settings…' }).click()
  const object = fixDialog(page, 'Fix all of ConfigMap settings')
  await expect(object.fixes).toHaveText([/Quote on/, /Quote 0777/])
  await page.keyboard.press('Escape')
  await expect(object.dialog).toHaveCount(0)
  await report.getByLabel('Group findings').selectOption({ label: 'By rule' })
  await report.getByRole('button', { name: 'Fix all of Unknown field…' }).click()
  const rule = fixDialog(page, 'Fix all of “Unknown field”')
  await expect(rule.fixes).toHaveText([/Rename to containers/])
  await rule.dialog.getByRole('button', { name: 'Apply 1 fix' }).click()
  await expect(page.getByRole('button', { name: 'Undo: 1 fix' })).toBeVisible()
  await expect(report.getByRole('button', { name: 'Fix all of Unknown field…' })).toHaveCount(0)
})

test('a fix is offered together with the fixes of what it raises', async ({ page }) => {
  const { editor, finding, findings, open, editorReady } = playground(page)
  await open()
  await editorReady()
  const replicas = finding('has 1 replica')
  await replicas.getByRole('button', { name: /^Details/ }).click()
  const alone = replicas.getByRole('region', { name: 'Set replicas to 2', exact: true })
  await expect(alone.getByText(/^This also raises: No PodDisruptionBudget selects/)).toBeVisible()
  const bundle = replicas.getByRole('region', { name: 'Set replicas to 2 and fix what it raises' })
  await expect(bundle.getByText('prefer different nodes; add a PodDisruptionBudget')).toBeVisible()
  await bundle.getByRole('button', { name: 'Set replicas to 2 and fix what it raises' }).click()
  await expect(replicas).toHaveCount(0)
  await expect(findings).toHaveCount(11)
  await page.getByRole('button', { name: /^Undo: set replicas to 2/ }).click()
  await expect(replicas).toBeVisible()
  await expect(editor.locator('.view-line').filter({ hasText: 'replicas: 1' })).toBeVisible()
})

test('a check is ignored on one object by an annotation, which can be undone', async ({ page }) => {
  const { editor, report, finding, score, open, editorReady } = playground(page)
  await open()
  await editorReady()
  const memory = finding('has no memory limit')
  await memory.getByRole('button', { name: /^Details/ }).click()
  await memory.getByText('Ignore this finding').click()
  await memory.getByRole('button', { name: 'Ignore this check on Deployment ruby-web' }).click()
  await expect(memory).toHaveCount(0)
  await expect(
    editor.locator('.view-line').filter({ hasText: 'kube-score/ignore: container-resources' }),
  ).toBeVisible()
  await expect(report.getByRole('button', { name: '6 ignored' })).toBeVisible()
  await expect(report.getByText('6 findings ignored')).toBeVisible()
  await page.getByRole('button', { name: /^Undo: ignore this check/ }).click()
  await expect(memory).toBeVisible()
  await expect(score).toHaveText('38')
})

test('a check is ignored everywhere by a setting, which can be changed back', async ({ page }) => {
  const { report, finding, score, open, editorReady, settings } = playground(page)
  await open()
  await editorReady()
  const policy = finding('No NetworkPolicy selects')
  await policy.getByRole('button', { name: /^Details/ }).click()
  await policy.getByText('Ignore this finding').click()
  await policy.getByRole('button', { name: 'Ignore this check everywhere' }).click()
  await expect(policy).toHaveCount(0)
  await expect(score).not.toHaveText('38')
  await report.getByRole('button', { name: '1 ignored' }).click()
  await expect(report.getByText('The settings ignore this check.')).toBeVisible()
  const panel = await settings()
  await panel.getByText(/^Ignored checks/).click()
  await panel
    .getByRole('list', { name: 'Ignored checks' })
    .getByRole('checkbox', { name: /pod-networkpolicy/ })
    .uncheck()
  await expect(score).toHaveText('38')
})

test('the fixed manifest can be copied and downloaded, also as a patch or an overlay', async ({ page }) => {
  const { finding, open, editorReady, paste } = playground(page)
  await open()
  await editorReady()
  await paste(broken)
  const fixed = broken.replace('on #', '"on" #').replace('0777', '"0777"')
  await expect(finding('data.mode must be text')).toBeVisible()
  await fixAll(page).click()
  const { dialog, fixes } = fixDialog(page)
  await expect(fixes).toHaveCount(2)
  await dialog.getByRole('button', { name: 'Copy manifest' }).click()
  await expect(dialog.getByText('Copied.')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(fixed)
  const downloaded = async (name: string): Promise<string> => {
    const waiting = page.waitForEvent('download')
    await dialog.getByRole('button', { name }).click()
    return readFileSync(await (await waiting).path(), 'utf8')
  }
  expect(await downloaded('Download manifest')).toBe(fixed)
  expect(applyPatch(broken, await downloaded('Download patch'))).toBe(fixed)
  const overlay = await downloaded('Download kustomize overlay')
  expect(overlay).toContain('kind: Kustomization\nresources:\n- manifest.yaml\npatches:')
  expect(overlay).toContain('mode: "on"')
  await expect(dialog.getByText('Put kustomization.yaml next to manifest.yaml.')).toBeVisible()
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

test('the editor also offers to ignore a check', async ({ page }) => {
  const { editor, finding, open, editorReady } = playground(page)
  await open()
  await editorReady()
  const replicas = finding('has 1 replica')
  await replicas.getByRole('button').first().click()
  await expect(editor).toHaveClass(/focused/)
  await page.keyboard.press('ControlOrMeta+.')
  await page.getByText('Ignore this check on Deployment ruby-web').click()
  await expect(replicas).toHaveCount(0)
  await expect(
    editor.locator('.view-line').filter({ hasText: 'kube-score/ignore: deployment-replicas' }),
  ).toBeVisible()
})

test('without the full editor, fixes are shown line by line, and can be applied and undone', async ({
  page,
}) => {
  const { open, score, finding } = playground(page)
  await page.route('**/MonacoEditor-*.js', (route) => route.abort())
  await page.route('**/FixDiffEditor-*.js', (route) => route.abort())
  await open()
  await fixAll(page).click()
  const { dialog } = fixDialog(page)
  await expect(dialog.getByText('Added:   replicas: 2')).toBeVisible()
  await dialog.getByRole('button', { name: /^Apply \d+ fixes$/ }).click()
  await expect(finding('has 1 replica')).toHaveCount(0)
  await page.getByRole('button', { name: /^Undo: \d+ fixes$/ }).click()
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
    const { editor, chip, score, findings, open, editorReady, copyAll } = playground(page)
    await open()
    await editorReady()
    const demo = await copyAll()
    expect(demo).toContain('replicas: 1\n')
    const { dialog } = fixDialog(page)
    await press(fixAll(page))
    await expect(dialog.getByRole('radio', { name: 'Include fixes to review' })).toBeChecked()
    await press(dialog.getByRole('button', { name: /^Apply \d+ fixes$/ }))
    await expect(chip('critical')).toHaveText(/^\s*0\s/)
    await expect(chip('warning')).toHaveText(/^\s*0\s/)
    await expect(fixAll(page)).toBeDisabled()
    expect(await copyAll()).not.toBe(demo)
    await editor.locator('.view-line').first().click()
    await page.keyboard.press('ControlOrMeta+Z')
    await expect(score).toHaveText('38')
    await expect(findings).toHaveCount(12)
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
  const exposed = finding('NodePort')
  await expect(exposed).toBeVisible()
  await expect(fixAll(page)).toBeDisabled()
  await exposed.getByRole('button', { name: /^Details/ }).click()
  const risky = exposed.getByText('Change type to ClusterIP Risky · cuts traffic')
  await expect(risky).toBeVisible()
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
  const tabs = finding('Tabs cannot be used for indentation.').first()
  await tabs.getByRole('button', { name: /^Details/ }).click()
  const fix = tabs.getByRole('region', { name: 'Use spaces for indentation' })
  await expect(fix.getByText(/^Safe/)).toBeVisible()
  await fix.getByRole('button', { name: 'Use spaces for indentation' }).click()
  await expect(finding('Tabs')).toHaveCount(0)
  await expect(editor.locator('.view-line').filter({ hasText: 'mode: fast' })).toBeVisible()
  await expect(report.getByText('A cluster running 1.36 would accept')).toBeVisible()
})

test('the placeholders of a fix are named', async ({ page }) => {
  const { finding, open, editorReady } = playground(page)
  await open()
  await editorReady()
  const limit = finding('has no memory limit')
  await limit.getByRole('button', { name: /^Details/ }).click()
  const fix = limit.getByRole('region', { name: /^Set memory/ }).first()
  await expect(fix.getByText(/^Review · restarts Pods/)).toBeVisible()
  await expect(fix.getByText(/^Replace the placeholders?: .*\(memory limit of container/)).toBeVisible()
})
