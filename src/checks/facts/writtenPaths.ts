import type { Container } from '../../kubernetes/pods'
import { withoutSlash } from './paths'

/** Words in the name of a variable or a flag whose directory is there to be written to, and starts empty. */
const scratchWords: ReadonlySet<string> = new Set(
  'cache cachedir log logdir logs multiproc scratch spool temp tempdir tmp tmpdir upload uploads'.split(' '),
)

/** The same for data, which images sometimes bring with them. */
const dataWords: ReadonlySet<string> = new Set('data datadir pgdata state storage tsdb wal'.split(' '))

/** Words that say that it is read, or no directory. */
const otherWords: ReadonlySet<string> = new Set(
  'ca cert certs config file format input key level read source static template templates tls url'.split(' '),
)

/** More directories than this are no advice that anybody would read. */
const most = 20

/** Where images have programs and settings, or directories of many programs. */
const imagePaths =
  /^\/(?:(?:bin|boot|dev|etc|lib|lib64|proc|root|sbin|sys|usr)(?:\/|$)|(?:home|mnt|opt|srv|var)\/?$|var\/(?:cache|lib|log)\/?$)/

/** Where images often have the files of an application. */
const applicationPaths = /^\/(?:app|code|home|opt|srv|src|workspace)\//

/**
 * The directories that a container is told to write to, by variables such as `CACHE_DIR` and flags such as `--data-dir`,
 * where its image hardly has files of its own.
 */
export function writtenPaths({ env = [], command = [], args = [] }: Container): readonly string[] {
  const variables = env.map(({ name = '', value = '' }) => [name, value] as const)
  const paths = [...variables, ...flagsOf([...command, ...args])].flatMap(([name, value]) => {
    const path = withoutSlash(value)
    return isWritten(name, path) ? (path.startsWith('/tmp/') ? '/tmp' : path) : []
  })
  return [...new Set(paths)].slice(0, most)
}

/** The flags of a command with their values: `--data-dir=/data`, or the value as the next word. */
function flagsOf(command: readonly string[]): readonly (readonly [name: string, value: string])[] {
  const words = command.flatMap((part) => part.split(/\s+/))
  return words.flatMap((word, index) => {
    if (!word.startsWith('-')) return []
    const equals = word.indexOf('=')
    return equals < 0 ? [[word, words[index + 1] ?? '']] : [[word.slice(0, equals), word.slice(equals + 1)]]
  })
}

function isWritten(name: string, path: string): boolean {
  if (!/^\/[\w./-]+$/.test(path) || path.includes('..') || path.includes('//')) return false
  if (/\.\w+$/.test(path) || imagePaths.test(path)) return false
  if (name === 'HOME') return path === '/tmp' || path.startsWith('/tmp/')
  const words = name.toLowerCase().split(/[._-]+/)
  if (words.some((word) => otherWords.has(word))) return false
  if (words.some((word) => scratchWords.has(word))) return true
  return words.some((word) => dataWords.has(word)) && !applicationPaths.test(`${path}/`)
}
