import { notify } from './actions'

/**
 * Uses a part of the page that is loaded for it. `notDone`: what was not done when it cannot be loaded, as the beginning of a
 * sentence: `The files were not opened`.
 */
export const withPart = async <Part>(
  load: () => Promise<Part>,
  notDone: string,
  use: (part: Part) => Promise<void>,
): Promise<void> => {
  const part = await load().catch(() => undefined)
  if (part) await use(part)
  else notify(`${notDone}: a file of this page did not load. Check the connection, then try again.`)
}
