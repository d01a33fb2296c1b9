import { store, type Theme } from './store'

const key = 'theme'
const themes: readonly string[] = ['system', 'dark', 'light'] satisfies readonly Theme[]
const isTheme = (value: string | null): value is Theme => value !== null && themes.includes(value)

/** Reads the theme a person chose before, shows it, and keeps every later choice. */
export const startTheme = (): void => {
  const kept = readKept()
  if (isTheme(kept)) store.setState({ theme: kept })
  show(store.getState().theme)
  store.subscribe((state, before) => {
    if (state.theme === before.theme) return
    show(state.theme)
    keep(state.theme)
  })
}

const show = (theme: Theme): void => {
  document.documentElement.dataset['theme'] = theme
}

/** Storage may be switched off by the browser: then the choice lasts as long as the page. */
const readKept = (): string | null => {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

const keep = (theme: Theme): void => {
  try {
    localStorage.setItem(key, theme)
  } catch {
    return
  }
}
