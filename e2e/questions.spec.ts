import { expect, test, type Page } from './test'
import { playground } from './playground'

/** A message between the page and a worker: `report 3`, `question fixes`. `at`: milliseconds since the page began. */
type Entry = { readonly what: string; readonly at: number }

/** Records, in the page, what it and its workers tell each other. */
const record = async (page: Page): Promise<{ readonly entries: () => Promise<readonly Entry[]> }> => {
  await page.addInitScript(() => {
    const log: { what: string; at: number }[] = []
    Object.assign(window, { messages: log })
    const add = (what: string): void => void log.push({ what, at: performance.now() })
    const send: (this: Worker, message: unknown) => void = Worker.prototype.postMessage
    window.Worker = class extends Worker {
      constructor(...given: ConstructorParameters<typeof Worker>) {
        super(...given)
        this.addEventListener('message', ({ data }) => {
          if ('report' in data) add(`report ${data.revision}`)
          if ('reply' in data) add('reply')
        })
      }
      override postMessage(message: { revision?: number; ask?: number; question?: { about: string } }): void {
        if (message.revision !== undefined && message.ask === undefined) add(`request ${message.revision}`)
        if (message.question) add(`question ${message.question.about}`)
        send.call(this, message)
      }
    }
  })
  return { entries: () => page.evaluate(() => Reflect.get(window, 'messages')) }
}

const deployment = (name: string): string => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
spec:
  replicas: 1
  selector:
    matchLabels:
      app: ${name}
  template:
    metadata:
      labels:
        app: ${name}
    spec:
      containers:
        - name: web
          image: web:1.0
`

test('selecting everything and typing asks for no fixes, and the next report comes first', async ({
  page,
}) => {
  const { report, open, editorReady, openFiles } = playground(page)
  const { entries } = await record(page)
  await open()
  await editorReady()
  const fleet = Array.from({ length: 100 }, (_, index) => deployment(`web-${index}`)).join('---\n')
  await openFiles({ name: 'fleet.yaml', mimeType: 'text/plain', buffer: Buffer.from(fleet) })
  await expect(report.getByText(/would accept all 100 objects\.$/)).toBeVisible()
  await expect(playground(page).fixAll).toBeEnabled()
  await page.locator('.monaco-editor .view-line').first().click()
  const before = (await entries()).length
  await page.keyboard.press('ControlOrMeta+A')
  // Monaco asks for fixes a moment after the selection.
  await page.waitForTimeout(500)
  await page.keyboard.type('kind: Pod')
  await expect(report.getByText(/would refuse this object\.$/)).toBeVisible()
  const after = (await entries()).slice(before)
  const fixes = after.filter(({ what }) => what === 'question fixes')
  expect(fixes.length).toBeLessThanOrEqual(5)
  const request = after.findIndex(({ what }) => what.startsWith('request'))
  const next = after.findIndex(({ what }) => what.startsWith('report'))
  expect(request).toBeGreaterThanOrEqual(0)
  expect(after.slice(request, next).filter(({ what }) => what === 'reply')).toEqual([])
  test.info().annotations.push({
    type: 'measured',
    description: `${fixes.length} questions, ${Math.round((after[next]?.at ?? 0) - (after[request]?.at ?? 0))} ms`,
  })
})
