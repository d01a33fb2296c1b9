import { expect, test, type Page } from './test'
import { seriousProblems } from './accessibility'
import { playground } from './playground'

test('the demo is scored on load, and the numbers agree with each other', async ({ page }) => {
  const { report, findings, score, chip, fixAll, row, open } = playground(page)
  await open()
  await expect(score).toHaveText('38')
  await expect(report.getByRole('heading', { level: 2 })).toHaveText('Needs work before production')
  await expect(report.getByText('A cluster running 1.36 would accept both objects.')).toBeVisible()
  await expect(findings).toHaveCount(8)
  for (const [severity, count] of Object.entries({ critical: 7, warning: 1 })) {
    await expect(chip(severity)).toHaveText(`${count} ${severity}`)
    await expect(report.locator(`li.finding[data-severity=${severity}]`)).toHaveCount(count)
  }
  // Of what there is none, nothing is said.
  await expect(chip('refused').or(chip('advice'))).toHaveCount(0)
  await expect(row('Deployment ruby-web').locator('..')).toContainText('8 to fix')
  await expect(fixAll).toHaveText('Fix 8…')
})

const stepsOf = (page: Page) =>
  playground(page).report.getByRole('region', { name: 'How this score is calculated' })

test('the score shows how it is calculated, from 100 down; each step leads to its place, its fixes and its page', async ({
  page,
}) => {
  const { editor, report, score, caret, open, editorReady } = playground(page)
  await open()
  await editorReady()
  const ring = report.getByRole('button', { name: /^Score 38 ?, E, show how it is calculated$/ })
  await ring.click()
  await expect(ring).toHaveAttribute('aria-expanded', 'true')
  const steps = stepsOf(page)
  const resources = steps.getByRole('row', { name: /Container resources 1 of 1 −12%/ })
  await expect(resources).toBeVisible()
  const remaining = await steps
    .getByRole('cell')
    .filter({ hasText: /^\d+\.\d$/ })
    .allTextContents()
  expect(remaining[0]).toBe('100.0')
  expect(remaining).toHaveLength(9)
  expect(String(Math.floor(Number(remaining.at(-1))))).toBe(await score.textContent())

  await resources.getByRole('button', { name: '1 of 1' }).press('Enter')
  await expect(caret).toHaveText('Line 16, column 20')
  await expect(editor).toHaveClass(/focused/)
  const fix = resources.getByRole('button', { name: 'Fix: Container resources' })
  await fix.click()
  await expect(page.getByRole('dialog', { name: 'Fix all of “Container resources”' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(fix).toBeFocused()
  await steps.getByRole('link', { name: 'Pod NetworkPolicy' }).click()
  await expect(page.getByRole('main', { name: 'Pod NetworkPolicy' })).toBeVisible()
})

test('what raises the score most is named first, with what it gains, and opens its row', async ({ page }) => {
  const { report, score, open, editorReady } = playground(page)
  await open()
  await editorReady()
  const first = report.getByRole('region', { name: 'Fix these first' })
  await expect(first.getByRole('listitem')).toHaveText([
    /^\+6 points: Set requests and limits for container web/,
    /^\+6 points: Set pull policy to Always/,
    /^\+6 points: Set ephemeral storage request and limit for container web/,
  ])
  const row = playground(page).finding('No pull policy')
  await first.getByRole('button', { name: 'Review: Set pull policy to Always' }).click()
  await expect(row.getByRole('button', { expanded: true })).toBeInViewport()
  await row.getByRole('button', { name: 'Apply: set pull policy to Always' }).click()
  // As much as was promised, and the next one takes its place.
  await expect(score).toHaveText('44')
  await expect(first.getByRole('listitem')).toHaveCount(3)
  await expect(first.getByText('Set pull policy to Always')).toHaveCount(0)
  await expect(first.getByText('New here?')).toHaveCount(0)
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

test('where the tutorial ends, newer checks still find replicas and ephemeral storage', async ({ page }) => {
  const { report, findings, score, example, open, editorReady } = playground(page)
  await open()
  await editorReady()
  await example('The tutorial’s last step')
  await expect(score).toHaveText('83')
  await expect(report.getByText(/would accept all 3 objects\.$/)).toBeVisible()
  await expect(findings.filter({ hasText: /1 replica/i })).toHaveCount(1)
  await expect(findings.filter({ hasText: /ephemeral[ -]storage/i }).first()).toBeVisible()
  // What the five topics are about passes.
  const done = /pull policy|(cpu|memory) (request|limit)|probe|network ?policy|read-?only|privileged/i
  await expect(findings.filter({ hasText: done })).toHaveCount(0)
})

test('the hardened example is all green: what has passed can be read, and it can be shared', async ({
  page,
}) => {
  const { report, findings, score, fixAll, chip, example, open, editorReady } = playground(page)
  await open()
  await editorReady()
  await example('Hardened web app')
  await expect(score).toHaveText('100')
  await expect(report.getByRole('heading', { level: 2 })).toHaveText('Nothing left to fix')
  await expect(findings.or(fixAll).or(chip('advice'))).toHaveCount(0)
  const green = report.getByRole('region', { name: 'All checks passed' })
  await expect(green.getByText(/^All \d+ checks on 4 objects passed\.$/)).toBeVisible()
  expect(await seriousProblems(page)).toEqual([])
  await green.getByRole('button', { name: 'Show what passed' }).click()
  await expect(report.getByRole('checkbox', { name: 'Passed and skipped' })).toBeChecked()
  await expect(report.getByRole('link', { name: 'Container image tag' })).toBeVisible()
  await green.getByRole('button', { name: 'Share it' }).click()
  await expect(page.getByRole('dialog', { name: /^Share/ })).toBeVisible()
})

test('where there is no score, the page says why: other kinds, a template, no text at all', async ({
  page,
}) => {
  const { report, findings, score, fixAll, example, open, editorReady, paste } = playground(page)
  const headline = report.getByRole('heading', { level: 2 })
  await open()
  await editorReady()
  await paste('apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata:\n  name: reader\nrules: []\n')
  await expect(headline).toHaveText('Valid; no check looks at this kind')
  await expect(report.getByText('A cluster running 1.36 would accept this object.')).toBeVisible()
  await expect(score.or(findings).or(fixAll)).toHaveCount(0)
  await example('A List in JSON')
  await expect(report.getByText(/would accept all 3 objects\.$/)).toBeVisible()
  await expect(report.getByText('No check supports this kind.')).toBeVisible()
  await example('Unrendered Helm template')
  await expect(headline).toHaveText('This cannot be read')
  await expect(score).toHaveCount(0)
  await page.getByRole('button', { name: /^Session: / }).click()
  await page.getByRole('button', { name: 'New session' }).click()
  await expect(report.getByText('Paste a manifest, drop files, or start from an example.')).toBeVisible()
  await page.locator('.view-line').first().click()
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(headline).toHaveText('This cannot be read')
})

test('the report can be copied from the menu, as text and as Markdown', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await playground(page).open()
  const copied = async (command: string): Promise<string> => {
    await page.evaluate(() => navigator.clipboard.writeText(''))
    await page.getByRole('button', { name: 'Export', exact: true }).click()
    await page.getByRole('button', { name: command }).click()
    await expect(page.getByRole('list', { name: 'Export' })).toBeHidden()
    await expect(page.getByText('Report copied.')).toBeVisible()
    const read = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText())
    // What was said about the one before may still be there.
    await expect.poll(read).not.toBe('')
    return read()
  }
  const admission = 'A cluster running 1.36 would accept both objects.'
  await expect(playground(page).report.getByText(admission)).toBeVisible()
  const text = await copied('Copy the report as text')
  expect(text).toMatch(/^manifest\.yaml:16:17\b.*\bcritical\b.*\bcontainer web\b/im)
  expect(text).toMatch(/^manifest\.yaml:6:13\b.*\bwarning\b.*\b1 replica\b/m)
  const markdown = await copied('Copy the report as Markdown')
  expect(markdown).toContain('## Score 38 of 100: needs work before production\n')
  expect(markdown).toContain(admission)
  expect(markdown).toContain('\n- **warning**: Only 1 replica in Deployment ruby-web (`manifest.yaml:6`)\n')
})
