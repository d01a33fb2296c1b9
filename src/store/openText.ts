import { notify } from './actions'
import type { NewSession } from './sessions'

/**
 * Opens what a function yields as a session of its own; what was open stays in the list, and behind the browser's Back
 * button.
 */
export const openText = async (load: () => NewSession | Promise<NewSession>): Promise<void> => {
  const loaded = await Promise.all([import('./sessions'), load()]).catch(() => undefined)
  if (!loaded)
    return notify(
      'The text could not be opened, because a file of this page did not load. Check the connection and try again.',
    )
  const [{ openSession }, opened] = loaded
  openSession(opened)
}
