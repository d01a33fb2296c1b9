import { expect, test, type Locator, type Page } from './test'
import { playground } from './playground'

/** Milliseconds between two keys: most of them get a report of their own. */
const delay = 60

type Seen = { readonly scores: number[]; readonly tops: number[]; held: number }

/** Looks at the page in every frame: the score, and where a row is. */
const watch = async (row: Locator) => {
  const handle = await row.evaluateHandle((element): Seen => {
    const seen: Seen = { scores: [], tops: [], held: 0 }
    const look = (): void => {
      const score = document.querySelector('.score-value')?.textContent
      if (score) seen.scores.push(Number(score))
      seen.tops.push(element.isConnected ? element.getBoundingClientRect().top : Number.NaN)
      if (document.querySelector('.unfinished')) seen.held += 1
      requestAnimationFrame(look)
    }
    look()
    return seen
  })
  return {
    seen: () => handle.evaluate(({ scores, tops, held }) => ({ scores, tops, held })),
    forget: () =>
      handle.evaluate((seen) => {
        for (const list of [seen.scores, seen.tops]) list.length = 0
        seen.held = 0
      }),
  }
}

const onceInARow = (values: readonly number[]): readonly number[] =>
  values.filter((value, index) => value !== values[index - 1])

/** The opened row of a finding in the middle of a list that is scrolled. */
const openedRow = async (page: Page): Promise<Locator> => {
  const { finding, report } = playground(page)
  const row = finding('No readiness probe')
  await row.locator('.finding-open').click()
  await expect(row.locator('.finding-open')).toHaveAttribute('aria-expanded', 'true')
  await expect(row.locator('.fix').first()).toBeVisible()
  await report.locator('.list').evaluate((list) => list.scrollTo({ top: 120 }))
  return row
}

test('in Monaco: two steps typed by hand never show a lower score, and the list stays where it is', async ({
  page,
}) => {
  // Two hundred keys.
  test.setTimeout(120_000)
  await page.setViewportSize({ width: 1280, height: 620 })
  const { open, editorReady, editor, score, report, finding } = playground(page)
  await open()
  await editorReady()
  await expect(score).toHaveText('38')
  await expect(score.locator('..')).toHaveAttribute('data-provisional', 'false')
  const row = await openedRow(page)
  await editor.locator('.view-line').first().click()
  await page.keyboard.press('ControlOrMeta+Home')
  for (let line = 1; line < 17; line += 1) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
  // The offer to walk through the first example goes with the first key.
  await page.keyboard.press('Enter')
  await expect(page.getByText('Walk through it')).toHaveCount(0)
  const { seen, forget } = await watch(row)

  await page.keyboard.type('imagePullPolicy: Al', { delay })
  await expect(page.locator('.unfinished')).toContainText('Line 18 is not finished')
  await expect(report.locator('.group[data-held=true]')).toHaveCount(1)
  // The marker in the editor tells the truth.
  await expect(editor.locator('.squiggly-error').first()).toBeVisible()
  const half = await seen()
  expect(onceInARow(half.scores)).toEqual([38])
  // Where a row above becomes one line, the browser scrolls instead. Only the row about the policy may pass the opened one:
  // with its key in the text, it comes after it.
  const [first = 0] = half.tops
  expect(half.tops.map((top) => first - top).filter((moved) => !(moved > -1 && moved < 36))).toEqual([])
  expect(half.held).toBeGreaterThan(0)
  await page.keyboard.type('ways', { delay })
  await expect(score).toHaveText('44')
  await expect(page.locator('.unfinished')).toHaveCount(0)
  await expect(finding('pull policy')).toHaveCount(0)
  expect(onceInARow((await seen()).scores)).toEqual([38, 44])
  await forget()
  await page.keyboard.press('Enter')
  for (const line of ['resources:', 'requests:', 'cpu: 100m', 'memory: 128Mi', 'ephemeral-storage: 64Mi']) {
    await page.keyboard.type(line, { delay })
    await page.keyboard.press('Escape')
    await page.keyboard.press('Enter')
  }
  await page.keyboard.press('Backspace')
  for (const line of ['limits:', 'cpu: 500m', 'memory: 256Mi', 'ephemeral-storage: 128Mi']) {
    await page.keyboard.type(line, { delay })
    await page.keyboard.press('Escape')
    if (!line.endsWith('128Mi')) await page.keyboard.press('Enter')
  }
  await expect(score).toHaveText('56')
  const scores = onceInARow((await seen()).scores)
  expect(scores).toEqual(scores.toSorted((left, right) => left - right))
  expect(scores[0]).toBe(44)
  await expect(row.locator('.finding-open')).toHaveAttribute('aria-expanded', 'true')

  // A mistake: the truth is shown as soon as the cursor leaves the object.
  await page.keyboard.press('Enter')
  await page.keyboard.type('x', { delay })
  await expect(page.locator('.unfinished')).toBeVisible()
  await expect(score).toHaveText('56')
  await page.keyboard.press('ControlOrMeta+End')
  await expect(score).toHaveText('20')
  await expect(page.locator('.unfinished')).toHaveCount(0)
})

test('the focus stays on a row of the list while a report arrives; what becomes applicable is announced', async ({
  page,
}) => {
  await page.goto('./#/lessons/from-bare-to-green/all-green')
  const { editorReady, editor, score, report } = playground(page)
  await editorReady()
  await expect(score).toHaveText('95')
  await expect(score.locator('..')).toHaveAttribute('data-provisional', 'false')
  await editor.locator('.view-line').filter({ hasText: 'replicas: 1' }).click()
  await page.keyboard.press('End')
  await page.keyboard.press('Backspace')
  await expect(page.locator('.unfinished')).toContainText('Line 7 is not finished')
  await expect(score).toHaveText('95')
  await page.keyboard.type('2')
  await expect(report.getByText(/^Now also checked: Deployment has PodDisruptionBudget, /)).toBeVisible()
  await expect(score).toHaveText('99')
  await expect(page.locator('[aria-live=polite]').filter({ hasText: 'Now also checked' })).toHaveCount(1)
  // A key, and at once away from the editor: the report arrives later.
  const go = report.locator('.finding-open').first()
  await page.keyboard.type('0')
  await go.focus()
  await expect(score).toHaveText('83')
  await expect(report.locator('li.finding')).toHaveCount(2)
  await expect(go).toBeFocused()
})

test('in the plain editor: a step typed by hand, the cursor that leaves, and a row that is pressed', async ({
  page,
}) => {
  await page.route('**/assets/MonacoEditor-*.js', (route) => route.abort())
  const { open, score, report, caret } = playground(page)
  await open()
  await expect(page.getByText('The full editor could not be loaded.')).toBeVisible()
  await expect(score.locator('..')).toHaveAttribute('data-provisional', 'false')
  const row = await openedRow(page)
  const plain = page.getByRole('textbox', { name: 'Kubernetes manifest' })
  await plain.evaluate((area: HTMLTextAreaElement) => {
    area.focus()
    const at = area.value.indexOf('\n---')
    area.setSelectionRange(at, at)
  })
  const { seen } = await watch(row)
  await page.keyboard.type('\n          imagePullPolicy: Alw', { delay })
  await expect(page.locator('.unfinished')).toContainText('Line 20 is not finished')
  await expect(score).toHaveText('38')

  // What is pressed is what was seen: the held rows go only after the click.
  const service = report.getByRole('button', { name: /^Service/ })
  await expect(service).toHaveAttribute('aria-expanded', 'false')
  await service.click()
  await expect(service).toHaveAttribute('aria-expanded', 'true')
  await expect(score).toHaveText('33')
  await report.locator('li.finding[data-severity=refused] .line-link').click()
  await expect(caret).toContainText('Line 20')
  await page.keyboard.press('End')
  await page.keyboard.type('ays', { delay })
  await expect(score).toHaveText('44')
  expect(onceInARow((await seen()).scores)).toEqual([38, 33, 44])
})
