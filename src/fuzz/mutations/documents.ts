import type { Random } from '../random'
import { insertSomewhere, type Mutation } from './mutation'
import { oddCharacters } from './oddities'

const separators = [
  '\n---\n',
  '\n--- \n',
  '\n---',
  '\n...\n',
  '\n...\n---\n',
  '\n--- # x\n',
  '\r\n---\r\n',
  '\n\ufeff---\n',
  '\n--- a\n',
  '\n---\n---\n',
]

const directives = [
  '%YAML 1.1\n---\n',
  '%YAML 1.2\n---\n',
  '%TAG ! tag:x,2001:\n---\n',
  '%X\n---\n',
  '%YAML 9.9\n---\n',
  '%\n',
]

/** Changes of whole documents and of the characters of a text. */
export const documentMutations: readonly Mutation[] = [
  {
    name: 'documents spliced',
    change: (text, random, pool) => {
      const other = random.pick(pool)
      return text.slice(0, random.below(text.length + 1)) + other.slice(random.below(other.length + 1))
    },
  },
  {
    name: 'another document before or after it',
    change: (text, random, pool) => {
      const pair = random.oneIn(2) ? [text, random.pick(pool)] : [random.pick(pool), text]
      return pair.join(random.pick(separators))
    },
  },
  { name: 'the same document twice', change: (text, random) => text + random.pick(separators) + text },
  { name: 'separator', change: (text, random) => insertAtLine(text, random, random.pick(separators)) },
  { name: 'directive', change: (text, random) => random.pick(directives) + text },
  { name: 'byte-order mark', change: (text) => `\ufeff${text}` },
  {
    name: 'line breaks of another system',
    change: (text, random) => text.replaceAll(/\r?\n/g, random.pick(['\r\n', '\r', '\u0085', '\u2028'])),
  },
  {
    name: 'mixed line breaks',
    change: (text, random) =>
      text.replaceAll('\n', () => (random.oneIn(4) ? random.pick(['\r\n', '\r']) : '\n')),
  },
  { name: 'tabs', change: (text, random) => text.replaceAll('  ', () => (random.oneIn(8) ? '\t' : '  ')) },
  {
    name: 'final line break',
    change: (text, random) => text.trimEnd() + random.pick(['', '\n', '\n\n', ' ', '\r']),
  },
  {
    name: 'odd character',
    change: (text, random) => insertSomewhere(text, random, random.pick(oddCharacters)),
  },
  {
    name: 'odd characters in many places',
    change: (text, random) => {
      const odd = random.pick(oddCharacters)
      return text.replaceAll(/[a-z]/g, (letter) => (random.oneIn(60) ? odd : letter))
    },
  },
  {
    name: 'long line',
    change: (text, random) =>
      insertSomewhere(
        text,
        random,
        random.pick(['x', 'x ', '{{x}}', '{{', '${A:-', '"', '[', 'é']).repeat(random.pick([50, 3_000])),
      ),
  },
  {
    name: 'annotation about checks',
    change: (text, random) => {
      const name = random.pick(['ignore', 'enable', 'ignore/web', 'ignore/__proto__'])
      const value = random.pick([
        '"*"',
        'container-image-tag',
        'container-image-tag, , x',
        '""',
        '1',
        '[a]',
        'pod-probes',
      ])
      return text.replace(/^(\s*)(metadata:)/m, `$1$2\n$1  annotations:\n$1    kube-score/${name}: ${value}`)
    },
  },
]

const insertAtLine = (text: string, random: Random, inserted: string): string => {
  const lines = text.split('\n')
  const at = random.below(lines.length)
  return lines.slice(0, at).join('\n') + inserted + lines.slice(at).join('\n')
}
