import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test, type Page } from './test'
import { playground } from './playground'

const folder = resolve(import.meta.dirname, '../src/lessons')

const lessonPane = (page: Page) => {
  const pane = page.getByRole('complementary', { name: 'Lesson' })
  const next = pane.getByRole('button', { name: 'Next' })
  return {
    pane,
    next,
    goals: pane.getByRole('list', { name: 'Goals' }),
    step: (title: string) => pane.getByRole('heading', { name: title, level: 2 }),
    /** Chooses the answer with these words. */
    answer: async (words: string) => pane.locator('.lesson-question').getByText(words).click(),
    /** Gives up, and takes the solution. */
    solve: async () => {
      await pane.getByText('Show me').click()
      await pane.getByRole('button', { name: 'Put it into the manifest' }).click()
    },
  }
}

const titlesIn = (lesson: string): readonly string[] =>
  [...readFileSync(`${folder}/${lesson}/lesson.yaml`, 'utf8').matchAll(/^ {4}title: (.+)$/gm)].map(
    ([, title = '']) => title,
  )

test('lesson 1: a newcomer walks from the bare app to green, typing or taking what is offered', async ({
  page,
}) => {
  const { open, editorReady, report, score, paste, finding } = playground(page)
  const { pane, next, goals, step, answer } = lessonPane(page)
  await open()
  await page.getByRole('link', { name: 'Walk through it (7 steps, 6 minutes)' }).click()
  await editorReady()
  await expect(step('Set a pull policy')).toBeFocused()
  await expect(score).toHaveText('38')
  await expect(next).toBeDisabled()
  await expect(pane.getByText('6 topics of 6 to go')).toBeVisible()

  const scores = [38]
  const titles = titlesIn('from-bare-to-green')
  const files = ['pull-policy', 'resources', 'probes', 'network-policy', 'security-context', 'all-green']
  const answers = [
    'The old build',
    'The container is killed',
    'It gets no requests',
    'Answer requests, but',
    'Writing a temporary file fails',
    'One Pod is evicted, and',
  ]
  for (const [index, file] of files.entries()) {
    await expect(step(titles[index] ?? '')).toBeVisible()
    await expect(goals.getByText(': not reached yet').first()).toBeAttached()
    await answer(answers[index] ?? '')
    await expect(pane.getByText('Right.')).toBeVisible()
    await paste(readFileSync(`${folder}/from-bare-to-green/${file}.yaml`, 'utf8'))
    await expect(goals.getByText(': not reached yet')).toHaveCount(0)
    await expect(pane.getByText('This step is done.')).toBeVisible()
    const now = Number(await score.textContent())
    expect(now).toBeGreaterThan(scores.at(-1) ?? 0)
    scores.push(now)
    if (index < files.length - 1) await next.click()
  }
  expect(scores.at(-1)).toBe(100)
  await expect(report.locator('li.finding')).toHaveCount(0)
  await expect(report.getByText(/^All \d+ checks on \d objects passed\.$/)).toBeVisible()
  await expect(pane.getByText('All topics are done')).toBeVisible()

  await next.click()
  await expect(step('Let the pipeline stop it')).toBeVisible()
  await expect(finding('readinesProbe').first()).toBeVisible()
  await expect(goals.getByText(': not reached yet').first()).toBeAttached()
  await pane.getByRole('button', { name: 'It deploys', exact: true }).click()
  await paste(readFileSync(`${folder}/from-bare-to-green/all-green.yaml`, 'utf8'))
  await expect(pane.getByText('This step is done.')).toBeVisible()
  await expect(pane.getByRole('heading', { name: 'You have finished this lesson' })).toBeVisible()
  await expect(pane.getByText(/^Score: .* 100 after step 7$/)).toBeVisible()

  await page.goto('./#/lessons')
  await expect(page.getByText('7 steps, 6 minutes · 7 done')).toBeVisible()
})

test('lesson 1 with the keyboard alone', async ({ page }) => {
  const { open, editorReady } = playground(page)
  const { pane, step, next } = lessonPane(page)
  await open()
  await editorReady()
  const focusBy = async (name: string): Promise<void> => {
    const wanted = pane.getByText(name, { exact: true })
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press('Tab')
      if (
        await wanted.evaluate((element) => element.closest('button, summary, a') === document.activeElement)
      )
        return
    }
    throw new Error(`Tab never reaches ${name}.`)
  }
  const start = page.getByRole('link', { name: 'Walk through it (7 steps, 6 minutes)' })
  await start.focus()
  await page.keyboard.press('Enter')
  const answers = [
    'The old build',
    'The container is killed and restarted',
    'It gets no requests from the Service until the probe passes again',
    'Answer requests, but open no connection, not even for DNS',
    'Writing a temporary file fails',
    'One Pod is evicted, and the other one after the replacement is ready',
    'It deploys',
  ]
  for (const [index, title] of titlesIn('from-bare-to-green').entries()) {
    await expect(step(title)).toBeFocused()
    await focusBy(answers[index] ?? '')
    await page.keyboard.press('Enter')
    await focusBy('Show me')
    await page.keyboard.press('Enter')
    await focusBy('Put it into the manifest')
    await page.keyboard.press('Space')
    await expect(pane.getByText('This step is done.')).toBeVisible()
    if (index === answers.length - 1) break
    await expect(next).toBeEnabled()
    await focusBy('Next')
    await page.keyboard.press('Enter')
  }
  await expect(pane.getByRole('heading', { name: 'You have finished this lesson' })).toBeVisible()
})

test('lesson 2: manifests are sorted by who refuses them, and fixed', async ({ page }) => {
  const { editorReady, finding, settings } = playground(page)
  const { pane, next, step, answer, solve } = lessonPane(page)
  await page.goto('./#/lessons/what-is-valid/who-refuses-it')
  await editorReady()
  await expect(step('Who refuses it?')).toBeVisible()
  await expect(finding('kind must be Deployment, but is deployment')).toBeVisible()
  const guesses = ['The YAML reader', 'The schema', 'The API server', 'The API server', 'Nobody']
  for (const [index, guess] of guesses.entries())
    await pane.getByRole('combobox').nth(index).selectOption(guess)
  await pane.getByRole('button', { name: 'Check my answers' }).click()
  await expect(pane.getByText('4 of 5 right.')).toBeVisible()
  await expect(pane.getByText('No: The schema.')).toBeVisible()
  await solve()
  await next.click()

  await expect(step('YAML that cannot be read')).toBeVisible()
  await answer('The boolean false')
  await solve()
  await next.click()

  await expect(step('Unknown fields and strict mode')).toBeVisible()
  await expect(finding('unknown field')).toHaveCount(0)
  await pane.getByRole('button', { name: 'One', exact: true }).click()
  const panel = await settings()
  await panel.getByRole('checkbox', { name: /^Strict/ }).check()
  await page.keyboard.press('Escape')
  await expect(finding('unknown field').first()).toBeVisible()
  await solve()
  await next.click()

  await expect(step('Wrong types and missing fields')).toBeVisible()
  await answer('command: [sleep, "3600"]')
  await solve()
  await next.click()
  await expect(step('The API server’s own rules')).toBeVisible()
  await answer('None, it is taken')
  await expect(pane.getByText('No.', { exact: true })).toBeVisible()
  await solve()
  await next.click()
  await expect(step('Valid is not good')).toBeVisible()
  await answer('The connection fails')
  await solve()
  await expect(pane.getByRole('heading', { name: 'You have finished this lesson' })).toBeVisible()
  await pane.getByRole('link', { name: /^Next lesson: Versions/ }).click()
  await expect(step('Yesterday’s file fails today')).toBeVisible()
})

test('lesson 3: a version is chosen, an API migrated, a definition pasted and its resource fixed', async ({
  page,
}) => {
  const { editorReady, finding, settings, paste } = playground(page)
  const { pane, next, step, answer, solve } = lessonPane(page)
  await page.goto('./#/lessons/versions-and-custom-resources/another-version')
  await editorReady()
  await expect(finding('autoscaling/v2beta2').first()).toBeVisible()
  await answer('It goes on working')
  await page.getByRole('combobox', { name: 'Kubernetes version' }).selectOption('1.25')
  await next.click()
  for (const [title, words] of [
    ['When only the apiVersion changes', 'Now'],
    ['When fields change too', 'The missing pathType'],
  ] as const) {
    await expect(step(title)).toBeVisible()
    await pane.getByRole('button', { name: words, exact: true }).click()
    await solve()
    await next.click()
  }
  await expect(step('A kind without a schema')).toBeVisible()
  await answer('It passes, with one object skipped')
  const panel = await settings()
  await panel.getByRole('checkbox', { name: /^Skip kinds without a schema/ }).uncheck()
  await page.keyboard.press('Escape')
  await next.click()
  await expect(step('Add the definition')).toBeVisible()
  await answer('The definition is created, and')
  await paste(readFileSync(`${folder}/versions-and-custom-resources/definition-solution.yaml`, 'utf8'))
  await expect(finding('keep').first()).toBeVisible()
  await next.click()
  await expect(step('Fix the resource')).toBeVisible()
  await answer('They stay as they are')
  await solve()
  await expect(pane.getByRole('heading', { name: 'You have finished this lesson' })).toBeVisible()
})

test('a step opens by its link with its own manifest, keeps what is typed, and is left again', async ({
  page,
}) => {
  const { open, editorReady, paste, copyAll } = playground(page)
  const { pane, step } = lessonPane(page)
  await open()
  await editorReady()
  await paste('apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: mine\n')
  await page.goto('./#/lessons/from-bare-to-green/probes')
  await expect(step('Add two different probes')).toBeVisible()
  await expect.poll(copyAll).toContain('ephemeral-storage')
  await page.locator('.monaco-editor .view-line').first().click()
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.type('# typed\n')
  await expect.poll(copyAll).toContain('# typed')
  await page.reload()
  await expect(step('Add two different probes')).toBeVisible()
  await editorReady()
  await expect.poll(copyAll).toContain('# typed')
  await pane.getByRole('button', { name: 'Start this step over' }).click()
  await expect.poll(copyAll).not.toContain('# typed')

  await pane.getByRole('button', { name: 'Copy a link to this step' }).click()
  await expect(page.getByText('Link copied.')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /#\/lessons\/from-bare-to-green\/probes$/,
  )
  await pane.getByRole('button', { name: 'Leave' }).click()
  await expect(pane).toBeHidden()
  expect(new URL(page.url()).hash).toBe('')
  await page.goto('./#/lessons/from-bare-to-green/nowhere')
  await expect(page.getByText('There is no such step of a lesson. Copy')).toBeVisible()
})

test('on a phone the lesson is a pane of its own', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const { pane, step } = lessonPane(page)
  await page.goto('./#/lessons/from-bare-to-green/pull-policy')
  await expect(step('Set a pull policy')).toBeVisible()
  await expect(page.getByRole('tab', { name: 'Lesson' })).toHaveAttribute('aria-selected', 'true')
  await page.getByRole('tab', { name: /^Report/ }).click()
  await expect(pane).toBeHidden()
  await expect(page.getByRole('region', { name: 'Report' })).toBeVisible()
  await page.getByRole('tab', { name: 'Lesson' }).click()
  await expect(step('Set a pull policy')).toBeVisible()
})
