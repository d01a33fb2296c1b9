import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** A program with the words that follow its name. */
export type Command = readonly [program: string, ...words: string[]]

/** One run of a program, from its start until it is gone. */
export type ProcessRun = {
  /** Milliseconds. */
  readonly time: number
  /** The most memory that it had at once, in MB; undefined where the system does not say. */
  readonly peak: number | undefined
  /** It did what it was asked to: 1 says that something was found, and is then not all that it says. */
  readonly isDone: boolean
}

/** How often the memory of a running process is looked at. In milliseconds. */
const interval = 5

/** Runs a program whose output goes nowhere. Throws for one that cannot be started. */
export const runProcess = ([program, ...words]: Command, folder: string): Promise<ProcessRun> =>
  new Promise((resolve, reject) => {
    let peak: number | undefined
    const start = performance.now()
    const child = spawn(program, words, { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] })
    let hasOutput = false
    child.stdout.on('data', () => (hasOutput = true))
    const look = setInterval(() => (peak = peakOf(child.pid) ?? peak), interval)
    child.once('error', (error) => {
      clearInterval(look)
      reject(new Error(`${program} cannot be run: ${error.message}`))
    })
    child.once('close', (code) => {
      const time = performance.now() - start
      clearInterval(look)
      resolve({ time, peak, isDone: code === 0 || (code === 1 && hasOutput) })
    })
  })

/** What Linux has noted of a process so far: it never falls, so the last look has all but the last moment. In MB. */
function peakOf(pid: number | undefined): number | undefined {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1_024
  } catch {
    return undefined
  }
}
