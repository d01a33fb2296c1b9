import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { bytesOfText, textOfFile } from '../session/fileText'

/**
 * Puts another text in place of a file’s, in the encoding and with the permissions that it has: at once, so that nobody ever
 * reads half of it. Returns why it was not written, in a few words; undefined when it was. `before`: the text that was read.
 */
export function replaceText(path: string, before: string, after: string): string | undefined {
  try {
    // The file itself, not a link to it, is replaced.
    const target = realpathSync(path)
    accessSync(target, constants.W_OK)
    const bytes = readFileSync(target)
    const { text, encoding } = textOfFile(bytes)
    if (text !== before) return 'it has changed since it was read'
    if (!bytes.equals(bytesOfText(text, encoding))) return 'it has bytes that are no text'
    replaceBytes(target, bytesOfText(after, encoding))
    return undefined
  } catch (error) {
    return `it cannot be written (${codeOf(error)})`
  }
}

function replaceBytes(target: string, bytes: Uint8Array): void {
  const { mode, uid, gid } = statSync(target)
  // Beside the file, because a rename is only at once within one file system.
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`)
  writeFileSync(temporary, bytes, { flag: 'wx', flush: true })
  try {
    // Whoever runs it, as root in a container, the file stays its owner's.
    const made = statSync(temporary)
    if (made.uid !== uid || made.gid !== gid) chownSync(temporary, uid, gid)
    chmodSync(temporary, mode)
    renameSync(temporary, target)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

/** `EACCES`, or what else the system says. */
const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  return 'code' in error ? String(error.code) : error.message
}
