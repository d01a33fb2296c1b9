import { Worker } from 'node:worker_threads'

/** What the program knows of the process it runs in, so that a test can run it, too. */
export type Io = {
  /** The working folder: an absolute path. */
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdin: {
    readonly isTerminal: boolean
    readonly read: () => Promise<Uint8Array>
  }
  readonly stdout: Stream
  readonly stderr: Stream
  /** Starts the program once more in a thread of its own, which gets `data`; undefined where there are no threads. */
  readonly startThread: ((data: unknown) => Worker) | undefined
}

export type Stream = {
  readonly isTerminal: boolean
  /** Columns of the terminal; undefined where there is none. */
  readonly columns: number | undefined
  readonly write: (text: string) => void
}

/** The process itself. `program`: the address of the file that runs. */
export const processIo = (program: string): Io => ({
  cwd: process.cwd(),
  env: process.env,
  stdin: { isTerminal: process.stdin.isTTY ?? false, read: readStdin },
  stdout: streamOf(process.stdout),
  stderr: streamOf(process.stderr),
  startThread: (workerData) => new Worker(new URL(program), { workerData, stdin: false }),
})

/**
 * Whoever reads can stop early, as `head` does: then the rest is for nobody. Anything else, such as a full disk, is a report
 * that nobody got.
 */
function streamOf(stream: NodeJS.WriteStream): Stream {
  let isOpen = true
  stream.on('error', ({ code }: NodeJS.ErrnoException) => {
    isOpen = false
    if (code !== 'EPIPE') process.once('exit', failed)
  })
  return {
    isTerminal: stream.isTTY ?? false,
    columns: stream.columns,
    write: (text) => {
      if (isOpen) stream.write(text)
    },
  }
}

const failed = (): void => {
  process.exitCode = 2
}

const readStdin = async (): Promise<Uint8Array> => {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}
