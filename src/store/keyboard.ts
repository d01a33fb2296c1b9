import { canRun, commands } from './commands'
import { isMac } from './isMac'
import { store } from './store'

/** Runs the commands that have keys. What is focused comes first: an editor may use the same keys itself. */
export const startKeyboard = (): void =>
  addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing) return
    const pressed = keysOf(event)
    const command = commands.find(({ keys }) => keys === pressed)
    if (!command || !canRun(store.getState(), command)) return
    if (pressed.length === 1 && isTextField(event.target)) return
    // The page below a dialog cannot be used.
    if (document.querySelector('dialog[open]')) return
    event.preventDefault()
    command.run()
  })

/** The keys of an event, as a command writes them. */
function keysOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): string {
  const hasMod = isMac ? metaKey : ctrlKey
  // A character says itself whether Shift was needed for it.
  const hasShift = shiftKey && key.length > 1
  return [hasMod && 'Mod', altKey && 'Alt', hasShift && 'Shift', key.length === 1 ? key.toUpperCase() : key]
    .filter(Boolean)
    .join('+')
}

const isTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))

/** `Ctrl+O`, or `⌘O` on a Mac. */
export const keysText = (keys: string): string =>
  isMac ? keys.replace('Mod+', '⌘').replace('Shift+', '⇧').replace('Alt+', '⌥') : keys.replace('Mod', 'Ctrl')
