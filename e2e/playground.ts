import { expect, type FileChooser, type Locator, type Page } from '@playwright/test'

type Files = Parameters<FileChooser['setFiles']>[0]

/** The page as people use it: what they see, press and type. */
export const playground = (page: Page) => {
  const report = page.getByRole('region', { name: 'Report' })
  const editor = page.locator('.monaco-editor').first()
  const findings = report.locator('li.finding')
  return {
    report,
    editor,
    findings,
    score: report.locator('.score-value'),
    /** Opens all fixes that can be applied together. */
    fixAll: report.getByRole('button', { name: /^Fix [\d,]+…$/ }),
    caret: page.getByText(/^Line \d+, column \d+$/),
    /** The row of an object or a document. */
    row: (name: string): Locator => report.getByRole('heading', { name, exact: true }),
    finding: (message: string | RegExp): Locator => findings.filter({ hasText: message }),
    chip: (severity: string): Locator =>
      report.getByRole('button', { name: new RegExp(`^[\\d,]+ ${severity}$`) }),

    open: async (): Promise<void> => {
      await page.goto('./')
      await expect(report.locator('.score-value')).toBeVisible()
    },

    /** Monaco has replaced the plain editor. */
    editorReady: async (): Promise<void> => {
      await expect(editor.locator('.view-line').first()).toBeVisible()
      await expect(page.locator('textarea[wrap=off]')).toHaveCount(0)
    },

    /**
     * Everything that the page may need later is there. Parts are fetched first and imported then, so on a machine that is
     * busy there may be pauses in between.
     */
    everythingLoaded: async (): Promise<void> => {
      let quietSince = Date.now()
      const hear = (): void => void (quietSince = Date.now())
      page.on('request', hear)
      page.on('requestfinished', hear)
      await page.waitForLoadState('networkidle')
      await expect.poll(() => Date.now() - quietSince, { timeout: 30_000 }).toBeGreaterThan(2_000)
      page.off('request', hear)
      page.off('requestfinished', hear)
    },

    example: async (title: string): Promise<void> => {
      await page.getByRole('button', { name: 'Examples' }).click()
      await page.getByRole('list', { name: 'Examples' }).getByRole('button', { name: title }).click()
    },

    /** Through the file dialog of the browser. */
    openFiles: async (files: Files): Promise<void> => {
      const chooser = page.waitForEvent('filechooser')
      await page.getByRole('button', { name: 'Examples' }).click()
      await page.getByRole('button', { name: /^Open files…/ }).click()
      await (await chooser).setFiles(files)
    },

    /** Groups the findings. */
    group: (by: string): Locator =>
      report.getByRole('group', { name: 'Group by' }).getByRole('button', { name: by, exact: true }),

    /** Opens the settings by their address. They cover the report, which is up to date when they are closed. */
    settings: async (): Promise<Locator> => {
      await page.evaluate(() => {
        location.hash = '#/settings'
      })
      const settings = page.getByRole('main', { name: 'Settings' })
      await expect(settings.getByRole('checkbox', { name: /^Strict/ })).toBeVisible()
      return settings
    },

    closeSettings: async (): Promise<void> => {
      await page.getByRole('button', { name: 'Back to the manifest' }).click()
      await expect(page.getByRole('main', { name: 'Settings' })).toBeHidden()
    },

    /** Opens the dialog about the page. */
    about: async (): Promise<Locator> => {
      await page.getByRole('button', { name: 'Menu' }).click()
      await page.getByRole('button', { name: 'About', exact: true }).click()
      const dialog = page.getByRole('dialog', { name: 'Kubernetes Manifest Playground' })
      await expect(dialog).toBeVisible()
      return dialog
    },

    /** The whole text, copied out of the editor. */
    copyAll: async (): Promise<string> => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
      await editor.getByRole('textbox').focus()
      await page.keyboard.press('ControlOrMeta+A')
      await page.keyboard.press('ControlOrMeta+C')
      return page.evaluate(() => navigator.clipboard.readText())
    },

    /** A real paste over the whole text. */
    paste: async (text: string): Promise<void> => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
      await page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
      // The first line may be above what is shown of a long text, where it cannot be clicked.
      await editor.getByRole('textbox').focus()
      await page.keyboard.press('ControlOrMeta+A')
      await page.keyboard.press('ControlOrMeta+V')
    },
  }
}
