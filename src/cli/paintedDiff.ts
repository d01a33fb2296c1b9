import type { Paint } from '../formats/paint'
import { printable } from './printable'

/** A diff as a terminal shows it. Of a line that ends with CR LF only the characters before are shown. */
export const paintedDiff = (diff: string, paint: Paint): string =>
  diff
    .split('\n')
    .map((line) => paintedLine(printable(line.replace(/\r$/, '')), paint))
    .join('\n')

function paintedLine(line: string, paint: Paint): string {
  if (/^(?:---|\+\+\+) [ab]\//.test(line) || /^=+$/.test(line)) return paint('bold', line)
  if (line.startsWith('@@')) return paint('cyan', line)
  if (line.startsWith('+')) return paint('green', line)
  return line.startsWith('-') ? paint('red', line) : line
}
