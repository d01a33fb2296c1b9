import { chromium, type Page, type Request } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { preview } from 'vite'
import { browser } from '../../e2e/browser'
import { scrolling, typing, type Smoothness } from './smooth'

export type File = { readonly path: string; readonly gzip: number }

export type PageFigures = {
  /** Files requested before the first report was there, in bytes after gzip. */
  readonly needed: readonly File[]
  /** Files requested after it. */
  readonly later: readonly File[]
  /** Milliseconds from the start of the navigation, medians of cold loads. */
  readonly report: number
  readonly editor: number
  /** The list of 1,000 objects scrolled through, and 40 characters typed in 10,000 lines. */
  readonly scrolling: Smoothness
  readonly typing: Smoothness
}

type Load = {
  readonly report: number
  readonly editor: number
  readonly requests: readonly { readonly path: string; readonly start: number }[]
}

const loads = 5

/** Loads the built page (`dist`) in fresh browsers. */
export const pageFigures = async (): Promise<PageFigures> => {
  const server = await preview({ preview: { host: '127.0.0.1', port: 4190 }, logLevel: 'error' })
  try {
    const address = server.resolvedUrls?.local[0] ?? ''
    const seen: Load[] = []
    for (let count = 0; count < loads; count += 1) seen.push(await coldLoad(address))
    const [first] = seen
    const files = (isWanted: (start: number) => boolean): File[] =>
      (first?.requests ?? []).filter(({ start }) => isWanted(start)).map(({ path }) => fileOf(path))
    return {
      needed: files((start) => start < (first?.report ?? 0)),
      later: files((start) => start >= (first?.report ?? 0)),
      report: middle(seen.map(({ report }) => report)),
      editor: middle(seen.map(({ editor }) => editor)),
      scrolling: await inUse(address, scrolling),
      typing: await inUse(address, typing),
    }
  } finally {
    await server.close()
  }
}

/** Uses a page that has loaded everything. */
const inUse = async (address: string, use: (page: Page) => Promise<Smoothness>): Promise<Smoothness> => {
  const program = await chromium.launch(browser())
  try {
    const page = await program.newPage({ viewport: { width: 1440, height: 900 } })
    await page.goto(address)
    await page.locator('.monaco-editor .view-line').first().waitFor()
    await page.waitForLoadState('networkidle')
    return await use(page)
  } finally {
    await program.close()
  }
}

const coldLoad = async (address: string): Promise<Load> => {
  const program = await chromium.launch(browser())
  try {
    const context = await program.newContext({ viewport: { width: 1440, height: 900 } })
    const requests: Request[] = []
    // Of the whole context: requests of a worker are not requests of the page.
    context.on('requestfinished', (request) => requests.push(request))
    const page = await context.newPage()
    await page.addInitScript(watch)
    await page.goto(address)
    await page.waitForFunction(() => 'editor' in document.documentElement.dataset)
    await page.waitForLoadState('networkidle')
    const { origin, report, editor } = await times(page)
    const log = requests
      .filter((request) => request.url().startsWith(address))
      .map((request) => ({
        path: new URL(request.url()).pathname,
        start: request.timing().startTime - origin,
      }))
    return { report, editor, requests: log }
  } finally {
    await program.close()
  }
}

/** Runs in the page before anything else: notes when the report and the full editor first appear. */
const watch = (): void => {
  const marks = { report: '#report .summary', editor: '.monaco-editor .view-line' }
  new MutationObserver(() => {
    for (const [name, selector] of Object.entries(marks)) {
      const data = document.documentElement.dataset
      if (data[name] === undefined && document.querySelector(selector)) data[name] = `${performance.now()}`
    }
  }).observe(document, { childList: true, subtree: true })
}

const times = (page: Page): Promise<{ origin: number; report: number; editor: number }> =>
  page.evaluate(() => ({
    origin: performance.timeOrigin,
    report: Number(document.documentElement.dataset['report']),
    editor: Number(document.documentElement.dataset['editor']),
  }))

const fileOf = (path: string): File => {
  const file = path === '/' ? '/index.html' : path
  return { path: file.slice(1), gzip: gzipSync(readFileSync(join('dist', file)), { level: 9 }).length }
}

const middle = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN
