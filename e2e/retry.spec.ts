import { expect, test, type Page } from './test'
import { playground } from './playground'
import { seriousProblems } from './accessibility'

const certificate = `apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: web
spec:
  secretName: 1
`

/** `open` shows a part whose file is missing at first, `there` tells when it is shown after all. */
type Part = {
  readonly name: string
  readonly file: string
  readonly message: string
  readonly open: (page: Page) => Promise<void>
  readonly there: (page: Page) => Promise<void>
}

const openDetails = async (page: Page): Promise<void> => {
  await playground(page)
    .finding('No resource requests or limits')
    .getByRole('button', { expanded: false })
    .click()
}

const fixAll = (page: Page): Promise<void> => playground(page).fixAll.click()

const emptyEditor = async (page: Page): Promise<void> => {
  await playground(page).editor.locator('.view-line').first().click()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.press('Delete')
}

const openLicences = async (page: Page): Promise<void> => {
  const about = await playground(page).about()
  await about.getByRole('button', { name: 'Third-party licences' }).click()
}

const parts: readonly Part[] = [
  {
    name: 'the full editor',
    file: 'MonacoEditor-*.js',
    message: 'The full editor could not be loaded.',
    open: async () => undefined,
    there: (page) => playground(page).editorReady(),
  },
  {
    name: 'what the full editor needs itself',
    file: 'monacoTheme-*.js',
    message: 'The full editor could not be loaded.',
    open: async () => undefined,
    there: (page) => playground(page).editorReady(),
  },
  {
    name: 'the style of the full editor',
    file: 'monacoTheme-*.css',
    message: 'The full editor could not be loaded.',
    open: async () => undefined,
    there: async (page) => {
      await playground(page).editorReady()
      await expect(page.locator('.monaco-editor .margin').first()).toHaveCSS('position', 'absolute')
    },
  },
  {
    name: 'the details of a finding',
    file: 'RowDetails-*.js',
    message: 'The details could not be loaded.',
    open: openDetails,
    there: (page) => expect(page.getByText('Ignore…')).toBeVisible(),
  },
  {
    name: 'the page of a rule',
    file: 'ruleDocs-*.js',
    message: 'The page of this rule could not be loaded.',
    open: openDetails,
    there: (page) => expect(page.getByText('Ignore…')).toBeVisible(),
  },
  {
    name: 'the fixes of a finding',
    file: 'replies-*.js',
    message: 'The fixes could not be loaded, or took too long.',
    open: openDetails,
    there: (page) => expect(page.locator('.fix').first()).toBeVisible(),
  },
  {
    name: 'the fixes of all findings',
    file: 'fixer-*.js',
    message: 'The fixes could not be loaded, so the report goes without.',
    open: async () => undefined,
    there: (page) => expect(playground(page).fixAll).toBeEnabled(),
  },
  {
    name: 'what is below the list',
    file: 'ListFooter-*.js',
    message: 'The end of the list could not be loaded.',
    open: async () => undefined,
    there: (page) => expect(page.getByRole('checkbox', { name: 'Passed and skipped' })).toBeVisible(),
  },
  {
    name: 'what follows the typing',
    file: 'TypingNotes-*.js',
    message: 'A part of the report could not be loaded, so it changes with every key.',
    open: async () => undefined,
    there: async (page) => {
      const { editor, score } = playground(page)
      await editor.locator('.view-line').nth(5).click()
      await page.keyboard.press('End')
      await page.keyboard.press('Backspace')
      await expect(page.getByText(/^Line 6 is not finished/)).toBeVisible()
      await expect(score).toHaveText('38')
    },
  },
  {
    name: 'what an object is related to',
    file: 'RelatedLists-*.js',
    message: 'The related objects could not be loaded.',
    open: (page) => page.getByRole('button', { name: 'Related objects' }).first().click(),
    there: (page) =>
      expect(page.locator('dl[aria-label="Related objects"]')).toContainText('Service ruby-web'),
  },
  {
    name: 'the lists of what has passed',
    file: 'Evidence-*.js',
    message: 'The list of these checks could not be loaded.',
    open: (page) =>
      page
        .getByRole('button', { name: /^\d+ passed/ })
        .first()
        .click(),
    there: (page) => expect(page.getByText('Deployment strategy').first()).toBeVisible(),
  },
  {
    name: 'the ways to begin',
    file: 'EmptyState-*.js',
    message: 'The ways to begin could not be loaded.',
    open: emptyEditor,
    there: (page) => expect(page.getByText('Paste a manifest, drop files,')).toBeVisible(),
  },
  {
    name: 'the menu',
    file: 'MorePanel-*.js',
    message: 'The menu could not be loaded.',
    open: (page) => page.getByRole('button', { name: 'Menu' }).click(),
    there: (page) => expect(page.getByRole('radiogroup', { name: 'Theme' })).toBeVisible(),
  },
  {
    name: 'the sessions',
    file: 'SessionsPanel-*.js',
    message: 'The list of sessions could not be loaded.',
    open: (page) => page.getByRole('button', { name: /^Session: / }).click(),
    there: (page) => expect(page.getByLabel('Name of this session')).toBeVisible(),
  },
  {
    name: 'the steps of the score',
    file: 'ScoreSteps-*.js',
    message: 'The steps of the score could not be loaded.',
    open: (page) => page.getByRole('button', { name: /^Score/ }).click(),
    there: (page) => expect(page.getByRole('region', { name: 'How this score is calculated' })).toBeVisible(),
  },
  {
    name: 'the other versions',
    file: 'VersionMatrix-*.js',
    message: 'The other versions could not be loaded.',
    open: (page) =>
      page
        .getByRole('button', { name: /^Accepted in Kubernetes/ })
        .first()
        .click(),
    there: (page) =>
      expect(
        page.getByRole('table', { name: 'Accepted or refused in each Kubernetes version' }),
      ).toBeVisible(),
  },
  {
    name: 'the dialog for fixes',
    file: 'FixDialog-*.js',
    message: 'The dialog for fixes could not be loaded.',
    open: fixAll,
    there: (page) => expect(page.getByRole('list', { name: 'Fixes' })).toBeVisible(),
  },
  {
    name: 'the editor for changes',
    file: 'FixDiffEditor-*.js',
    message: 'The editor for changes could not be loaded.',
    open: fixAll,
    there: (page) => expect(page.locator('.editor.modified .view-line').first()).toBeVisible(),
  },
  {
    name: 'the settings',
    file: 'SettingsPage-*.js',
    message: 'The settings could not be loaded.',
    open: (page) => page.evaluate(() => void (location.hash = '#/settings')),
    there: (page) => expect(page.getByRole('checkbox', { name: /^Strict/ })).toBeVisible(),
  },
  {
    name: 'a lesson',
    file: 'LessonPane-*.js',
    message: 'The lesson could not be loaded.',
    open: (page) => page.evaluate(() => void (location.hash = '#/lessons/from-bare-to-green/pull-policy')),
    there: (page) => expect(page.getByRole('heading', { name: 'Set a pull policy' })).toBeVisible(),
  },
  {
    name: 'what lies over the panes',
    file: 'Overlays-*.js',
    message: 'A part of the page could not be loaded.',
    open: async () => undefined,
    there: async (page) => expect(await playground(page).about()).toBeVisible(),
  },
  {
    name: 'the licences',
    file: 'Licences-*.js',
    message: 'The licences could not be loaded.',
    open: openLicences,
    there: (page) => expect(page.getByRole('heading', { name: 'Third-party licences' })).toBeVisible(),
  },
  {
    name: 'the list of licences',
    file: 'licences-*.js',
    message: 'The list could not be loaded.',
    open: openLicences,
    there: (page) =>
      expect(page.getByRole('dialog').getByText('monaco-editor', { exact: true })).toBeVisible(),
  },
  {
    name: 'the schemas of a custom resource',
    file: 'cert-manager.io-*.js',
    message: 'The schemas of cert-manager.io could not be loaded, so the report goes without.',
    open: (page) =>
      playground(page).openFiles({
        name: 'certificate.yaml',
        mimeType: 'text/plain',
        buffer: Buffer.from(certificate),
      }),
    there: (page) => expect(playground(page).finding('spec.secretName must be')).toBeVisible(),
  },
]

/** The same notice in different places. */
const places = new Set([
  'the full editor',
  'the details of a finding',
  'the dialog for fixes',
  'the settings',
])

for (const { name, file, message, open, there } of parts)
  test(`${name} can be loaded again where it failed`, async ({ page }) => {
    // It fails twice before it works.
    test.slow()
    let isMissing = true
    let asked = 0
    await page.route(`**/assets/${file}`, (route) => {
      asked += 1
      return isMissing ? route.abort() : route.continue()
    })
    await playground(page).open()
    if (!file.startsWith('Monaco') && !file.startsWith('monaco')) await playground(page).editorReady()
    await open(page)
    const notice = page.getByText(message)
    await expect(notice).toBeVisible()
    if (places.has(name)) expect(await seriousProblems(page)).toEqual([])
    const again = page.getByRole('button', { name: 'Try again' })
    const before = asked
    await again.click()
    await expect.poll(() => asked).toBeGreaterThan(before)
    await expect(notice).toBeVisible()
    isMissing = false
    // The press before may still be on its way to fail, and one during it shares its failure: then once more.
    await expect
      .poll(
        async () => {
          // It can go in the very moment.
          if (await again.isVisible()) await again.click({ timeout: 2_000 }).catch(() => undefined)
          return notice.count()
        },
        { intervals: [500, 3000], timeout: 30_000 },
      )
      .toBe(0)
    await there(page)
    await expect(notice).toHaveCount(0)
    await expect(again).toHaveCount(0)
  })

for (const address of ['./', './#1.abc'])
  test(`without the code for sessions, ${address} says so, and the rest works`, async ({ page }) => {
    const { score, editorReady } = playground(page)
    const errors: string[] = []
    page.on('pageerror', ({ message }) => errors.push(message))
    await page.route('**/assets/addresses-*.js', (route) => route.abort())
    await page.goto(address)
    await editorReady()
    await expect(score).toBeVisible()
    await expect(page.getByText('Sessions could not be loaded, so what you write is not kept.')).toBeVisible()
    expect(errors).toEqual([])
  })

test('what failed is loaded by itself when the browser is online again', async ({ page }) => {
  const { open, editorReady } = playground(page)
  await page.route('**/assets/MonacoEditor-*.js', (route) => route.abort())
  await open()
  const notice = page.getByText('The full editor could not be loaded.')
  await expect(notice).toBeVisible()
  await page.unroute('**/assets/MonacoEditor-*.js')
  // Taking the network away for a moment would also stop what is being loaded just then.
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await editorReady()
  await expect(notice).toHaveCount(0)
})

test('the notice about files that were not opened goes with the next that are', async ({ page }) => {
  const { report, row, open, openFiles } = playground(page)
  await page.route('**/assets/openFiles-*.js', (route) => route.abort())
  await open()
  const pod = { name: 'pod.yaml', mimeType: 'text/plain', buffer: Buffer.from('kind: Pod\n') }
  await openFiles(pod)
  const notLoaded = page.getByText('The files were not opened')
  await expect(notLoaded).toBeVisible()
  await page.unroute('**/assets/openFiles-*.js')
  await openFiles({ ...pod, name: 'pod.txt' })
  await expect(notLoaded).toHaveCount(0)
  await expect(page.getByText('Not opened: pod.txt is not YAML or JSON.')).toBeVisible()
  await openFiles(pod)
  await expect(report.getByText(/would refuse this object\.$/)).toBeVisible()
  await expect(page.getByText('Not opened')).toHaveCount(0)
  await expect(row('Deployment ruby-web')).toHaveCount(0)
})
