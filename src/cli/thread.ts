import { parentPort, workerData } from 'node:worker_threads'
import { joinSources } from '../formats/sourceSet'
import type { InputFile } from './inputs'
import { reportOnSet, type Job, type SetResult } from './reportOnSet'

/** Files of which each is a set of its own. `number`: counted from 0 in the order of the inputs. */
export type Batch = { readonly number: number; readonly files: readonly InputFile[] }

/** What came of a batch, or why nothing did. */
export type BatchResult = { readonly number: number } & (
  { readonly results: readonly SetResult[] } | { readonly failed: string }
)

/** Reports on one file after the other. */
export async function reportOnEach(files: readonly InputFile[], job: Job): Promise<readonly SetResult[]> {
  const results: SetResult[] = []
  for (const file of files) results.push(await reportOnSet(joinSources([file]), job))
  return results
}

/** The program in a thread of its own: it reports on the batches that it is sent, until it is ended. */
export function serveThread(): void {
  const port = parentPort
  const job: Job = workerData
  port?.on('message', (batch: Batch) => {
    void answer(batch, job).then((result) => port.postMessage(result))
  })
}

async function answer({ number, files }: Batch, job: Job): Promise<BatchResult> {
  try {
    return { number, results: await reportOnEach(files, job) }
  } catch (error) {
    return { number, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
