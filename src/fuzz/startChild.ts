import { fork } from 'node:child_process'
import type { Answer, Task } from './child'
import type { Port } from './runner'

/** Megabytes of heap. A text of a few pages that needs more than this does not fit into a tab of a phone either. */
const heap = 1_000

/** Starts this program again as a process that answers to tasks. */
export function startChild(): Port<Task, Answer> {
  const child = fork(process.argv[1] ?? '', ['child'], {
    execArgv: ['--expose-gc', `--max-old-space-size=${heap}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let said = ''
  child.stderr?.on('data', (part: Buffer) => {
    said = (said + part.toString()).slice(-4_000)
  })
  const port: Port<Task, Answer> = {
    send: (task) => void child.send(task),
    end: () => void child.kill('SIGKILL'),
    onAnswer: undefined,
    onEnd: undefined,
  }
  child.on('message', (answer: Answer) => port.onAnswer?.(answer))
  child.on('error', ({ message }) => port.onEnd?.('ended', message))
  child.on('exit', (code, signal) => {
    // The watchdog in the process ends it with this signal.
    const kind = signal === 'SIGXCPU' ? 'hang' : 'ended'
    port.onEnd?.(kind, `The process ended with ${signal ?? code}. ${said}`.trim())
  })
  return port
}
