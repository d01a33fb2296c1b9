import { run } from '../run'

type Given = {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  readonly stdin?: string | Uint8Array
  /** Columns of the terminal; without it, the output is piped. */
  readonly columns?: number
}

/** Runs the program in this process, with what it is given, and returns what it answered. */
export async function runForTest(words: readonly string[], given: Given = {}) {
  const { cwd = process.cwd(), env = {}, stdin, columns } = given
  const out: string[] = []
  const error: string[] = []
  const stream = (lines: string[]) => ({
    isTerminal: columns !== undefined,
    columns,
    write: (text: string) => void lines.push(text),
  })
  const code = await run(words, {
    cwd,
    env,
    stdin: {
      isTerminal: stdin === undefined,
      read: async () =>
        typeof stdin === 'string' ? new TextEncoder().encode(stdin) : (stdin ?? new Uint8Array()),
    },
    stdout: stream(out),
    stderr: stream(error),
    startThread: undefined,
  })
  return { code, stdout: out.join(''), stderr: error.join('') }
}
