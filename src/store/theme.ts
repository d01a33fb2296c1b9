import { store, type Theme } from './store'

const key = 'theme'
const themes: readonly string[] = ['system', 'dark', 'light'] satisfies readonly Theme[]
const isTheme = (value: string | null): value is Theme => value !== null && themes.includes(value)

/** Shows the theme that was chosen last, and remembers every later choice. */
export const startTheme = (): void => {
  const stored = readStored()
  if (isTheme(stored)) store.setState({ theme: stored })
  show(store.getState().theme)
  store.subscribe((state, before) => {
    if (state.theme === before.theme) return
    show(state.theme)
    remember(state.theme)
  })
}

const show = (theme: Theme): void => {
  document.documentElement.dataset['theme'] = theme
}

/** The browser may block storage: then a choice lasts as long as the page. */
const readStored = (): string | null => {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

const remember = (theme: Theme): void => {
  try {
    localStorage.setItem(key, theme)
  } catch {
    return
  }
}
