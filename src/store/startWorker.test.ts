import { afterEach, expect, test, vi } from 'vitest'
import { startWorker } from './startWorker'

/** A page at example.com, in a browser without Trusted Types. */
const openPage = () => {
  const started: unknown[][] = []
  const blobs: Blob[] = []
  vi.stubGlobal('location', { origin: 'https://example.com' })
  vi.stubGlobal(
    'Worker',
    vi.fn(function (...given: unknown[]) {
      started.push(given)
    }),
  )
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    if (blob instanceof Blob) blobs.push(blob)
    return `blob:https://example.com/${blobs.length}`
  })
  return { started, blobs }
}

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

test('a worker starts from a blob that imports its script; one blob serves all starts', async () => {
  const { started, blobs } = openPage()
  startWorker('https://example.com/assets/worker-"1".js')
  startWorker('https://example.com/assets/worker-"1".js')
  expect(started).toEqual(Array.from({ length: 2 }, () => ['blob:https://example.com/1', { type: 'module' }]))
  expect(await Promise.all(blobs.map((blob) => blob.text()))).toEqual([
    String.raw`import "https://example.com/assets/worker-\"1\".js"`,
  ])
})

test.each(['https://example.org/worker.js', 'data:text/javascript,1', 'blob:https://example.org/1'])(
  '%s is refused',
  (script) => {
    const { started } = openPage()
    expect(() => startWorker(script)).toThrow('is not a script of this page.')
    expect(started).toEqual([])
  },
)
