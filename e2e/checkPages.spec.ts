import { expect, test, type Page } from './test'
import { seriousProblems } from './accessibility'
import { playground } from './playground'

const pageOf = (page: Page, title: string) => page.getByRole('main', { name: title })

test('the page of a check shows its example with the exact place, and the fix as a diff', async ({
  page,
}) => {
  await page.goto('./#/checks/container-image-tag')
  const about = pageOf(page, 'Container image tag')
  await expect(about.getByRole('definition').first()).toHaveText('Critical')
  const example = about.getByRole('region', { name: 'Example' })
  await expect(example.locator('mark')).toHaveText('registry.example.com/web:latest')
  await expect(example.locator('.mark-message')).toContainText('latest')
  await expect(
    example.getByRole('group', { name: 'Changes' }).locator('[data-form=added]').first(),
  ).toBeVisible()
  await expect(about.getByRole('img')).toHaveAccessibleName(/./)
})

test('what the reader’s own manifest has of it is on the page, with its place and its fix', async ({
  page,
}) => {
  const { open, finding, caret, editorReady } = playground(page)
  await open()
  await editorReady()
  await finding('No resource requests or limits').getByRole('button', { expanded: false }).click()
  await page.getByRole('link', { name: /^Learn: / }).click()
  const about = pageOf(page, 'Container resources')
  await about.getByRole('button', { name: '4 findings' }).click()
  const yours = about.getByRole('region', { name: 'In your manifest' })
  await expect(yours).toBeFocused()
  await expect(yours.getByText('Container web has no memory limit.')).toBeVisible()
  await expect(yours.getByRole('group', { name: 'Changes' })).toContainText('limits:')
  await yours.getByRole('button', { name: 'line 16' }).first().click()
  await expect(about).toBeHidden()
  await expect(caret).toHaveText(/^Line 16,/)
})

test('a page is reached from a passed check, the score, a message in the editor and another page; back and forward work', async ({
  page,
}) => {
  const { report, editor, open, editorReady } = playground(page)
  await open()
  await editorReady()
  await report
    .getByRole('button', { name: /passed, \d+ not applicable/ })
    .first()
    .click()
  await report.getByRole('link', { name: 'Environment variable key duplication' }).click()
  await expect(pageOf(page, 'Environment variable key duplication')).toBeVisible()
  await page.goBack()
  await expect(report).toBeVisible()
  await expect(page.getByRole('main')).toHaveCount(1)

  await report.getByRole('button', { name: /^Score/ }).click()
  await report
    .getByRole('region', { name: /score is calculated/ })
    .getByRole('link', { name: 'Pod probes' })
    .click()
  await expect(pageOf(page, 'Pod probes')).toBeVisible()
  await pageOf(page, 'Pod probes').getByRole('link', { name: 'Pod probes identical' }).click()
  await expect(pageOf(page, 'Pod probes identical')).toBeVisible()
  await page.goBack()
  await expect(pageOf(page, 'Pod probes')).toBeVisible()
  await page.goForward()
  await expect(pageOf(page, 'Pod probes identical')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('main')).toHaveCount(1)

  const underlined = await editor.locator('.squiggly-warning').first().boundingBox()
  await page.mouse.move((underlined?.x ?? 0) + 3, (underlined?.y ?? 0) + 8, { steps: 3 })
  await page.locator('.monaco-hover').getByText('deployment-replicas').click()
  await expect(pageOf(page, 'Deployment replicas')).toBeVisible()
})

test('the example is opened alone with its check, and the reader’s own text is kept', async ({ page }) => {
  const { findings, open, paste, editorReady, copyAll } = playground(page)
  await open()
  await editorReady()
  await paste('apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: mine\n')
  await page.goto('./#/checks/pod-probes-identical')
  const about = pageOf(page, 'Pod probes identical')
  await about.getByRole('button', { name: 'Open in playground' }).click()
  await expect(about).toBeHidden()
  await expect(findings).toHaveCount(1)
  await expect(findings).toContainText('prob')
  await page.getByRole('button', { name: /^Session: / }).click()
  await page
    .getByRole('list', { name: 'Earlier sessions' })
    .getByRole('button', { name: /mine/ })
    .first()
    .click()
  await expect.poll(copyAll).toContain('name: mine')
})

test('the question is guessed first and answered by the engine', async ({ page }) => {
  await page.goto('./#/checks/container-resources')
  const question = page.getByRole('region', { name: 'A question' })
  await question.getByRole('checkbox').first().check()
  await question.getByRole('button', { name: 'Check my answer' }).click()
  await expect(question.getByText(/^(?:Right|Not quite)\./)).toBeVisible()
  await expect(question.getByText('does not pass').or(question.getByText('passes')).first()).toBeVisible()
})

test('on paper there is the page alone, whole, with what is folded', async ({ page }) => {
  const { report } = playground(page)
  await page.goto('./#/checks/container-resources')
  const about = pageOf(page, 'Container resources')
  await expect(about.getByRole('region', { name: 'Example' })).toBeVisible()
  const folded = about.locator('details .prose').first()
  await expect(folded).toBeHidden()
  await page.emulateMedia({ media: 'print' })
  await expect(folded).toBeVisible()
  await expect(report).toBeHidden()
  await expect(page.getByRole('banner')).toBeHidden()
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeGreaterThan(2_000)
})

test('the page of a rule that is no check has the same frame', async ({ page }) => {
  await page.goto('./#/checks/duplicate-key')
  const about = pageOf(page, 'Duplicate key')
  await expect(about.getByText('Any YAML or JSON reader')).toBeVisible()
  await expect(about.getByRole('region', { name: 'Example' }).locator('mark')).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [1440, 390])
    test(`pages and lessons are accessible: ${colorScheme}, ${width} px`, async ({ page }) => {
      test.slow()
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 900 })
      const places = [
        '#/checks/container-resources',
        '#/checks/duplicate-key',
        '#/checks',
        '#/lessons',
        '#/lessons/from-bare-to-green/resources',
        '#/lessons/what-is-valid/who-refuses-it',
        '#/lessons/versions-and-custom-resources/another-version',
      ]
      for (const place of places) {
        await page.goto(`./${place}`)
        await expect(page.locator('#lesson h2, .learning h2')).toBeVisible()
        await expect(page.getByText(/^(?:Working out|Checking)/)).toHaveCount(0)
        expect(await seriousProblems(page, '.learning, #lesson')).toEqual([])
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect(overflow).toBeLessThanOrEqual(0)
      }
    })
