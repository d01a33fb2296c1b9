import type { Page } from '@playwright/test'
import { manifests } from './manifests'

/** What the page was busy with while somebody used it: times in milliseconds. */
export type Smoothness = {
  readonly frames: number
  /** Between two frames. Includes what the browser draws and whatever else the machine does. */
  readonly longestFrame: number
  readonly slowFrames: number
  /** Tasks of the main thread that took long by the clock. */
  readonly longTasks: number
  /** The longest task of the main thread in time of the processor, on which a busy machine has little influence. */
  readonly longestTask: number
  /** Those that took long in time of the processor. */
  readonly heavyTasks: number
}

/** What takes longer is seen. */
const slow = 50

type Watching = { readonly frames: number[]; readonly tasks: number; readonly stop: () => void }

/** 1,000 objects, each of which has findings, opened as a file, and the list scrolled through to its end by the wheel. */
export const scrolling = async (page: Page): Promise<Smoothness> => {
  const pods = Array.from({ length: 1_000 }, (_, index) => pod(`pod-${index}`))
  await open(page, pods.join('---\n'))
  await page.getByText(/accept all 1,000 objects/).waitFor()
  // Which findings have a fix comes after the report.
  await page.getByRole('button', { name: /^Fix/ }).first().waitFor()
  await page.waitForTimeout(2_000)
  // Found once: looking for it among thousands of rows takes long itself.
  const list = await page.getByRole('region', { name: 'Findings' }).elementHandle()
  if (!list) throw new Error('There is no list')
  await list.hover()
  return watched(page, async () => {
    for (let isAtEnd = false; !isAtEnd;) {
      await page.mouse.wheel(0, 3_000)
      isAtEnd = await list.evaluate(
        (element) =>
          new Promise<boolean>((resolve) =>
            requestAnimationFrame(() =>
              resolve(
                element.querySelector('.show-more') === null &&
                  element.scrollTop + element.clientHeight >= element.scrollHeight - 1,
              ),
            ),
          ),
      )
    }
  })
}

/** 40 characters typed in the middle of 10,000 lines, ten a second, until the last report is there. */
export const typing = async (page: Page): Promise<Smoothness> => {
  await open(page, manifests(10_000))
  await page.getByRole('button', { name: /^Fix/ }).first().waitFor()
  await page.waitForTimeout(2_000)
  const editor = page.locator('.monaco-editor').first()
  await editor.hover()
  await page.mouse.wheel(0, 5_000 * 20)
  await page.waitForTimeout(1_000)
  await editor.locator('.view-line').nth(10).click()
  await page.keyboard.press('End')
  await page.waitForTimeout(1_000)
  return watched(page, async () => {
    await page.keyboard.type(' # what somebody writes at the end of it ', { delay: 100 })
    await page.waitForTimeout(2_000)
  })
}

/** Opens a text as a file that is dropped on the page. */
const open = async (page: Page, text: string): Promise<void> => {
  const dataTransfer = await page.evaluateHandle((dropped) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([dropped], 'large.yaml'))
    return transfer
  }, text)
  await page.dispatchEvent('body', 'dragover', { dataTransfer })
  await page.dispatchEvent('body', 'drop', { dataTransfer })
}

const watched = async (page: Page, use: () => Promise<void>): Promise<Smoothness> => {
  const program = page.context().browser()
  await program?.startTracing(page, { categories: ['devtools.timeline', 'toplevel'] })
  await page.evaluate(startWatching)
  await use()
  const { frames, tasks } = await page.evaluate(() => {
    const { watching } = globalThis as typeof globalThis & { watching?: Watching }
    watching?.stop()
    return { frames: watching?.frames ?? [], tasks: watching?.tasks ?? 0 }
  })
  const trace = await program?.stopTracing()
  const heavy = trace ? mainThreadTasks(trace.toString()) : []
  return {
    frames: frames.length,
    longestFrame: Math.max(0, ...frames),
    slowFrames: frames.filter((time) => time > slow).length,
    longTasks: tasks,
    longestTask: Math.max(0, ...heavy),
    heavyTasks: heavy.filter((time) => time > slow).length,
  }
}

/** An event of Chromium's trace. `tdur`: microseconds that its thread has worked. */
type TraceEvent = {
  readonly name: string
  readonly pid: number
  readonly tid: number
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

/** Milliseconds of the processor for each task of the main thread of the page, which is the busiest of its kind. */
const mainThreadTasks = (trace: string): readonly number[] => {
  const { traceEvents }: { readonly traceEvents: readonly TraceEvent[] } = JSON.parse(trace)
  const threads = traceEvents
    .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
    .map(({ pid, tid }) =>
      traceEvents
        .filter((event) => event.pid === pid && event.tid === tid && event.name.endsWith('RunTask'))
        .map(({ tdur = 0 }) => tdur / 1_000),
    )
  const sum = (times: readonly number[]): number => times.reduce((total, time) => total + time, 0)
  return threads.toSorted((left, right) => sum(right) - sum(left))[0] ?? []
}

/** Runs in the page. */
const startWatching = (): void => {
  const watching = { frames: [] as number[], tasks: 0, stop: () => undefined as void }
  let last = performance.now()
  let next = requestAnimationFrame(function frame(now) {
    watching.frames.push(now - last)
    last = now
    next = requestAnimationFrame(frame)
  })
  const observer = new PerformanceObserver((list) => {
    watching.tasks += list.getEntries().length
  })
  observer.observe({ type: 'longtask' })
  watching.stop = () => {
    watching.tasks += observer.takeRecords().length
    observer.disconnect()
    cancelAnimationFrame(next)
  }
  Object.assign(globalThis, { watching })
}

const pod = (name: string): string => `apiVersion: v1
kind: Pod
metadata:
  name: ${name}
spec:
  containers:
    - name: main
      image: example.com/${name}:1.0.0
`
