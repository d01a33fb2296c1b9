import { availableParallelism } from 'node:os'
import type { InputFile } from './inputs'
import type { Io } from './io'
import type { Job, SetResult } from './reportOnSet'
import { reportOnEach, type Batch, type BatchResult } from './thread'

/** Fewer characters are not worth a thread, which has to load the program and to get fast first. */
const worthAThread = 500_000

/** One thread keeps more than one core busy: Node compiles and collects garbage in threads of its own. */
const usualThreads = (): number => Math.floor(availableParallelism() / 2)

/** Characters of one batch: enough that sending it costs nothing, and few enough that all threads end together. */
const batchSize = 40_000

/**
 * Reports on files, each a set of its own. `onResults` gets the results in the order of the files, as they come. Threads
 * share the work where there is enough of it.
 */
export async function reportOnAll(
  files: readonly InputFile[],
  job: Job,
  { startThread }: Io,
  wanted: number | undefined,
  onResults: (results: readonly SetResult[]) => void,
): Promise<void> {
  const batches = batchesOf(files)
  const size = files.reduce((sum, { text }) => sum + text.length, 0)
  const worthwhile = wanted ?? Math.min(usualThreads(), Math.floor(size / worthAThread))
  const count = Math.min(worthwhile, batches.length)
  if (count < 2 || !startThread) {
    for (const batch of batches) onResults(await reportOnEach(batch.files, job))
    return
  }
  const ordered = inOrder(onResults)
  const waiting = batches.values()
  await Promise.all(
    Array.from({ length: count }, async () => {
      const worker = startThread(job)
      try {
        for (const batch of waiting) ordered(await answerTo(worker, batch))
      } catch (error) {
        // The other threads need not go on.
        for (const _ of waiting);
        throw error
      } finally {
        await worker.terminate()
      }
    }),
  )
}

function batchesOf(files: readonly InputFile[]): readonly Batch[] {
  const batches: InputFile[][] = []
  let size = Infinity
  for (const file of files) {
    if (size >= batchSize) {
      batches.push([])
      size = 0
    }
    batches.at(-1)?.push(file)
    // Also an empty file takes time.
    size += file.text.length + 500
  }
  return batches.map((batch, number) => ({ number, files: batch }))
}

/** Passes results on in the order of their batches, whatever the order in which they come. */
function inOrder(onResults: (results: readonly SetResult[]) => void): (result: BatchResult) => void {
  const early = new Map<number, readonly SetResult[]>()
  let next = 0
  return (result) => {
    if ('failed' in result) throw new Error(result.failed)
    early.set(result.number, result.results)
    for (let ready = early.get(next); ready; ready = early.get(next)) {
      early.delete(next)
      next += 1
      onResults(ready)
    }
  }
}

type Thread = ReturnType<NonNullable<Io['startThread']>>

const answerTo = (port: Thread, batch: Batch): Promise<BatchResult> =>
  new Promise((answer, reject) => {
    const onEnd = (code: number): void => reject(new Error(`A thread ended with code ${code}.`))
    port.once('error', reject)
    port.once('exit', onEnd)
    port.once('message', (result: BatchResult) => {
      port.off('error', reject)
      port.off('exit', onEnd)
      answer(result)
    })
    port.postMessage(batch)
  })
