import { UsageError } from './command'
import type { Io, Stream } from './io'

/** The columns of the terminal; 80 where there is none. */
export const widthOf = ({ columns }: Stream): number => (columns !== undefined && columns > 0 ? columns : 80)

/**
 * Whether the output has colours: as the flag says, else as the environment does, else on a terminal.
 * Sources: https://no-color.org and https://force-color.org
 */
export function hasColours(flag: string, { env, stdout }: Io): boolean {
  if (flag !== 'auto') return flag === 'always'
  const force = env['FORCE_COLOR']
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false'
  if ((env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb') return false
  return stdout.isTerminal
}

const variable = 'MANIFEST_PLAYGROUND_URL'

/** What `npm start` serves. */
const usualPage = 'http://127.0.0.1:4173/'

/** The address of the page, without what follows `#`. */
export function pageAddress(given: string | undefined, { env }: Io): string {
  const fromVariable = env[variable]
  const address = given ?? (fromVariable === undefined || fromVariable === '' ? usualPage : fromVariable)
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
    throw new UsageError(
      `${given === undefined ? variable : '--page'} must be an address, such as ${usualPage}.`,
    )
  const url = new URL(address)
  url.hash = ''
  return url.href
}

/** A line that shows how far long work has come, on a terminal only. `clear` takes it away. */
export type Progress = { readonly show: (text: string) => void; readonly clear: () => void }

export function progressOn({ isTerminal, write }: Stream): Progress {
  let isShown = false
  const put = (text: string): void => {
    if (isTerminal) write(text)
  }
  return {
    show: (text) => {
      put(`\r\u001b[2K${text}`)
      isShown = true
    },
    clear: () => {
      if (isShown) put('\r\u001b[2K')
      isShown = false
    },
  }
}
