import { expect, type Locator, type Page } from '@playwright/test'

/** The page as a person meets it: what can be seen, pressed and typed, never its insides. */
export const playground = (page: Page) => {
  const report = page.getByRole('region', { name: 'Report' })
  const editor = page.locator('.monaco-editor').first()
  const findings = report.locator('li.finding')
  return {
    report,
    editor,
    findings,
    score: report.locator('.score-value'),
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

    /** The full editor has taken the place of the plain one. */
    editorReady: async (): Promise<void> => {
      await expect(editor.locator('.view-line').first()).toBeVisible()
      await expect(page.locator('textarea[wrap=off]')).toHaveCount(0)
    },

    example: async (title: string): Promise<void> => {
      await page.getByRole('button', { name: 'Examples' }).click()
      await page.getByRole('button', { name: title }).click()
    },

    /** The whole text, as a person gets it out of the editor. */
    copyAll: async (): Promise<string> => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
      await editor.locator('.view-line').first().click()
      await page.keyboard.press('ControlOrMeta+A')
      await page.keyboard.press('ControlOrMeta+C')
      return page.evaluate(() => navigator.clipboard.readText())
    },

    /** A real paste over the whole text. */
    paste: async (text: string): Promise<void> => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
      await page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
      await editor.locator('.view-line').first().click()
      await page.keyboard.press('ControlOrMeta+A')
      await page.keyboard.press('ControlOrMeta+V')
    },
  }
}
