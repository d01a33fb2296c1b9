import { Worker } from 'node:worker_threads'

/** Runs beside the work, so that it goes on while the work hangs. */
const watch = `
  const shared = require('node:worker_threads').workerData
  let watched = 0
  let start = process.cpuUsage()
  setInterval(() => {
    const task = Atomics.load(shared, 0)
    if (task !== watched) start = process.cpuUsage()
    watched = task
    const { user, system } = process.cpuUsage(start)
    if (task > 0 && user + system > Atomics.load(shared, 1) * 1000) process.kill(process.pid, 'SIGXCPU')
  }, 100)
`

type Watchdog = {
  /** `limit`: milliseconds of CPU time. */
  readonly start: (limit: number) => void
  readonly end: () => void
}

/**
 * Ends this process with SIGXCPU when a task takes more CPU time than its limit. CPU time, because on a busy machine a
 * quick task takes long, too.
 */
export function startWatchdog(): Watchdog {
  const shared = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT))
  new Worker(watch, { eval: true, workerData: shared }).unref()
  let tasks = 0
  return {
    start: (limit) => {
      tasks++
      Atomics.store(shared, 1, limit)
      Atomics.store(shared, 0, tasks)
    },
    end: () => void Atomics.store(shared, 0, 0),
  }
}
