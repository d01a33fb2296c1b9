import { shellWord } from '../engine/model/shellWord'

/** What no name of a folder needs, and what would end a line or a file of YAML. */
const unprintable = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\uFEFF\uFFFE\uFFFF]/gu

/** A folder as it is said and used everywhere: ` ./k8s/ ` is `k8s`; nothing is `.`, the root of the repository. */
export const folderName = (typed: string): string => {
  const text = typed.replace(unprintable, '').trim()
  const path = text
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/')
  return text.startsWith('/') ? `/${path}` : path || '.'
}

/** A folder as an operand of a command, quoted for a shell; it never looks like a flag. */
export const folderWord = (typed: string): string => shellWord(operandOf(folderName(typed)))

const operandOf = (name: string): string => {
  if (name === '.') return name
  const path = name.startsWith('-') ? `./${name}` : name
  return path.endsWith('/') ? path : `${path}/`
}
