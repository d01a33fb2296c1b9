import type { Container } from '../../kubernetes/pods'
import { programName } from './imageReference'

/** How much memory the settings of a container ask for. */
export type MemoryNeed = {
  readonly mebibytes: number
  /** The setting and where it is: `-Xmx2g in JAVA_OPTS`. */
  readonly source: string
}

/** A setting in a text, with its number in the first group and its unit, where it can have one, in the second. */
type Setting = {
  readonly pattern: RegExp
  /** The unit where none is written, in MiB. */
  readonly unit: number
}

const mebibytesOf: Readonly<Record<string, number>> = {
  b: 2 ** -20,
  k: 2 ** -10,
  m: 1,
  g: 2 ** 10,
  t: 2 ** 20,
}

const byte = 2 ** -20

/** The settings of programs that reserve memory, as they are in environment variables, commands and arguments. */
const settings: readonly Setting[] = [
  // Java: the most and the first size of the heap.
  { pattern: /-Xm[xs](\d{1,12})([kmgt])?\b/gi, unit: byte },
  { pattern: /-XX:MaxHeapSize=(\d{1,12})([kmgt])?\b/gi, unit: byte },
  // Node.js.
  { pattern: /--max[-_]old[-_]space[-_]size[= ](\d{1,9})\b/g, unit: 1 },
  // Redis and Valkey.
  { pattern: /--maxmemory[= ](\d{1,12})([kmg])?b?\b/gi, unit: byte },
  // MySQL and MariaDB, PostgreSQL, MongoDB.
  { pattern: /\binnodb[-_]buffer[-_]pool[-_]size=(\d{1,12})([kmgt])?\b/gi, unit: byte },
  { pattern: /\bshared_buffers=(\d{1,12})([kmgt])b\b/gi, unit: byte },
  { pattern: /--wiredTigerCacheSizeGB[= ](\d{1,6}(?:\.\d{1,3})?)(?![\d.])/g, unit: 2 ** 10 },
]

/** Variables whose whole value is an amount. */
const variables: Readonly<Record<string, Setting>> = {
  GOMEMLIMIT: { pattern: /^(\d{1,15})(b|[kmgt]i?b)?$/gi, unit: byte },
  // Cassandra, and Elasticsearch before it had ES_JAVA_OPTS.
  MAX_HEAP_SIZE: { pattern: /^(\d{1,12})([kmgt])?$/gi, unit: byte },
  ES_HEAP_SIZE: { pattern: /^(\d{1,12})([kmgt])?$/gi, unit: byte },
}

const memcached: Setting = { pattern: /(?:^| )(?:-m|--memory-limit)[= ]?(\d{1,9})\b/g, unit: 1 }

/** More than any node has, so it is no amount of memory. */
const most = 2 ** 24

/** The most memory that one setting of a container asks for; undefined where none does. */
export function memoryNeed({
  image = '',
  command = [],
  args = [],
  env = [],
}: Container): MemoryNeed | undefined {
  const called = programName(image) === 'memcached' ? [...settings, memcached] : settings
  const needs = [
    ...env.flatMap(({ name = '', value = '' }) => {
      const own = Object.hasOwn(variables, name) ? variables[name] : undefined
      return needsIn(
        value,
        own ? [own] : settings,
        own ? (amount) => `${name}=${amount}` : (flag) => `${flag} in ${name}`,
      )
    }),
    ...needsIn(command.join(' '), called, (flag) => `${flag} in its command`),
    ...needsIn(args.join(' '), called, (flag) => `${flag} in its arguments`),
  ]
  return needs.reduce<MemoryNeed | undefined>(
    (largest, need) => (largest && largest.mebibytes >= need.mebibytes ? largest : need),
    undefined,
  )
}

function needsIn(text: string, wanted: readonly Setting[], sourceOf: (flag: string) => string): MemoryNeed[] {
  const needs: MemoryNeed[] = []
  for (const { pattern, unit } of wanted) {
    for (const [flag, amount, suffix = ''] of text.matchAll(pattern)) {
      const mebibytes = Number(amount) * (mebibytesOf[suffix.slice(0, 1).toLowerCase()] ?? unit)
      if (mebibytes > 0 && mebibytes < most) needs.push({ mebibytes, source: sourceOf(flag.trim()) })
    }
  }
  return needs
}
